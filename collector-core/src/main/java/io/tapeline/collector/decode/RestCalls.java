package io.tapeline.collector.decode;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.model.event.Origin;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * Builds calls to one host.
 *
 * @param root of the host, without a slash at its end
 * @param budget name of the budget they draw on
 */
public record RestCalls(String root, String budget) {

    public RestCall get(String pathAndQuery, int weight, RestCall.Priority priority, Origin origin) {
        return new RestCall(URI.create(root + pathAndQuery), budget, weight, priority, origin);
    }

    /** A listing, which everything else waits for. */
    public RestCall listing(String pathAndQuery, int weight) {
        return get(pathAndQuery, weight, RestCall.Priority.RESYNC, Origin.LIVE);
    }

    public RestCall poll(String pathAndQuery, int weight) {
        return get(pathAndQuery, weight, RestCall.Priority.POLL, Origin.LIVE);
    }

    public RestCall repair(String pathAndQuery, int weight) {
        return get(pathAndQuery, weight, RestCall.Priority.REPAIR, Origin.REPAIR);
    }

    public RestCall history(String pathAndQuery, int weight) {
        return get(pathAndQuery, weight, RestCall.Priority.BACKFILL, Origin.BACKFILL);
    }

    /** Draws on another budget. */
    public RestCalls drawing(String otherBudget) {
        return new RestCalls(root, otherBudget);
    }

    /**
     * A POST.
     *
     * @param about names and values that the answer cannot be understood without; kept in the fragment
     */
    public RestCall post(
            String path, String about, String body, int weight, RestCall.Priority priority, Origin origin) {
        return new RestCall(URI.create(root + path + "#" + about), budget, weight, priority, origin, body);
    }

    /** A text as one part of a path. */
    public static String path(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Names and values in turn as {@code name=value&name=value}, escaped. */
    public static String query(Object... namesAndValues) {
        StringJoiner query = new StringJoiner("&");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i] + "="
                    + URLEncoder.encode(namesAndValues[i + 1].toString(), StandardCharsets.UTF_8));
        }
        return query.toString();
    }
}
