package io.tapeline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DydxCallsTest {
    private static final InstrumentId BTC = DydxNames.instrument("BTC-USD");
    private final Venue venue = new DydxVenue(DydxSettings.defaults());

    private static long micros(String iso) {
        return Instant.parse(iso).toEpochMilli() * 1_000;
    }

    private RestCall tradesOfAHole() {
        Hole hole = new Hole(-1, -1, micros("2025-12-08T16:00:10Z"), micros("2025-12-08T16:01:00Z"));
        return venue.rest().repair(Kind.TRADE, BTC, hole).getFirst();
    }

    /** A page of a thousand, one a millisecond back from a time. */
    private List<Decoded> answer(RestCall call, String newest, int rows) {
        String trades = IntStream.range(0, rows)
                .mapToObj(i -> "{\"id\":\"" + i + "\",\"side\":\"BUY\",\"size\":\"1\",\"price\":\"2\",\"createdAt\":\""
                        + Instant.parse(newest).minusMillis(i) + "\"}")
                .collect(Collectors.joining(",", "{\"trades\":[", "]}"));
        RawFrame frame = new RawFrame(
                "dydx",
                RawFrame.Transport.REST,
                null,
                call.uri().toString(),
                micros("2025-12-08T16:02:00Z"),
                trades.getBytes(StandardCharsets.UTF_8));
        return venue.decoder().decode(frame, InstrumentLookup.NONE);
    }

    @Test
    void aHoleInTradesIsReadBackFromItsEnd() {
        assertThat(tradesOfAHole().uri())
                .hasToString("https://indexer.dydx.trade/v4/trades/perpetualMarket/BTC-USD"
                        + "?limit=1000&createdBeforeOrAt=2025-12-08T16%3A01%3A00Z#from=1765209600000000");
    }

    @Test
    void aFullPageGoesOnWithTheOneBeforeIt() {
        List<Decoded> page = answer(tradesOfAHole(), "2025-12-08T16:00:59Z", 1_000);
        assertThat(page).hasSize(1_001);
        RestCall next = ((Decoded.Continued) page.getLast()).next();
        assertThat(next.uri().toString())
                .contains("createdBeforeOrAt=2025-12-08T16%3A00%3A58.001Z#from=1765209600000000");
        assertThat(next.origin()).isEqualTo(Origin.REPAIR);
    }

    @Test
    void thePagesEndWhereTheHoleBegins() {
        List<Decoded> page = answer(tradesOfAHole(), "2025-12-08T16:00:00.499Z", 1_000);
        assertThat(page).hasSize(500).allMatch(one -> one instanceof Decoded.Event(Trade trade));
    }

    @Test
    void aPageOfOneMillisecondDoesNotLeadToItself() {
        RestCall call = tradesOfAHole();
        String row =
                "{\"id\":\"1\",\"side\":\"BUY\",\"size\":\"1\",\"price\":\"2\",\"createdAt\":\"2025-12-08T16:01:00Z\"}";
        String trades =
                IntStream.range(0, 1_000).mapToObj(i -> row).collect(Collectors.joining(",", "{\"trades\":[", "]}"));
        RawFrame frame = new RawFrame(
                "dydx",
                RawFrame.Transport.REST,
                null,
                call.uri().toString(),
                micros("2025-12-08T16:02:00Z"),
                trades.getBytes(StandardCharsets.UTF_8));
        Decoded last = venue.decoder().decode(frame, InstrumentLookup.NONE).getLast();
        assertThat(((Decoded.Continued) last).next().uri().toString()).contains("16%3A00%3A59.999Z");
    }

    @Test
    void historyOfCandlesIsWindowsOfAPageFromTheOneThatWasOpen() {
        List<RestCall> calls =
                venue.rest().history(Kind.CANDLE, BTC, micros("2025-12-01T00:00:30Z"), micros("2025-12-02T00:00:00Z"));
        assertThat(calls).hasSize(2);
        assertThat(calls.getFirst().uri().toString())
                .contains("resolution=1MIN&limit=1000&fromISO=2025-12-01T00%3A00%3A00Z&toISO=2025-12-01T16%3A40%3A00Z");
        assertThat(calls).allMatch(call -> call.origin() == Origin.BACKFILL);
    }

    @Test
    void historyOfFundingAsksForAsManyHoursAsThereAre() {
        assertThat(venue.rest()
                        .history(
                                Kind.FUNDING_RATE, BTC, micros("2025-12-01T00:00:00Z"), micros("2025-12-08T00:00:00Z")))
                .singleElement()
                .extracting(call -> call.uri().toString())
                .asString()
                .endsWith("/historicalFunding/BTC-USD?limit=169&effectiveBeforeOrAt=2025-12-08T00%3A00%3A00Z");
    }

    @Test
    void aTickerWithCommasIsEscapedOnTheWayThereAndReadOnTheWayBack() {
        InstrumentId odd = DydxNames.instrument("FARTCOIN,RAYDIUM,9BB6-USD");
        RestCall call =
                venue.rest().repair(Kind.TRADE, odd, new Hole(-1, -1, 0, 1)).getFirst();
        assertThat(call.uri().getRawPath()).endsWith("/FARTCOIN%2CRAYDIUM%2C9BB6-USD");
        Decoded.Event first =
                (Decoded.Event) answer(call, "2025-12-08T16:00:59Z", 1).getFirst();
        assertThat(first.event().instrumentId()).isEqualTo(odd);
    }
}
