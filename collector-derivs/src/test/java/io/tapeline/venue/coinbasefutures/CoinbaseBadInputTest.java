package io.tapeline.venue.coinbasefutures;

import static io.tapeline.venue.coinbasefutures.CoinbaseReading.decoded;
import static io.tapeline.venue.coinbasefutures.CoinbaseReading.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CoinbaseBadInputTest {
    private final RefusalRules refusals = CoinbaseInstruments.VENUE.rest().refusals();

    @Test
    void anErrorNamesNoRequest() {
        assertThat(decoded("{\"type\":\"error\",\"message\":\"authentication failure\"}"))
                .containsExactly(new Decoded.Rejected(null, "authentication failure"));
        assertThat(decoded("{\"type\":\"error\"}")).containsExactly(new Decoded.Rejected(null, "no reason given"));
    }

    @Test
    void aPlaceThatIsNotServedIsToldApartFromAFault() {
        assertThat(refusals.reason(403, "Forbidden")).isEqualTo(Reason.BLOCKED);
        assertThat(refusals.reason(451, "")).isEqualTo(Reason.BLOCKED);
        assertThat(refusals.reason(404, "{\"error\":\"NOT_FOUND\",\"message\":\"valid product_id is required\"}"))
                .isEqualTo(Reason.REFUSED);
        assertThat(refusals.message("{\"error\":\"NOT_FOUND\",\"message\":\"valid product_id is required\"}"))
                .isEqualTo("valid product_id is required");
        assertThat(refusals.quiet(429, "{\"errors\":[{\"id\":\"rate_limit_exceeded\"}]}"))
                .contains(Duration.ofSeconds(2));
    }

    @Test
    void otherExchangesOfTheSameSocketAreLeftOut() {
        String spot = CoinbasePayloads.TRADES.text().replace("BIP-20DEC30-CDE", "ETH-USD");
        assertThat(events(Trade.class, decoded(spot))).isEmpty();
        assertThat(decoded(spot)).noneMatch(Decoded.Malformed.class::isInstance);
        String closed = CoinbasePayloads.SNAPSHOT.text().replace("BIP-20DEC30-CDE", "BTC-PERP-INTX");
        assertThat(decoded(closed)).first().isInstanceOf(Decoded.Ignored.class);
        String listed = CoinbasePayloads.PERPETUAL
                .replace("BIP-20DEC30-CDE", "BTC-PERP-INTX")
                .replace("\"FCM\"", "\"INTX\"");
        assertThat(CoinbaseInstruments.decoded(listed, InstrumentLookup.NONE))
                .singleElement()
                .isInstanceOf(Decoded.Ignored.class);
    }

    @Test
    void emptyListsSayNothing() {
        assertThat(decoded(CoinbasePayloads.book(3, "snapshot", "")).getFirst()).isInstanceOf(Decoded.BookUpdate.class);
        assertThat(
                        decoded(
                                "{\"channel\":\"market_trades\",\"timestamp\":\"2026-09-30T02:39:56Z\",\"sequence_num\":4,\"events\":[]}"))
                .containsExactly(new Decoded.FrameNumber(4));
        assertThat(decoded(CoinbasePayloads.products("", ""))).singleElement().isInstanceOf(Decoded.Ignored.class);
    }

    @Test
    void newWordsAreUnknownOrRefused() {
        assertThat(events(Trade.class, decoded(CoinbasePayloads.TRADES.text().replace("\"SELL\"", "\"BOTH\"")))
                        .getLast()
                        .side())
                .isEqualTo(Side.UNKNOWN);
        assertThat(decoded(CoinbasePayloads.FIRST.text().replace("\"bid\"", "\"middle\"")))
                .containsExactly(new Decoded.Malformed("side: expected bid or offer, got 'middle'"));
        assertThat(decoded(CoinbasePayloads.FIRST.text().replace("\"update\"", "\"patch\"")))
                .containsExactly(new Decoded.Malformed("type: expected snapshot or update, got 'patch'"));
        assertThat(CoinbaseInstruments.decoded(
                        CoinbasePayloads.PERPETUAL.replace("3600s", "1h"), InstrumentLookup.NONE))
                .containsExactly(new Decoded.Malformed(
                        "BIP-20DEC30-CDE: funding_interval: expected seconds such as 3600s, got '1h'"));
    }

    @Test
    void numbersInScientificNotationAreResolved() {
        String scientific = CoinbasePayloads.TRADES.text().replace("\"size\":\"14\"", "\"size\":\"1.4e1\"");
        assertThat(events(Trade.class, decoded(scientific)).getFirst().size()).isEqualTo("14");
    }

    @Test
    void nullsAndTextsWithoutContentAreAbsent() {
        Instrument bare = CoinbaseInstruments.listed("""
                {"product_id":"NOL-19DEC26-CDE","price":"","quote_currency_id":"USD","price_increment":null,\
                "future_product_details":{"contract_root_unit":"OIL","contract_size":null,"contract_expiry":null,\
                "funding_interval":null,"funding_rate":"","open_interest":""}}""").getFirst();
        assertThat(bare.contractSize()).isNull();
        assertThat(bare.tickSize()).isNull();
        assertThat(bare.expiry()).isNull();
    }

    @Test
    void aProductThatEndedIsNotLive() {
        Instrument expired = CoinbaseInstruments.listed(CoinbasePayloads.FUTURE.replace("2027-04-24", "2026-04-24"))
                .getFirst();
        assertThat(expired.endedAt()).isEqualTo(1_777_042_800_000_000L);
        Instrument disabled = CoinbaseInstruments.listed(
                        CoinbasePayloads.PERPETUAL.replace("\"is_disabled\":false", "\"is_disabled\":true"))
                .getFirst();
        assertThat(disabled.live()).isFalse();
        Instrument halted = CoinbaseInstruments.listed(
                        CoinbasePayloads.PERPETUAL.replace("\"trading_disabled\":false", "\"trading_disabled\":true"))
                .getFirst();
        assertThat(halted.live()).as("a pause is no end").isTrue();
    }
}
