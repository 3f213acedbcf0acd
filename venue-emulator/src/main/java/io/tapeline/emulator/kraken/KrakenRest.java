package io.tapeline.emulator.kraken;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Answers of {@code /0/public}. Errors come with 200. */
final class KrakenRest {
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yy HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int MOST_TRADES = 1_000;
    private static final int MOST_CANDLES = 721;

    /** Prices have at least so many decimals here, whatever the pair has. */
    private static final int PRICE_DECIMALS = 5;

    private final KrakenVenue venue;

    KrakenRest(KrakenVenue venue) {
        this.venue = venue;
    }

    RestAnswer answer(RestRequest request) {
        return switch (request.path()) {
            case "/0/public/AssetPairs" -> ok(KrakenListing.answer(venue.contracts()));
            case "/0/public/Trades" -> trades(request, pair(request));
            case "/0/public/OHLC" -> candles(request, pair(request));
            case "/0/public/Time" -> time();
            case "/0/public/SystemStatus" -> status();
            default -> RestAnswer.ok(error("EGeneral:Unknown method"));
        };
    }

    private static RestAnswer ok(String result) {
        return RestAnswer.ok("{\"error\":[],\"result\":" + result + "}");
    }

    static String error(String text) {
        return "{\"error\":[" + Json.escaped(text) + "]}";
    }

    private ListedContract pair(RestRequest request) {
        return venue.pair(request.parameter("pair").orElse("")).orElseThrow(() -> bad("EQuery:Unknown asset pair"));
    }

    private static BadRequest bad(String text) {
        return new BadRequest(RestAnswer.ok(error(text)));
    }

    private static long number(RestRequest request, String name, long otherwise) {
        String text = request.parameter(name).orElse(Long.toString(otherwise));
        if (!text.matches("\\d{1,19}")) {
            throw bad("EGeneral:Invalid arguments:" + name);
        }
        return Long.parseLong(text);
    }

    private RestAnswer time() {
        long seconds = venue.now() / 1_000;
        return ok(Json.object()
                .number("unixtime", seconds)
                .text("rfc1123", RFC_1123.format(Instant.ofEpochSecond(seconds)))
                .end());
    }

    private RestAnswer status() {
        String now = Instant.ofEpochSecond(venue.now() / 1_000).toString();
        return ok(Json.object().text("status", "online").text("timestamp", now).end());
    }

    /** Oldest first, after an instant in nanoseconds; {@code last} is where the next page begins. */
    private RestAnswer trades(RestRequest request, ListedContract listed) {
        long since = number(request, "since", 0);
        int count = (int) Math.clamp(number(request, "count", MOST_TRADES), 1, MOST_TRADES);
        List<TradePrint> page =
                listed.market().trades().between(since / 1_000_000, Long.MAX_VALUE, count + MOST_TRADES).stream()
                        .filter(trade -> nanos(trade) > since)
                        .limit(count)
                        .toList();
        long last = page.isEmpty() ? since : nanos(page.getLast());
        return ok(Json.object()
                .raw(KrakenNames.pairId(listed), Json.array(page.stream().map(trade -> row(listed, trade))))
                .text("last", Long.toString(last))
                .end());
    }

    private static long nanos(TradePrint trade) {
        return KrakenTimes.micros(trade) * 1_000;
    }

    private static String row(ListedContract listed, TradePrint trade) {
        long micros = KrakenTimes.micros(trade);
        return "[\"" + padded(listed.spec().price(), trade.price()) + "\",\""
                + listed.spec().size().text(trade.size()) + "\"," + micros / 1_000_000 + "."
                + "%06d".formatted(micros % 1_000_000) + ",\"" + (trade.buyerMaker() ? "s" : "b") + "\",\""
                + (trade.id() % 3 == 0 ? "l" : "m") + "\",\"\"," + trade.id() + "]";
    }

    private static String padded(Grid grid, long count) {
        return grid.exact(count)
                .setScale(Math.max(PRICE_DECIMALS, grid.scale()))
                .toPlainString();
    }

    /** The newest, however far back is asked for, and the one that runs; {@code last} is the one before that. */
    private RestAnswer candles(RestRequest request, ListedContract listed) {
        int minutes = (int) Math.min(number(request, "interval", 1), Integer.MAX_VALUE);
        if (!KrakenStreams.hasInterval(minutes)) {
            throw bad("EGeneral:Invalid arguments");
        }
        long since = number(request, "since", 0);
        Interval interval = KrakenStreams.interval(minutes);
        List<Bar> bars = listed.candles().last(interval, venue.now(), MOST_CANDLES).stream()
                .filter(bar -> bar.openTime() / 1_000 > since)
                .toList();
        KrakenCandles text = new KrakenCandles(listed.spec());
        long last = bars.size() < 2 ? since : bars.get(bars.size() - 2).openTime() / 1_000;
        return ok(Json.object()
                .raw(KrakenNames.pairId(listed), Json.array(bars.stream().map(text::answered)))
                .number("last", last)
                .end());
    }
}
