package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.model.event.Origin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Questions to {@code /info}: each a POST with its type. Weights are those of the documentation: 20, and more by the rows an
 * answer may have.
 *
 * @param root of the host, without a slash at the end
 */
record HyperliquidInfo(String root) {
    static final int ROWS_OF_FUNDING = 500;
    static final int ROWS_OF_CANDLES = 5_000;

    private static final String PATH = "/info";
    private static final int WEIGHT = 20;

    /** The host that an answer came from. */
    static HyperliquidInfo of(@Nullable String url) {
        String text = String.valueOf(url);
        int path = text.indexOf(PATH);
        return new HyperliquidInfo(path < 0 ? "" : text.substring(0, path));
    }

    private RestCall ask(String about, Map<String, Object> body, int weight, Priority priority, Origin origin) {
        String question = about.isEmpty() ? "" : "&" + about;
        String text = ControlMessages.json("body", body);
        return new RestCalls(root, HyperliquidNames.FEED)
                .post(
                        PATH,
                        RestCalls.query("type", String.valueOf(body.get("type"))) + question,
                        text.substring("{\"body\":".length(), text.length() - 1),
                        weight,
                        priority,
                        origin);
    }

    RestCall listing(String type) {
        return ask("", ControlMessages.object("type", type), WEIGHT, Priority.RESYNC, Origin.LIVE);
    }

    /** The listing of one dex, and after it those of others. */
    RestCall metas(String dex, List<String> then) {
        return ask(
                RestCalls.query("dex", dex, "then", String.join(",", then)),
                ControlMessages.object("type", "meta", "dex", dex),
                WEIGHT,
                Priority.RESYNC,
                Origin.LIVE);
    }

    RestCall predictedFundings() {
        return ask("", ControlMessages.object("type", "predictedFundings"), WEIGHT, Priority.POLL, Origin.LIVE);
    }

    /** Times are epoch milliseconds, both included. */
    RestCall fundingHistory(String coin, long from, long to, Origin origin) {
        return ask(
                RestCalls.query("coin", coin, "from", from, "to", to, "for", origin),
                ControlMessages.object("type", "fundingHistory", "coin", coin, "startTime", from, "endTime", to),
                WEIGHT + rows(to - from, 3_600_000, ROWS_OF_FUNDING) / 20,
                priority(origin),
                origin);
    }

    /** Times are epoch milliseconds, both included. */
    RestCall candles(String coin, String interval, long from, long to, Origin origin) {
        long every = HyperliquidIntervals.length(interval).toMillis();
        return ask(
                RestCalls.query("coin", coin, "interval", interval),
                ControlMessages.object(
                        "type",
                        "candleSnapshot",
                        "req",
                        ControlMessages.object("coin", coin, "interval", interval, "startTime", from, "endTime", to)),
                WEIGHT + rows(to - from, every, ROWS_OF_CANDLES) / 60,
                priority(origin),
                origin);
    }

    private static int rows(long length, long every, int most) {
        return (int) Math.min(most, length / every + 1);
    }

    private static Priority priority(Origin origin) {
        return switch (origin) {
            case REPAIR -> Priority.REPAIR;
            case BACKFILL -> Priority.BACKFILL;
            case LIVE, REPLAY -> Priority.POLL;
        };
    }
}
