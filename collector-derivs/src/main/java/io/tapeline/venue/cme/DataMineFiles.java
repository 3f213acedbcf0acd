package io.tapeline.venue.cme;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.venue.Decoded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of files that the credentials entitle to ({@code {"data":[{"files":[{"file_id":..}]}],"paging":{"next":..}}}). Of
 * each product the most settled end-of-day file is read.
 */
final class DataMineFiles {
    private static final Pattern FILE =
            Pattern.compile("(?i)(\\d{8})-EOD_XCME_([A-Z]{3})_FUT(?:_[A-Z0-9]+)*?_([A-Z]+)_([EPF])");

    private final CmeCalls calls;

    DataMineFiles(CmeCalls calls) {
        this.calls = calls;
    }

    private record Offered(String id, String session, Stage stage) {
        /** Of one stage the electronic session, which is where these contracts trade. */
        private static final Comparator<Offered> ORDER = Comparator.comparing(Offered::stage)
                .thenComparing(offered -> offered.session().equals("ETH"));
    }

    List<Decoded> read(JsonValue page, RequestAddress address) {
        List<CmeProduct> products = SiteReading.products(address);
        Map<CmeProduct, Offered> best = new EnumMap<>(CmeProduct.class);
        for (JsonValue group : page.get("data").elements()) {
            for (JsonValue file : group.get("files").elements()) {
                offer(file.text("file_id"), products, best);
            }
        }
        List<Decoded> decoded = new ArrayList<>(List.of(new Decoded.Heartbeat()));
        also(address, products).ifPresent(decoded::add);
        best.forEach((product, file) -> {
            spot(product, file).ifPresent(decoded::add);
            decoded.add(new Decoded.Referred(calls.download(file.id())));
        });
        if (page.has("paging")) {
            next(page.get("paging"), address).ifPresent(decoded::add);
        }
        return decoded;
    }

    private static void offer(String id, List<CmeProduct> products, Map<CmeProduct, Offered> best) {
        Matcher found = FILE.matcher(id);
        CmeProduct product = found.matches() ? CmeProduct.of(found.group(2)).orElse(null) : null;
        if (product != null && products.contains(product)) {
            Offered offered = new Offered(id, found.group(3).toUpperCase(Locale.ROOT), EndOfDayFile.stage(id));
            best.merge(product, offered, (one, other) -> Offered.ORDER.compare(one, other) >= 0 ? one : other);
        }
    }

    /** The trade date before is read first: it tells whether the front month changed since. */
    private Optional<Decoded> also(RequestAddress address, List<CmeProduct> products) {
        LocalDate also = SitePages.date(address.optional("also"));
        return also == null
                ? Optional.empty()
                : Optional.of(new Decoded.Continued(calls.files(products, also, Optional.empty())));
    }

    private Optional<Decoded> spot(CmeProduct product, Offered file) {
        LocalDate date = SitePages.date(file.id().substring(0, 8));
        return date == null
                ? Optional.empty()
                : calls.spot(product.base(), date).map(Decoded.Referred::new);
    }

    private Optional<Decoded> next(JsonValue paging, RequestAddress address) {
        String products = "products=" + address.parameter("products");
        return Optional.ofNullable(paging.optionalText("next"))
                .filter(next -> !next.isBlank())
                .map(next -> calls.nextFiles(next, products)
                        .<Decoded>map(Decoded.Continued::new)
                        .orElseGet(() -> new Decoded.Malformed("paging.next: expected an address of DataMine")));
    }
}
