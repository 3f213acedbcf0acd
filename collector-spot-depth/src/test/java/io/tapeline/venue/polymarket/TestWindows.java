package io.tapeline.venue.polymarket;

import io.tapeline.collector.venue.PublishedEvents;
import io.tapeline.collector.venue.RunningFeed;
import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.market.MarketRates;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.InstrumentListed;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.venue.testing.EmulatedHost;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An emulated venue with windows of some length, and a feed that follows them. */
final class TestWindows implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PREFIX = "polymarket";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    final PublishedEvents published = new PublishedEvents();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Emulator emulator;
    private RunningFeed feed;

    /** A lively venue. */
    TestWindows() {
        this(10);
    }

    /** @param trades a second of each open window */
    TestWindows(double trades) {
        emulator = EmulatedHost.emulator(new MarketRates(trades, 20, 60, 0.02, 50, 50_000, 2), PREFIX);
    }

    void fault(Fault fault) {
        emulator.faults().add(fault);
    }

    void endFaults() {
        emulator.faults().clear();
    }

    /** Has the venue make the window that is open now, as anybody's question does. */
    void open(String asset, String period) throws Exception {
        Period series = Period.of(period);
        String slug = series.slug(asset, series.start(Instant.now()));
        http.send(
                HttpRequest.newBuilder(URI.create(emulator.baseUri(PREFIX) + "/events?slug=" + slug))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** Trades that were made so far, of whatever token. */
    long madeTrades() {
        return emulator.ledger().counts().getOrDefault("produced." + PREFIX + ".trade", 0L);
    }

    /** @param lifetime of connections; zero: for ever */
    void follow(Path directory, String asset, String period, int ahead, Duration lifetime) {
        follow(directory, asset, period, ahead, lifetime, 0);
    }

    /** @param days of history */
    void follow(Path directory, String asset, String period, int ahead, Duration lifetime, int days) {
        String rest = emulator.baseUri(PREFIX).toString();
        PolymarketSettings settings = new PolymarketSettings(
                rest,
                rest,
                rest,
                emulator.wsUri(PREFIX) + "/ws/market",
                List.of(asset),
                List.of(period),
                ahead,
                Duration.ofSeconds(3),
                Duration.ofSeconds(6),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                lifetime,
                true);
        Map<String, Object> collector = new HashMap<>(RunningFeed.settings(PREFIX, List.of(asset), directory));
        collector.put("tapeline.collector.feeds.polymarket.quote", "USD");
        collector.put("tapeline.collector.historical-days", days);
        feed = new RunningFeed(new PolymarketVenue(settings), published, collector);
    }

    RunningFeed feed() {
        return feed;
    }

    static void until(String what, Callable<Boolean> holds) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(holds);
    }

    /** Every token as it was listed last, in order. */
    List<Instrument> tokens() {
        Map<String, Instrument> latest = new LinkedHashMap<>();
        published
                .of(InstrumentListed.class)
                .forEach(event -> latest.put(event.instrument().symbol(), event.instrument()));
        return List.copyOf(latest.values());
    }

    <T extends MarketEvent> List<T> of(Class<T> type, Instrument token) {
        return published.of(type).stream()
                .filter(event -> event.instrumentId().equals(token.id()))
                .toList();
    }

    boolean said(Instrument token, Kind kind, FeedState state) {
        return of(FeedStatus.class, token).stream()
                .anyMatch(status -> status.stream() == kind && status.state() == state);
    }

    List<Gap> gaps(Kind kind) {
        return published.of(Gap.class).stream()
                .filter(gap -> gap.stream() == kind)
                .toList();
    }

    /** The emulator's own book of a token. */
    OwnBook venuesBook(Instrument token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(emulator.baseUri(PREFIX) + "/book?token_id=" + token.symbol()))
                .build();
        JsonNode book = JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        OwnBook own = new OwnBook();
        book.get("bids")
                .forEach(level -> own.set(
                        true, level.get("price").asString(), level.get("size").asString()));
        book.get("asks")
                .forEach(level -> own.set(
                        false, level.get("price").asString(), level.get("size").asString()));
        return own;
    }

    /** Trades of a token as the emulator made them: side, price, size. */
    List<String> madeTrades(Instrument token) {
        return emulator.ledger().produced(PREFIX, token.symbol(), "trade").stream()
                .map(entry -> JSON.readTree(entry.facts()))
                .map(facts ->
                        facts.get("side").asString() + " " + facts.get("price").asString() + " "
                                + facts.get("size").asString())
                .toList();
    }

    /** Trades of a token as they were published. */
    List<String> publishedTrades(Instrument token) {
        List<String> trades = new ArrayList<>();
        of(Trade.class, token)
                .forEach(trade -> trades.add(trade.side().name().toLowerCase(Locale.ROOT) + " "
                        + trade.price().toPlainString() + " " + trade.size().toPlainString()));
        return trades;
    }

    @Override
    public void close() {
        if (feed != null) {
            feed.close();
        }
        http.close();
        emulator.close();
    }
}
