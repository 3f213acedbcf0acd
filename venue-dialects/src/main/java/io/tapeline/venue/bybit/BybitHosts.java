package io.tapeline.venue.bybit;

import java.net.URI;
import java.util.List;

/**
 * Hosts of a feed, roots without a slash at their end.
 *
 * @param mirror asked over REST while the other does not answer; empty for none
 */
record BybitHosts(String rest, String mirror, String ws) {

    URI stream(BybitCategory category) {
        return URI.create(ws + "/v5/public/" + category.wireName());
    }

    List<URI> mirrors(URI uri) {
        String address = uri.toString();
        return mirror.isEmpty() || !address.startsWith(rest)
                ? List.of()
                : List.of(URI.create(mirror + address.substring(rest.length())));
    }
}
