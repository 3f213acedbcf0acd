package io.tapeline.venue.upbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Trade;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is asked for, and how. Answers are received on 2026-11-20 at 10:00. */
class UpbitCallsTest {
    private static final String NEWEST = "/v1/trades/ticks?market=KRW-BTC&count=500";

    private final VenueRest rest = UpbitTape.VENUE.rest();

    private static long micros(String time) {
        return Instant.parse(time).toEpochMilli() * 1_000;
    }

    private static String range(String since, String until) {
        return "#since=" + micros(since) + "&until=" + micros(until);
    }

    private static List<String> addresses(List<RestCall> calls) {
        return calls.stream()
                .map(call -> call.uri().toString().substring(UpbitTape.API.length()))
                .toList();
    }

    /** A page whose newest trade was at a time, one a second before it. */
    private static String page(String newest, int count) {
        long millis = Instant.parse(newest).toEpochMilli();
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "{\"market\":\"KRW-BTC\",\"timestamp\":%d,\"trade_price\":5,\"trade_volume\":1,\"ask_bid\":\"BID\",\"sequential_id\":%d}"
                                .formatted(millis - 1_000L * i, 1_000_000 - i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> next(List<Decoded> decoded) {
        return addresses(decoded.stream()
                .filter(Decoded.Continued.class::isInstance)
                .map(one -> ((Decoded.Continued) one).next())
                .toList());
    }

    private static long trades(List<Decoded> decoded) {
        return decoded.stream()
                .filter(one -> one instanceof Decoded.Event(Trade trade))
                .count();
    }

    @Test
    void missingTradesAreAskedForByTheNewestPage() {
        List<RestCall> calls = rest.repair(
                Kind.TRADE,
                UpbitInstruments.KRW_BTC.id(),
                new Hole(-1, -1, micros("2026-11-20T09:58:00Z"), micros("2026-11-20T09:59:00Z")));
        assertThat(addresses(calls)).containsExactly(NEWEST + range("2026-11-20T09:57:55Z", "2026-11-20T09:59:05Z"));
        assertThat(calls.getFirst().origin()).isEqualTo(Origin.REPAIR);
    }

    @Test
    void aHoleOverMidnightIsAskedForDayByDayTheLastFirst() {
        assertThat(addresses(rest.repair(
                        Kind.TRADE,
                        UpbitInstruments.KRW_BTC.id(),
                        new Hole(-1, -1, micros("2026-11-19T23:00:00Z"), micros("2026-11-20T01:00:00Z")))))
                .containsExactly(
                        NEWEST + range("2026-11-20T00:00:00Z", "2026-11-20T01:00:05Z"),
                        NEWEST + "#since=" + micros("2026-11-19T22:59:55Z") + "&until="
                                + (micros("2026-11-20T00:00:00Z") - 1));
    }

    @Test
    void onlyWhatIsMissingIsTakenFromAPage() {
        List<Decoded> decoded = UpbitTape.answer(
                NEWEST + range("2026-11-20T09:59:00Z", "2026-11-20T09:59:09Z"), page("2026-11-20T09:59:30Z", 499));
        assertThat(trades(decoded)).isEqualTo(10);
        assertThat(next(decoded)).isEmpty();
    }

    @Test
    void aFullPageThatDoesNotReachBackFarEnoughLeadsToTheOneBeforeIt() {
        String range = range("2026-11-20T09:00:00Z", "2026-11-20T09:59:30Z");
        List<Decoded> decoded = UpbitTape.answer(NEWEST + range, page("2026-11-20T09:59:30Z", 500));
        assertThat(trades(decoded)).isEqualTo(500);
        assertThat(next(decoded)).containsExactly(NEWEST + "&cursor=999501" + range);
        assertThat(next(UpbitTape.answer(NEWEST + "&cursor=999501" + range, page("2026-11-20T09:10:00Z", 499))))
                .as("when nothing is older")
                .isEmpty();
        assertThat(next(UpbitTape.answer(NEWEST + "&cursor=999501" + range, page("2026-11-20T09:05:00Z", 500))))
                .as("when it reaches back far enough")
                .isEmpty();
    }

    @Test
    void anotherDayIsAskedForByHowManyDaysAgoItWas() {
        String range = range("2026-11-18T09:00:00Z", "2026-11-18T09:59:30Z");
        assertThat(next(UpbitTape.answer(NEWEST + range, page("2026-11-20T09:59:30Z", 500))))
                .containsExactly(NEWEST + "&to=095931&days_ago=2" + range);
        assertThat(next(UpbitTape.answer(NEWEST + "&to=095931&days_ago=2" + range, page("2026-11-18T09:59:30Z", 500))))
                .containsExactly(NEWEST + "&cursor=999501&days_ago=2" + range);
    }

    @Test
    void anEarlierTimeOfTheDayIsAskedForByThatTime() {
        String range = range("2026-11-20T01:00:00Z", "2026-11-20T02:00:00Z");
        assertThat(next(UpbitTape.answer(NEWEST + range, page("2026-11-20T09:59:30Z", 500))))
                .containsExactly(NEWEST + "&to=020001" + range);
    }

    @Test
    void whatIsOlderThanTheVenueKeepsIsStillAskedForSoThatItCanSaySo() {
        String range = range("2026-11-10T01:00:00Z", "2026-11-10T23:59:59Z");
        assertThat(next(UpbitTape.answer(NEWEST + range, "[]"))).containsExactly(NEWEST + "&days_ago=10" + range);
    }

    @Test
    void candlesAreAskedForByTheEndOfEachPage() {
        List<RestCall> calls = rest.history(
                Kind.CANDLE,
                UpbitInstruments.KRW_BTC.id(),
                micros("2026-11-20T00:00:00Z"),
                micros("2026-11-20T05:00:00Z"));
        String minutes = "/v1/candles/minutes/1?market=KRW-BTC&to=%s&count=200#since=%d";
        long since = micros("2026-11-19T23:59:00Z") + 1;
        assertThat(addresses(calls))
                .containsExactly(
                        minutes.formatted("2026-11-20T03%3A19%3A01Z", since),
                        minutes.formatted("2026-11-20T05%3A00%3A01Z", since + 200 * 60_000_000L),
                        "/v1/candles/days?market=KRW-BTC&to=2026-11-20T05%3A00%3A01Z&count=200#since="
                                + (micros("2026-11-19T00:00:00Z") + 1));
        assertThat(calls).extracting(RestCall::origin).containsOnly(Origin.BACKFILL);
    }

    @Test
    void aPageOfCandlesThatReachesBackTooFarIsCut() {
        String row =
                "{\"market\":\"KRW-BTC\",\"candle_date_time_utc\":\"2026-11-20T09:%s:00\",\"opening_price\":1,\"high_price\":1,"
                        + "\"low_price\":1,\"trade_price\":1}";
        String answer = "[" + row.formatted("59") + "," + row.formatted("01") + "]";
        String since = "#since=" + (micros("2026-11-20T09:01:00Z") + 1);
        assertThat(UpbitTape.answer("/v1/candles/minutes/1?market=KRW-BTC" + since, answer))
                .hasSize(1);
    }

    @Test
    void theVenueHasNoBooksAndNoTradesOfThePast() {
        assertThat(rest.repair(Kind.BOOK, UpbitInstruments.KRW_BTC.id(), new Hole(-1, -1, 1, 2)))
                .isEmpty();
        assertThat(rest.history(Kind.TRADE, UpbitInstruments.KRW_BTC.id(), 1, 2))
                .isEmpty();
    }

    @Test
    void oneRequestNamesEverythingAndTheListUnderItsTicketIsAskedForAfterIt() {
        List<VenueStream> streams = UpbitTape.VENUE
                .subscriptions()
                .streams(List.of(UpbitInstruments.KRW_BTC, UpbitInstruments.BTC_ETH), Set.of(Kind.TRADE, Kind.BOOK));
        List<SubscribeRequest> requests =
                UpbitTape.VENUE.subscriptions().subscribe(streams, new AtomicLong()::incrementAndGet);
        assertThat(requests)
                .extracting(SubscribeRequest::text)
                .containsExactly(
                        "[{\"ticket\":\"tapeline-1\"},{\"type\":\"trade\",\"codes\":[\"KRW-BTC\",\"BTC-ETH\"]},"
                                + "{\"type\":\"orderbook\",\"codes\":[\"KRW-BTC\",\"BTC-ETH\"]},{\"format\":\"DEFAULT\"}]",
                        "[{\"ticket\":\"tapeline-1\"},{\"method\":\"LIST_SUBSCRIPTIONS\"}]");
    }
}
