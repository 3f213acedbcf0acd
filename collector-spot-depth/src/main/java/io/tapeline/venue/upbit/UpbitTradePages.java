package io.tapeline.venue.upbit;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.model.event.Trade;
import io.tapeline.model.json.IsoMicros;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trades of a stretch of one UTC day, page by page from its end. The venue finds them by how many days ago and by the time of
 * that day, so the first call gets the newest page, and when that was received tells what to ask for next. What is wanted
 * stands in the fragment.
 */
final class UpbitTradePages {
    static final int MOST = 500;

    private static final String PATH = "/v1/trades/ticks";
    private static final String SINCE = "since";
    private static final String UNTIL = "until";
    private static final long SECOND = Duration.ofSeconds(1).toNanos() / 1_000;
    private static final long DAY = Duration.ofDays(1).toNanos() / 1_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss").withZone(ZoneOffset.UTC);

    private UpbitTradePages() {}

    /** Paths and queries for what was traded between two times, epoch microseconds; one a day, the last day first. */
    static List<String> of(String code, long from, long to, int mostDays) {
        List<String> days = new ArrayList<>();
        long begins = Math.floorDiv(to, DAY) * DAY;
        for (int day = 0; day < mostDays && begins + DAY > from; day++, begins -= DAY) {
            days.add(PATH + "?" + RestCalls.query("market", code, "count", MOST)
                    + range(Math.max(from, begins), Math.min(to, begins + DAY - 1)));
        }
        return days;
    }

    private static String range(long since, long until) {
        return "#" + SINCE + "=" + since + "&" + UNTIL + "=" + until;
    }

    /** Rows are newest first; they are told oldest first. */
    static List<Decoded> read(List<JsonValue> rows, RequestAddress asked, RawFrame frame) {
        List<Decoded> trades = JsonDecoder.rows(
                rows.reversed(), row -> List.of(UpbitTrades.trade(UpbitRow.answered(row), frame.received())));
        String since = asked.optional(SINCE);
        String until = asked.optional(UNTIL);
        if (since == null || until == null) {
            return trades;
        }
        Page page = new Page(asked, frame, trades, Long.parseLong(since), Long.parseLong(until));
        List<Decoded> decoded = new ArrayList<>(page.wanted());
        page.next().ifPresent(next -> decoded.add(new Decoded.Continued(next)));
        return decoded;
    }

    /** A page, and what it leads to. */
    private record Page(RequestAddress asked, RawFrame frame, List<Decoded> trades, long since, long until) {

        List<Decoded> wanted() {
            return trades.stream().filter(this::isWanted).toList();
        }

        private boolean isWanted(Decoded decoded) {
            return !(decoded instanceof Decoded.Event(Trade trade))
                    || (trade.header().timestamp() >= since && trade.header().timestamp() <= until);
        }

        /** The first page that is not of the wanted day, or is all later, leads there; any other to the one before it. */
        Optional<RestCall> next() {
            Trade oldest = oldest();
            if (isNewest()
                    && (daysAgo() > 0 || (oldest != null && oldest.header().timestamp() > until))) {
                return Optional.of(call(dated()));
            }
            if (oldest == null
                    || oldest.tradeId() == null
                    || trades.size() < count()
                    || oldest.header().timestamp() < since) {
                return Optional.empty();
            }
            return Optional.of(call(before(oldest)));
        }

        private boolean isNewest() {
            return asked.optional("to") == null
                    && asked.optional("days_ago") == null
                    && asked.optional("cursor") == null;
        }

        private @Nullable Trade oldest() {
            return !trades.isEmpty() && trades.getFirst() instanceof Decoded.Event(Trade trade) ? trade : null;
        }

        private int count() {
            return Integer.parseInt(asked.parameter("count"));
        }

        private long daysAgo() {
            return Math.floorDiv(frame.received(), DAY) - Math.floorDiv(until, DAY);
        }

        /** The venue has seven days and refuses what is older. */
        private String dated() {
            Instant end = IsoMicros.toInstant(until + SECOND);
            boolean wholeDay = Math.floorDiv(until + SECOND, DAY) != Math.floorDiv(until, DAY);
            return (wholeDay ? "" : "&to=" + TIME.format(end)) + days(daysAgo());
        }

        private String before(Trade oldest) {
            String days = asked.optional("days_ago");
            return "&cursor=" + oldest.tradeId() + (days == null ? "" : "&days_ago=" + days);
        }

        private static String days(long ago) {
            return ago <= 0 ? "" : "&days_ago=" + ago;
        }

        private RestCall call(String where) {
            String url = String.valueOf(frame.url());
            String query = PATH + "?" + RestCalls.query("market", asked.parameter("market"), "count", MOST) + where;
            return new RestCalls(url.substring(0, url.indexOf(PATH)), UpbitBudgets.TRADES)
                    .repair(query + range(since, until), 1);
        }
    }
}
