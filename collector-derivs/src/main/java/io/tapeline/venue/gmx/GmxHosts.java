package io.tapeline.venue.gmx;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Other hosts for a call, only ever of the same API: another gives the same names other units and signs. */
record GmxHosts(GmxSettings settings) {

    List<URI> mirrors(URI uri) {
        String address = uri.toString();
        return Stream.of(settings.apis(), settings.keepers())
                .filter(hosts -> isOf(address, hosts))
                .findFirst()
                .map(hosts -> others(address, hosts))
                .orElse(List.of());
    }

    private boolean isOf(String address, List<String> hosts) {
        String root = hosts.getFirst();
        boolean newer = address.startsWith(settings.apis().getFirst() + "/v1/");
        return address.startsWith(root + "/") && newer == hosts.equals(settings.apis());
    }

    private static List<URI> others(String address, List<String> hosts) {
        String asked = address.substring(hosts.getFirst().length());
        return hosts.stream().skip(1).map(host -> URI.create(host + asked)).toList();
    }
}
