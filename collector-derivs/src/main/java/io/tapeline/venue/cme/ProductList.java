package io.tapeline.venue.cme;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.venue.Decoded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds the ids of products in the site's list, and what is to be read of each. */
final class ProductList {
    private final CmeCalls calls;
    private final Map<CmeProduct, Integer> configured;

    ProductList(CmeCalls calls, Map<CmeProduct, Integer> configured) {
        this.calls = calls;
        this.configured = configured;
    }

    List<Decoded> read(JsonValue page, RequestAddress address) {
        SiteReading reading = SiteReading.of(address);
        Map<CmeProduct, Long> listed = ids(page.get("products"));
        List<Decoded> decoded = new ArrayList<>(List.of(new Decoded.Heartbeat()));
        decoded.addAll(reading.settlements() ? spots(reading) : List.of());
        for (CmeProduct product : reading.products()) {
            Long found = listed.get(product);
            Integer set = configured.get(product);
            if (found == null && set == null) {
                decoded.add(new Decoded.Malformed("products: expected " + product + " in the list, and product-ids."
                        + product + " is not set: its pages are not read"));
                continue;
            } else if (found != null && set != null && found != set.longValue()) {
                decoded.add(new Decoded.Malformed("product-ids." + product + ": expected " + found
                        + " as the site lists it, got " + set + ": the site's is taken"));
            }
            long id = found != null ? found : set;
            reading.calls(calls, product, id).forEach(call -> decoded.add(new Decoded.Referred(call)));
        }
        return decoded;
    }

    /** Before the settlements, so that a recording has the price before what is compared with it. */
    private List<Decoded> spots(SiteReading reading) {
        List<Decoded> spots = new ArrayList<>();
        for (LocalDate date : reading.dates()) {
            reading.products().stream()
                    .map(CmeProduct::base)
                    .distinct()
                    .flatMap(base -> calls.spot(base, date).stream())
                    .forEach(call -> spots.add(new Decoded.Referred(call)));
        }
        return spots;
    }

    /** A row counts only when its Globex code is that of the product. */
    private static Map<CmeProduct, Long> ids(JsonValue rows) {
        Map<CmeProduct, Long> ids = new EnumMap<>(CmeProduct.class);
        for (JsonValue row : rows.elements()) {
            boolean futures = row.textOr("cleared", "Futures").equalsIgnoreCase("Futures");
            CmeProduct product = CmeProduct.of(row.textOr("globex", "")).orElse(null);
            if (futures && product != null) {
                ids.put(product, row.integer("id"));
            }
        }
        return ids;
    }
}
