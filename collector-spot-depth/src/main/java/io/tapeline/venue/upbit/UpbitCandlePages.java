package io.tapeline.venue.upbit;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Candle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Candles by page. One is asked for by its end, and since stretches without trades have no candle it may reach back further
 * than it should: where it begins stands in the fragment, and what is older is left out.
 */
final class UpbitCandlePages {
    static final int MOST = 200;

    private static final String SINCE = "since";
    private static final long SECOND = Duration.ofSeconds(1).toNanos() / 1_000;

    private UpbitCandlePages() {}

    /** Paths and queries that get all candles that were open at some time between two, epoch microseconds. */
    static List<String> of(String code, UpbitInterval interval, long from, long to) {
        long length = interval.length().toNanos() / 1_000;
        long end = to + SECOND;
        List<String> pages = new ArrayList<>();
        for (long start = Math.max(0, from - length + 1); start < end; start += MOST * length) {
            long until = Math.min(end, start + MOST * length);
            pages.add("/v1/candles/" + interval.path() + "?"
                    + RestCalls.query("market", code, "to", iso(until), "count", MOST)
                    + "#" + SINCE + "=" + start);
        }
        return pages;
    }

    /** The venue reads whole seconds: the next one. */
    private static String iso(long micros) {
        return Instant.ofEpochSecond(Math.ceilDiv(micros, SECOND)).toString();
    }

    static List<Decoded> read(List<JsonValue> rows, RequestAddress asked, UpbitInterval interval, long received) {
        String since = asked.optional(SINCE);
        List<Decoded> candles = JsonDecoder.rows(
                rows, row -> List.of(UpbitCandles.fetched(UpbitRow.answered(row), interval, received)));
        return since == null
                ? candles
                : candles.stream()
                        .filter(one -> !isBefore(one, Long.parseLong(since)))
                        .toList();
    }

    private static boolean isBefore(Decoded decoded, long since) {
        return decoded instanceof Decoded.Event(Candle candle)
                && candle.header().timestamp() < since;
    }
}
