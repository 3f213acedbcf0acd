package io.tapeline.venue.gmx;

import java.net.URI;
import java.util.List;

/** Other hosts for a call, only ever of the same API: another gives the same names other units and signs. */
record GmxHosts(GmxSettings settings) {

    List<URI> mirrors(URI uri) {
        String address = uri.toString();
        List<String> hosts =
                address.startsWith(settings.apis().getFirst() + "/v1/") ? settings.apis() : settings.keepers();
        String root = hosts.getFirst();
        return address.startsWith(root + "/")
                ? hosts.stream()
                        .skip(1)
                        .map(host -> URI.create(host + address.substring(root.length())))
                        .toList()
                : List.of();
    }
}
