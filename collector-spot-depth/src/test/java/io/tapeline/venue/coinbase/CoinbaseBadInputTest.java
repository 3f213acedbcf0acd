package io.tapeline.venue.coinbase;

import static io.tapeline.venue.coinbase.CoinbaseReading.decoded;
import static io.tapeline.venue.coinbase.CoinbaseReading.events;
import static io.tapeline.venue.coinbase.CoinbaseReading.listed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CoinbaseBadInputTest {
    private final RefusalRules refusals = CoinbaseReading.VENUE.rest().refusals();

    private static VenuePayload spoiled(VenuePayload payload, String good, String bad) {
        assertThat(payload.text()).contains(good);
        return payload.withText(payload.text().replace(good, bad));
    }

    @Test
    void anErrorIsARefusalInTheVenuesWords() {
        assertThat(decoded("{\"type\":\"error\",\"message\":\"Failed to subscribe\","
                        + "\"reason\":\"XYZ-USD is not a valid product\"}"))
                .containsExactly(new Decoded.Rejected(null, "Failed to subscribe: XYZ-USD is not a valid product"));
        assertThat(decoded("{\"type\":\"error\",\"message\":\"Message too big\"}"))
                .containsExactly(new Decoded.Rejected(null, "Message too big"));
        assertThat(decoded("{\"type\":\"error\"}")).containsExactly(new Decoded.Rejected(null, "no reason given"));
    }

    @Test
    void aPlaceThatIsNotServedIsToldApartFromTooManyRequestsAndFromAFault() {
        assertThat(refusals.reason(403, "<html>403 Forbidden</html>")).isEqualTo(Reason.BLOCKED);
        assertThat(refusals.reason(451, "")).isEqualTo(Reason.BLOCKED);
        assertThat(refusals.reason(404, "{\"message\":\"NotFound\"}")).isEqualTo(Reason.REFUSED);
        assertThat(refusals.message("{\"message\":\"NotFound\"}")).isEqualTo("NotFound");
        assertThat(refusals.quiet(429, "{\"message\":\"Public rate limit exceeded\"}"))
                .contains(Duration.ofSeconds(2));
        assertThat(refusals.bannedUntil(429, "{\"message\":\"Public rate limit exceeded\"}"))
                .isEmpty();
    }

    @Test
    void aBookWithALevelThatCannotBeReadIsLostAndNoOther() {
        assertThat(decoded(spoiled(CoinbasePayloads.SNAPSHOT, "0.00003405", "0.-10000")))
                .singleElement()
                .isInstanceOfSatisfying(Decoded.BookLost.class, lost -> {
                    assertThat(lost.instrument()).isEqualTo(CoinbaseVenue.instrument("BTC-USD"));
                    assertThat(lost.reason()).contains("0.-10000");
                });
        for (String row : new String[] {"[\"buy\",\"x\",\"1\"]", "[\"buy\",\"1\"]", "[\"buy\",\"1\",null]", "7"}) {
            assertThat(decoded(CoinbasePayloads.change("2026-11-20T10:00:00Z", row)))
                    .singleElement()
                    .isInstanceOf(Decoded.BookLost.class);
        }
        assertThat(decoded(CoinbasePayloads.change("2026-11-20T10:00:00Z", "[\"hold\",\"1\",\"1\"]")))
                .containsExactly(new Decoded.BookLost(
                        CoinbaseVenue.instrument("BTC-USD"), "changes: expected buy or sell, got 'hold'"));
    }

    @Test
    void whatCannotBeReadBesideBooksCostsNoBook() {
        assertThat(decoded(spoiled(CoinbasePayloads.MATCH, "\"price\":\"83420.2\"", "\"price\":\"dear\"")))
                .hasSize(2)
                .last()
                .isEqualTo(new Decoded.Heartbeat());
        assertThat(decoded(spoiled(CoinbasePayloads.MATCH, "1100243480", "\"none\"")))
                .first()
                .isInstanceOfSatisfying(Decoded.Malformed.class, malformed -> assertThat(malformed.reason())
                        .startsWith("trade_id: "));
    }

    @Test
    void emptyListsSayNothing() {
        assertThat(decoded(CoinbasePayloads.products(""))).singleElement().isInstanceOf(Decoded.Ignored.class);
        assertThat(decoded(CoinbasePayloads.TRADES.withText("[]"))).isEmpty();
        assertThat(decoded(CoinbasePayloads.CANDLES.withText("[]"))).isEmpty();
        assertThat(decoded(CoinbasePayloads.change("2026-11-20T10:00:00Z", "")))
                .singleElement()
                .isInstanceOf(Decoded.BookUpdate.class);
        assertThat(decoded("{\"type\":\"subscriptions\",\"channels\":[]}"))
                .containsExactly(new Decoded.Accepted(null, java.util.Set.of()));
    }

    @Test
    void oneBadRowOfAnAnswerCostsNoOther() {
        assertThat(decoded(spoiled(CoinbasePayloads.TRADES, "83420.20000000", "")))
                .hasSize(2)
                .last()
                .isInstanceOf(Decoded.Malformed.class);
        assertThat(decoded(CoinbasePayloads.products(
                        CoinbasePayloads.PRODUCT.replace("\"BTC\"", "null") + "," + CoinbasePayloads.PRODUCT)))
                .first()
                .isEqualTo(new Decoded.Malformed("BTC-USD: base_currency: expected a value, got nothing"));
    }

    @Test
    void newWordsAndScientificNotationAreRead() {
        assertThat(events(Trade.class, spoiled(CoinbasePayloads.MATCH, "\"sell\"", "\"both\""))
                        .getFirst()
                        .side())
                .isEqualTo(Side.UNKNOWN);
        assertThat(events(Trade.class, spoiled(CoinbasePayloads.MATCH, "0.00136465", "1.36465e-3"))
                        .getFirst()
                        .size())
                .isEqualByComparingTo("0.00136465");
        assertThat(decoded(spoiled(CoinbasePayloads.CANDLES, "1795168800,", "\"soon\",")))
                .last()
                .isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void aProductThatDoesNotTradeIsNotListedUnlessItDidBefore() {
        String gone = CoinbasePayloads.PRODUCT.replace("\"online\"", "\"delisted\"");
        String halted = CoinbasePayloads.PRODUCT.replace("\"trading_disabled\":false", "\"trading_disabled\":true");
        assertThat(listed(gone)).isEmpty();
        assertThat(listed(halted)).isEmpty();
        Instrument known = CoinbaseReading.bitcoin();
        assertThat(decoded(CoinbasePayloads.products(gone), symbol -> known))
                .containsExactly(new Decoded.Listed(known.ended(VenuePayload.RECEIVED)));
        assertThat(decoded(CoinbasePayloads.status(gone), symbol -> known.ended(5)))
                .as("it ended when that was first seen")
                .containsExactly(new Decoded.Listed(known.ended(5)));
        assertThat(decoded(CoinbasePayloads.products(CoinbasePayloads.PRODUCT), symbol -> known.ended(5)))
                .containsExactly(new Decoded.Listed(known));
    }
}
