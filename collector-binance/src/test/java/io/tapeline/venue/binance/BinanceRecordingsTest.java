package io.tapeline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.BookSequencer.Verdict;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Trade;
import io.tapeline.venue.testing.SharedFrames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded sessions: every frame is understood, digit by digit, and the books chain without a hole. */
class BinanceRecordingsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Venue spot = new BinanceSpotVenue(BinanceSettings.defaults());
    private final Venue futures = new BinanceFuturesVenue(BinanceSettings.defaults());

    @Test
    void everySpotFrameIsDecoded() throws IOException {
        assertThat(counts(spot)).isEqualTo(Map.of("Candle", 2, "Quote", 84, "Trade", 2, "changes", 177, "snapshot", 4));
    }

    @Test
    void everyFuturesFrameIsDecoded() throws IOException {
        assertThat(counts(futures))
                .isEqualTo(Map.of("Candle", 67, "Quote", 613, "Trade", 91, "changes", 764, "snapshot", 4));
    }

    private static Map<String, Integer> counts(Venue venue) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (RawFrame frame : SharedFrames.frames(venue.feed())) {
            for (Decoded decoded : venue.decoder().decode(frame, InstrumentLookup.NONE)) {
                String name =
                        switch (decoded) {
                            case Decoded.Event event -> event.event().getClass().getSimpleName();
                            case BookUpdate update -> update.snapshot() ? "snapshot" : "changes";
                            default -> decoded.toString();
                        };
                counts.merge(name, 1, Integer::sum);
            }
        }
        return counts;
    }

    @Test
    void spotDigitsAreTheVenuesOwn() throws IOException {
        digits(spot);
    }

    @Test
    void futuresDigitsAreTheVenuesOwn() throws IOException {
        digits(futures);
    }

    private static void digits(Venue venue) throws IOException {
        for (RawFrame frame : SharedFrames.frames(venue.feed())) {
            JsonNode raw = JSON.readTree(frame.body());
            JsonNode data = raw.has("data") ? raw.get("data") : raw;
            Decoded decoded =
                    venue.decoder().decode(frame, InstrumentLookup.NONE).getFirst();
            assertThat(said(decoded)).as(frame.text()).isEqualTo(sent(data));
        }
    }

    /** What an event says, in the order of {@link #sent}. */
    private static List<String> said(Decoded decoded) {
        List<String> texts = new ArrayList<>();
        switch (decoded) {
            case BookUpdate update -> {
                levels(update.bids(), texts);
                levels(update.asks(), texts);
                texts.add(String.valueOf(update.lastSequence()));
            }
            case Decoded.Event(Trade e) -> {
                texts.addAll(List.of(
                        e.tradeId(), plain(e.price()), plain(e.size()), e.side().name()));
                texts.add(millis(e));
            }
            case Decoded.Event(Quote e) ->
                texts.addAll(List.of(
                        plain(e.bidPrice()),
                        plain(e.bidSize()),
                        plain(e.askPrice()),
                        plain(e.askSize()),
                        String.valueOf(e.sequence())));
            case Decoded.Event(Candle e) -> {
                texts.addAll(List.of(plain(e.open()), plain(e.high()), plain(e.low()), plain(e.close())));
                texts.addAll(List.of(plain(e.volume()), plain(e.quoteVolume()), plain(e.buyVolume())));
                texts.addAll(List.of(e.interval(), String.valueOf(e.trades()), String.valueOf(e.closed()), millis(e)));
            }
            default -> texts.add(decoded.toString());
        }
        return texts;
    }

    private static List<String> sent(JsonNode data) {
        List<String> texts = new ArrayList<>();
        String type = data.path("e").asString("");
        if (type.equals("depthUpdate") || data.has("bids")) {
            boolean update = data.has("b");
            data.get(update ? "b" : "bids").forEach(level -> level.forEach(number -> texts.add(number.asString())));
            data.get(update ? "a" : "asks").forEach(level -> level.forEach(number -> texts.add(number.asString())));
            texts.add(data.get(update ? "u" : "lastUpdateId").asString());
        } else if (type.equals("aggTrade")) {
            texts.addAll(members(data, "a", "p", "q"));
            texts.add(data.get("m").booleanValue() ? "SELL" : "BUY");
            texts.add(data.get("T").asString());
        } else if (type.equals("kline")) {
            texts.addAll(members(data.get("k"), "o", "h", "l", "c", "v", "q", "V", "i", "n", "x", "t"));
        } else {
            texts.addAll(members(data, "b", "B", "a", "A", "u"));
        }
        return texts;
    }

    private static List<String> members(JsonNode data, String... names) {
        return java.util.Arrays.stream(names)
                .map(name -> data.get(name).asString())
                .toList();
    }

    private static void levels(Levels levels, List<String> texts) {
        for (int i = 0; i < levels.size(); i++) {
            texts.add(plain(levels.price(i)));
            texts.add(plain(levels.size(i)));
        }
    }

    private static String plain(java.math.BigDecimal number) {
        return number.toPlainString();
    }

    private static String millis(MarketEvent event) {
        return Long.toString(event.header().timestamp() / 1_000);
    }

    @Test
    void spotBooksBridgeTheirSnapshotsAndChain() throws IOException {
        Map<String, Integer> applied = chain(spot);
        assertThat(applied.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(SPOT_APPLIED);
    }

    @Test
    void futuresBooksBridgeTheirSnapshotsAndChain() throws IOException {
        Map<String, Integer> applied = chain(futures);
        assertThat(applied.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(FUTURES_APPLIED);
    }

    private static final int SPOT_APPLIED = 172;
    private static final int FUTURES_APPLIED = 752;

    /** Buffers until the snapshot, then applies by the venue's rules; any hole fails. */
    private static Map<String, Integer> chain(Venue venue) throws IOException {
        BookSequencer rules = venue.books().orElseThrow();
        Map<String, List<BookUpdate>> waiting = new HashMap<>();
        Map<String, Long> snapshots = new HashMap<>();
        Map<String, Long> books = new HashMap<>();
        Map<String, Integer> applied = new HashMap<>();
        for (RawFrame frame : SharedFrames.frames(venue.feed())) {
            for (Decoded decoded : venue.decoder().decode(frame, InstrumentLookup.NONE)) {
                if (!(decoded instanceof BookUpdate update)) {
                    continue;
                }
                String symbol = update.header().instrument().symbol();
                List<BookUpdate> queue = waiting.computeIfAbsent(symbol, s -> new ArrayList<>());
                if (update.snapshot()) {
                    assertThat(frame.transport()).isEqualTo(Transport.REST);
                    snapshots.put(symbol, update.lastSequence());
                } else {
                    queue.add(update);
                }
                if (!snapshots.containsKey(symbol)) {
                    continue;
                }
                for (BookUpdate next : queue) {
                    Verdict verdict = books.containsKey(symbol)
                            ? rules.next(books.get(symbol), next)
                            : rules.first(snapshots.get(symbol), next);
                    assertThat(verdict).as(next.toString()).isNotEqualTo(Verdict.RESYNC);
                    if (verdict == Verdict.APPLY) {
                        books.put(symbol, next.lastSequence());
                        applied.merge(symbol, 1, Integer::sum);
                    }
                }
                queue.clear();
            }
        }
        assertThat(books.keySet()).isEqualTo(snapshots.keySet());
        return applied;
    }
}
