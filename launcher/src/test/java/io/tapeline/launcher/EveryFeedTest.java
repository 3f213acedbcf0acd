package io.tapeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapeline.collector.venue.CoverageTable;
import io.tapeline.collector.venue.Venue;
import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.market.MarketRates;
import io.tapeline.launcher.e2e.ChildProcess;
import io.tapeline.launcher.e2e.FreePorts;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Market;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A demo of every feed at once: each kind that a feed offers is stored and served, and the coverage tables say neither more
 * nor less.
 */
class EveryFeedTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where each kind is served; a book shows in its best levels. */
    private static final Map<Kind, String> ENDPOINTS = Map.ofEntries(
            Map.entry(Kind.TRADE, "trades"),
            Map.entry(Kind.BOOK, "orderbooks"),
            Map.entry(Kind.QUOTE, "quotes"),
            Map.entry(Kind.MARK_PRICE, "mark-prices"),
            Map.entry(Kind.FUNDING_RATE, "funding-rates"),
            Map.entry(Kind.OPEN_INTEREST, "open-interest"),
            Map.entry(Kind.LIQUIDATION, "liquidations"),
            Map.entry(Kind.CANDLE, "ohlcv"),
            Map.entry(Kind.LONG_SHORT_RATIO, "long-short-ratio"),
            Map.entry(Kind.VOLATILITY_INDEX, "volatility-index"),
            Map.entry(Kind.SETTLEMENT, "settlements"),
            Map.entry(Kind.OPTION_SUMMARY, "options"),
            Map.entry(Kind.BORROW_RATE, "borrow-rates"),
            Map.entry(Kind.INSTRUMENT, "instruments"));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final int port = FreePorts.ofServices();
    private final HttpClient http = HttpClient.newHttpClient();

    /** A row that must be served: of a kind, from an exchange, on one of the feed's markets. */
    private record Due(String feed, Kind kind, String exchange, Collection<Market> markets) {}

    @Test
    void everyKindOfEveryFeedIsServed() throws Exception {
        MarketRates lively = new MarketRates(2, 4, 90, 0.05, 25, 5_000, 2);
        try (Emulator emulator = Emulator.start(EmulatorSettings.defaults()
                        .withPort(0)
                        .withAssets("BTC", "ETH")
                        .withMarket(lively));
                ChildProcess plant = start(emulator)) {
            await().atMost(Duration.ofSeconds(180)).until(() -> {
                assertThat(plant.alive()).as(plant.said()).isTrue();
                return plant.said().contains("Tapeline is up");
            });
            List<Due> due = due();
            assertThat(due).hasSizeGreaterThan(50);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(missing(due)).isEmpty());
            assertThat(plant.terminate()).as(plant.said()).isZero();
        }
    }

    private List<Due> due() {
        List<Due> due = new ArrayList<>();
        for (Venue venue : Venues.load().all()) {
            Set<Kind> supported = CoverageTable.of(venue.exchange(), venue.feed()).stream()
                    .filter(CoverageTable.Row::supported)
                    .flatMap(row -> row.kinds().stream())
                    // What the settings leave out the feed says itself.
                    .filter(kind -> !venue.unsupported().containsKey(kind))
                    .collect(Collectors.toSet());
            assertThat(venue.kinds()).as(venue.feed()).isEqualTo(supported);
            supported.forEach(kind -> due.add(new Due(venue.feed(), kind, venue.exchange(), markets(venue, kind))));
        }
        return due;
    }

    private static Collection<Market> markets(Venue venue, Kind kind) {
        return kind == Kind.VOLATILITY_INDEX ? List.of(Market.values()) : venue.markets();
    }

    private List<Due> missing(List<Due> due) throws Exception {
        List<Due> missing = new ArrayList<>();
        for (Due one : due) {
            if (!served(one)) {
                missing.add(one);
            }
        }
        due.retainAll(missing);
        return missing;
    }

    private boolean served(Due due) throws Exception {
        for (Market market : due.markets()) {
            JsonNode data = ask(ENDPOINTS.get(due.kind()) + "?exchange=" + due.exchange() + "&market="
                    + market.name().toLowerCase(java.util.Locale.ROOT) + "&hours=8760&limit=1");
            if (data.path("count").asInt() > 0) {
                return true;
            }
        }
        return false;
    }

    private JsonNode ask(String pathAndQuery) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/exchange/" + pathAndQuery))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("data");
    }

    private ChildProcess start(Emulator emulator) throws Exception {
        return ChildProcess.start(
                directory.resolve("plant.txt"),
                Map.of("SYMBOL", "BTC,ETH"),
                Tapeline.class,
                "demo",
                "--emulator=127.0.0.1:" + emulator.port(),
                "--data-dir=" + directory.resolve("data"),
                "--port=" + port,
                "--database-port=" + FreePorts.one(),
                "--broker-port=" + FreePorts.one());
    }
}
