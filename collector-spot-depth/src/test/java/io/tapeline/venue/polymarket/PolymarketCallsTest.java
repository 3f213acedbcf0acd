package io.tapeline.venue.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolymarketCallsTest {
    private final Venue venue = new PolymarketVenue(PolymarketSettings.defaults());
    private final List<Instrument> tokens = PolymarketInstruments.some();

    private List<String> asked(String asset, String period) {
        PolymarketSettings defaults = PolymarketSettings.defaults();
        PolymarketSettings one = new PolymarketSettings(
                defaults.gamma(),
                defaults.clob(),
                defaults.data(),
                defaults.ws(),
                List.of(asset),
                List.of(period),
                2,
                defaults.linger(),
                defaults.resolutionWait(),
                defaults.listsEvery(),
                defaults.staleAfter(),
                defaults.firstBookWithin(),
                defaults.connectionLifetime(),
                true);
        return new PolymarketRest(one)
                .instruments(VenuePayload.RECEIVED + 61_000_000).stream()
                        .map(call -> call.uri().toString())
                        .toList();
    }

    @Test
    void theWindowsFromAQuarterOfAnHourAgoToTwoAheadAreAskedFor() {
        String start = "https://gamma-api.polymarket.com/events?slug=btc-updown-5m-";
        assertThat(asked("BTC", "5m"))
                .containsExactly(
                        start + "1795167900",
                        start + "1795168200",
                        start + "1795168500",
                        start + "1795168800",
                        start + "1795169100",
                        start + "1795169400");
        assertThat(asked("ETH", "1h"))
                .first()
                .isEqualTo("https://gamma-api.polymarket.com/events?slug=ethereum-up-or-down-november-20-2026-4am-et");
    }

    @Test
    void theFirstMessageOfAConnectionSaysWhatItIsForAndLaterOnesAdd() {
        List<VenueStream> streams = venue.subscriptions().streams(tokens, venue.kinds());
        AtomicLong ids = new AtomicLong();
        SubscribeRequest first = venue.subscriptions()
                .subscribe(streams.subList(0, 1), ids::incrementAndGet)
                .getFirst();
        SubscribeRequest second = venue.subscriptions()
                .subscribe(streams.subList(1, 2), ids::incrementAndGet)
                .getFirst();
        assertThat(first.text())
                .isEqualTo("{\"type\":\"market\",\"assets_ids\":[\"" + PolymarketPayloads.UP
                        + "\"],\"initial_dump\":true,\"level\":2,\"custom_feature_enabled\":true}");
        assertThat(second.text())
                .isEqualTo("{\"operation\":\"subscribe\",\"assets_ids\":[\"" + PolymarketPayloads.DOWN
                        + "\"],\"custom_feature_enabled\":true}");
        assertThat(venue.subscriptions()
                        .unsubscribe(streams.subList(1, 2), ids::incrementAndGet)
                        .getFirst()
                        .text())
                .isEqualTo("{\"operation\":\"unsubscribe\",\"assets_ids\":[\"" + PolymarketPayloads.DOWN + "\"]}");
    }

    private RestCall tradesOfAHole() {
        VenueRest.Hole hole = new VenueRest.Hole(-1, -1, 1_795_168_800_900_000L, 1_795_168_860_100_000L);
        return venue.rest()
                .repair(Kind.TRADE, tokens.getFirst().id(), hole, PolymarketInstruments.lookup())
                .getFirst();
    }

    private List<Decoded> answer(RestCall call, String text) {
        RawFrame frame = new RawFrame(
                "polymarket",
                RawFrame.Transport.REST,
                null,
                call.uri().toString(),
                VenuePayload.RECEIVED,
                text.getBytes(StandardCharsets.UTF_8));
        return venue.decoder().decode(frame, PolymarketInstruments.lookup());
    }

    @Test
    void missedTradesAreFoundByTheMarketsConditionAndReadBackPageAfterPage() {
        RestCall call = tradesOfAHole();
        assertThat(call.uri())
                .hasToString("https://gamma-api.polymarket.com/markets?slug=btc-updown-5m-1795168800#token="
                        + PolymarketPayloads.UP + "&from=1795168800&to=1795168860");
        RestCall first = next(answer(call, "[" + PolymarketPayloads.open() + "]"));
        assertThat(first.uri().toString())
                .startsWith("https://data-api.polymarket.com/trades?market=" + PolymarketPayloads.MARKET
                        + "&limit=500&offset=0&takerOnly=true#token=");
        List<Decoded> page = answer(first, page(500, 1_795_168_900L));
        assertThat(next(page).uri().toString()).contains("&offset=500&");
        assertThat(page.stream().filter(one -> one instanceof Decoded.Event(Trade trade)))
                .as("the seconds that the hole touches, of one token")
                .hasSize(5 * 60);
        assertThat(answer(first, page(500, 1_795_168_900L - 500)))
                .as("older than the hole: the pages end")
                .noneMatch(Decoded.Continued.class::isInstance);
    }

    private static RestCall next(List<Decoded> answer) {
        return ((Decoded.Continued) answer.getLast()).next();
    }

    /** Five trades a second, the newest first. */
    private static String page(int rows, long newest) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "{\"side\":\"BUY\",\"asset\":\"" + PolymarketPayloads.UP
                        + "\",\"size\":5,\"price\":0.5,\"timestamp\":" + (newest - i / 5) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void theOutcomeIsAskedForOfEachMarketFromItsEndOn() {
        List<VenueRest.Poll> polls = venue.rest().polls(tokens, Set.of(Kind.SETTLEMENT));
        assertThat(polls).singleElement().satisfies(poll -> {
            long end = tokens.getFirst().expiry();
            assertThat(poll.call().apply(end).uri())
                    .hasToString("https://gamma-api.polymarket.com/markets?slug=btc-updown-5m-1795168800");
            assertThat(poll.next().applyAsLong(end - 1_000_000_000L))
                    .isEqualTo(end + Duration.ofSeconds(20).toMillis() * 1_000);
            assertThat(poll.next().applyAsLong(end + 60_000_000L)).isEqualTo(end + 80_000_000L);
        });
    }

    @Test
    void booksAndQuotesOfThePastAreNowhere() {
        VenueRest.Hole hole = new VenueRest.Hole(-1, -1, 1, 2);
        for (Kind kind : List.of(Kind.BOOK, Kind.QUOTE)) {
            assertThat(venue.rest().repair(kind, tokens.getFirst().id(), hole, PolymarketInstruments.lookup()))
                    .isEmpty();
        }
    }

    @Test
    void everyRequestSaysWhoAsks() {
        assertThat(venue.rest().headers(tradesOfAHole())).containsKey("User-Agent");
    }
}
