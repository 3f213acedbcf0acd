package io.tapeline.venue.deribit;

import static io.tapeline.venue.deribit.DeribitFrames.VENUE;
import static io.tapeline.venue.deribit.DeribitFrames.answer;
import static io.tapeline.venue.deribit.DeribitFrames.decode;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is asked, where an answer goes on, what is read again. */
class DeribitCallsTest {
    private static final String MAIN = "https://www.deribit.com";
    private static final String OLD = "https://history.deribit.com";
    private static final InstrumentId PERPETUAL = new InstrumentId("deribit", Market.PERPETUAL, "BTC-PERPETUAL");

    private static String repair(Kind kind, Hole hole) {
        RestCall call = VENUE.rest().repair(kind, PERPETUAL, hole).getFirst();
        assertThat(call.origin()).isEqualTo(Origin.REPAIR);
        return call.uri().toString();
    }

    @Test
    void missingTradesAreAskedForByTheirNumber() {
        assertThat(repair(Kind.TRADE, new Hole(5, 9, 1_000_000, 2_000_000)))
                .isEqualTo(MAIN + "/api/v2/public/get_last_trades_by_instrument?instrument_name=BTC-PERPETUAL"
                        + "&start_seq=5&end_seq=9&count=1000&sorting=asc");
        assertThat(repair(Kind.TRADE, new Hole(-1, -1, 1_000_500, 2_000_500)))
                .isEqualTo(MAIN + "/api/v2/public/get_last_trades_by_instrument_and_time?instrument_name=BTC-PERPETUAL"
                        + "&start_timestamp=1000&end_timestamp=2001&count=1000&sorting=asc");
    }

    private static Decoded.Continued next(String host, String query, String result) {
        return (Decoded.Continued) decode(answer(host, query, result)).getLast();
    }

    @Test
    void whatTheMainHostHasForgottenIsAskedOfTheOther() {
        String query = "get_last_trades_by_instrument?instrument_name=BTC-PERPETUAL&start_seq=5&end_seq=9&sorting=asc";
        RestCall call = next(MAIN, query, "{\"trades\":[],\"has_more\":false}").next();
        assertThat(call.uri()).hasToString(OLD + "/api/v2/public/" + query);
        assertThat(call.budget()).isEqualTo(DeribitPages.HISTORY_BUDGET);
        assertThat(next(MAIN, query, DeribitPayloads.FLAGGED).next().uri())
                .as("a page that begins after what was asked for")
                .hasToString(OLD + "/api/v2/public/" + query);
        assertThat(decode(answer(OLD, query, "{\"trades\":[],\"has_more\":false}")))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @Test
    void aPageOfTimeGoesOnAtTheMillisecondOfItsLastTrade() {
        String query = "get_last_trades_by_instrument_and_time?instrument_name=ETH-PERPETUAL"
                + "&start_timestamp=1770984454000&end_timestamp=1770985000000&count=1000&sorting=asc#flagged=ETH";
        RestCall call = next(OLD, query, DeribitPayloads.FLAGGED).next();
        assertThat(call.uri()).hasToString(OLD + "/api/v2/public/" + query.replace("1770984454000", "1770984454999"));
        String stuck = query.replace("1770984454000", "1770984454999");
        assertThat(next(OLD, stuck, DeribitPayloads.FLAGGED).next().uri().toString())
                .as("a page of one millisecond")
                .contains("start_timestamp=1770984455000");
    }

    @Test
    void dvolGoesBackInTime() {
        String query = "get_volatility_index_data?currency=BTC&resolution=60&start_timestamp=1&end_timestamp=9";
        RestCall call = next(MAIN, query, "{\"data\":[[5,45.1,45.2,45.0,45.1]],\"continuation\":4}")
                .next();
        assertThat(call.uri())
                .hasToString(MAIN + "/api/v2/public/" + query.replace("end_timestamp=9", "end_timestamp=4"));
        assertThat(call.budget()).isEqualTo(DeribitPages.BUDGET);
    }

    private static List<Poll> polls(Kind kind) {
        return VENUE.rest().polls(DeribitInstruments.all(), Set.of(kind));
    }

    @Test
    void tradesOfAnHourAgoAreReadAgainForLiquidations() {
        List<Poll> polls = polls(Kind.LIQUIDATION);
        assertThat(polls)
                .extracting(Poll::name)
                .containsExactlyInAnyOrder(
                        "late_liquidations:BTC-PERPETUAL",
                        "late_liquidations:BTC-25DEC26",
                        "late_liquidations:DOGE_USDC-PERPETUAL",
                        "late_liquidations:BTC options on BTC",
                        "late_liquidations:USDC options on XRP");
        RestCall call = polls.getFirst().call().apply(VenuePayload.RECEIVED);
        long now = VenuePayload.RECEIVED / 1_000;
        assertThat(call.uri())
                .hasToString(OLD + "/api/v2/public/get_last_trades_by_instrument_and_time?instrument_name=BTC-PERPETUAL"
                        + "&start_timestamp=" + (now - 90 * 60_000) + "&end_timestamp=" + (now - 60 * 60_000)
                        + "&count=1000&sorting=asc#flagged=BTC");
        assertThat(call.origin())
                .as("else a correction would be taken for a duplicate")
                .isEqualTo(Origin.REPAIR);
        assertThat(polls).allMatch(poll -> poll.interval().multipliedBy(2).compareTo(DeribitPolls.LATE_WINDOW) <= 0);
    }

    @Test
    void ofTradesReadAgainOnlyFlaggedOnesAreTaken() {
        List<Decoded> decoded = decode(answer(
                OLD, "get_last_trades_by_currency_and_time?currency=ETH#flagged=ETH%2CBTC", DeribitPayloads.FLAGGED));
        assertThat(decoded).hasSize(3).hasOnlyElementsOfType(Decoded.Event.class);
        assertThat(decode(answer(
                        OLD, "get_last_trades_by_currency_and_time?currency=ETH#flagged=SOL", DeribitPayloads.FLAGGED)))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @Test
    void theOpenCandleAndThoseBeforeAreReadAgain() {
        long now = VenuePayload.RECEIVED / 1_000;
        RestCall call = polls(Kind.CANDLE).getFirst().call().apply(VenuePayload.RECEIVED + 30_000_000);
        assertThat(call.uri())
                .hasToString(
                        MAIN + "/api/v2/public/get_tradingview_chart_data?instrument_name=BTC-PERPETUAL&resolution=1"
                                + "&start_timestamp=" + (now - 149_999) + "&end_timestamp=" + (now + 30_000));
    }

    @Test
    void theVolatilityIndexIsAskedForByItsCoinAndOnlyWhereItIsCollected() {
        long day = Duration.ofDays(1).toMillis() * 1_000;
        InstrumentId linear = new InstrumentId("deribit", Market.PERPETUAL, "BTC_USDC-PERPETUAL");
        InstrumentId option = new InstrumentId("deribit", Market.OPTION, "BTC-25DEC26-100000-C");
        for (InstrumentId of : List.of(PERPETUAL, new InstrumentId("deribit", Market.INDEX, "btc_usd"))) {
            assertThat(VENUE.rest().history(Kind.VOLATILITY_INDEX, of, 0, day))
                    .singleElement()
                    .satisfies(call -> assertThat(call.uri().getQuery()).contains("currency=BTC&"));
        }
        assertThat(VENUE.rest().history(Kind.VOLATILITY_INDEX, linear, 0, day)).isEmpty();
        assertThat(VENUE.rest().history(Kind.VOLATILITY_INDEX, option, 0, day)).isEmpty();
    }

    @Test
    void historyIsCutIntoPages() {
        long day = 86_400_000_000L;
        List<RestCall> candles = VENUE.rest().history(Kind.CANDLE, PERPETUAL, 10 * day, 17 * day);
        assertThat(candles).hasSize(3).allMatch(call -> call.origin() == Origin.BACKFILL);
        assertThat(VENUE.rest().history(Kind.FUNDING_RATE, PERPETUAL, 0, 45 * day))
                .hasSize(2);
        assertThat(VENUE.rest().history(Kind.TRADE, PERPETUAL, 0, day)).isEmpty();
    }

    @Test
    void theListingLeavesCombosOutAndNamesInstrumentsAsCcxt() {
        assertThat(DeribitInstruments.all())
                .extracting(instrument -> instrument.unifiedSymbol())
                .containsExactly(
                        "BTC/USD:BTC",
                        "BTC/USD:BTC-261225",
                        "DOGE/USDC:USDC",
                        "BTC/USD:BTC-261225-100000-C",
                        "XRP/USDC:USDC-261225-1.02-P",
                        "BTC/USDC",
                        null);
        assertThat(DeribitInstruments.named("BTC-25DEC26").makerFeeBps()).isEqualByComparingTo("-1");
        assertThat(DeribitInstruments.named("DOGE_USDC-PERPETUAL").tickSize()).isEqualByComparingTo("0.00001");
        assertThat(DeribitInstruments.named("BTC-25DEC26-100000-C").quote()).isEqualTo("BTC");
        assertThat(DeribitInstruments.named("btc_usd").id().market()).isEqualTo(Market.INDEX);
    }
}
