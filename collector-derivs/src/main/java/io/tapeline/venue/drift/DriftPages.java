package io.tapeline.venue.drift;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.model.event.Origin;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages of lists that have the newest first: followed until one reaches back to the time that was asked for. */
final class DriftPages {
    /** What the question says: epoch seconds; without it one page is enough. */
    static final String FROM = "from";

    private static final String PAGE = "page";

    private DriftPages() {}

    /** @param rows oldest first */
    static Optional<Decoded> next(JsonValue answer, List<JsonValue> rows, @Nullable String url) {
        String from = RequestAddress.of(url).optional(FROM);
        JsonValue meta = answer.find("meta");
        String page = meta == null ? null : meta.optionalText("nextPage");
        if (url == null || from == null || page == null || rows.isEmpty()) {
            return Optional.empty();
        }
        boolean reached = rows.getFirst().integer("ts") < Long.parseLong(from);
        return reached ? Optional.empty() : Optional.of(new Decoded.Continued(call(url, page)));
    }

    private static RestCall call(String url, String page) {
        int fragment = url.indexOf('#');
        String asked = url.substring(0, fragment).replaceAll("[?&]" + PAGE + "=[^&]*", "");
        String next = asked + (asked.indexOf('?') < 0 ? "?" : "&") + PAGE + "="
                + URLEncoder.encode(page, StandardCharsets.UTF_8) + url.substring(fragment);
        return new RestCall(URI.create(next), DriftRest.BUDGET, 1, Priority.POLL, Origin.LIVE);
    }
}
