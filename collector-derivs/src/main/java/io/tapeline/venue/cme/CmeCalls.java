package io.tapeline.venue.cme;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.model.json.IsoMicros;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builds the calls to all sources. What an answer does not say of itself stands in the fragment. */
final class CmeCalls {
    static final String LOCAL_BUDGET = "cme-local";
    static final String SITE_BUDGET = "cme-site";
    static final String DATAMINE_BUDGET = "cme-datamine";
    static final String SPOT_BUDGET = "cme-spot";

    static final String PRODUCTS = "/services/product-slate";
    static final String SETTLEMENTS = "/CmeWS/mvc/Settlements/Futures/Settlements/";
    static final String VOLUME = "/CmeWS/mvc/Volume/Details/F/";
    static final String QUOTES = "/CmeWS/mvc/Quotes/Future/";
    static final String CALENDAR = "/CmeWS/mvc/ProductCalendar/Future/";
    static final String FILES = "/api/list_entitlements_files";
    static final String DOWNLOAD = "/cme/api/v2/download";

    static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
    private static final long MINUTE_MICROS = 60_000_000;

    private final CmeSettings settings;
    private final RestCalls site;
    private final RestCalls datamine;

    CmeCalls(CmeSettings settings) {
        this.settings = settings;
        this.site = new RestCalls(settings.site(), SITE_BUDGET);
        this.datamine = new RestCalls(settings.datamine().host(), DATAMINE_BUDGET);
    }

    /** The contracts by rule: the address carries which products, and nobody is asked. */
    RestCall contracts() {
        String products =
                "{\"products\":[\"" + joined(EnumSet.allOf(CmeProduct.class)).replace(",", "\",\"") + "\"]}";
        return new RestCalls("data:application/json,", LOCAL_BUDGET).listing(RestCalls.path(products), 1);
    }

    Optional<RestCall> folder() {
        return settings.dropped()
                .map(path -> new RestCalls(path.toUri().toString().replaceFirst("/$", ""), LOCAL_BUDGET)
                        .poll("#" + RestCalls.query("folder", "files"), 1));
    }

    /** A file of the folder whose listing came from an address. */
    RestCall file(String folder, String name) {
        String root = folder.replaceFirst("[#?].*$", "");
        return new RestCalls(root + "/", LOCAL_BUDGET).poll(RestCalls.path(name), 1);
    }

    /** The product list, the first call of a reading of the pages: the largest products, in one answer. */
    RestCall products(SiteReading reading) {
        return site.poll(
                PRODUCTS + "?sortAsc=false&sortField=oi&pageNumber=1&pageSize=500&cleared=Futures#" + reading.query(),
                1);
    }

    RestCall settlements(CmeProduct product, long id, LocalDate date) {
        return site.poll(
                SETTLEMENTS + id + "/FUT?strategy=DEFAULT&"
                        + RestCalls.query("tradeDate", date.format(SLASHED), "pageSize", 500) + of(product),
                1);
    }

    RestCall volume(CmeProduct product, long id, LocalDate date, Stage stage) {
        String day = date.format(COMPACT);
        String report = stage == Stage.FINAL ? "F" : "P";
        return site.poll(
                VOLUME + id + "/" + day + "/" + report + "?tradeDate=" + day + "&pageSize=500" + of(product), 1);
    }

    RestCall quotes(CmeProduct product, long id) {
        return site.poll(QUOTES + id + "/G?pageSize=500" + of(product), 1);
    }

    RestCall calendar(CmeProduct product, long id) {
        return site.poll(CALENDAR + id + of(product), 1);
    }

    private static String of(CmeProduct product) {
        return "#" + RestCalls.query("product", product);
    }

    /** Files of a trade date that the credentials entitle to; in pages of 1000. */
    RestCall files(Collection<CmeProduct> products, LocalDate date, Optional<LocalDate> also) {
        return datamine.poll(
                FILES + "?category_code=EOD&exchange_code=XCME&foi_indicator=FUT&period_date=" + date.format(COMPACT)
                        + "&limit=1000&offset=0#"
                        + RestCalls.query(
                                "products",
                                joined(products),
                                "also",
                                also.map(LocalDate::toString).orElse("")),
                1);
    }

    static String joined(Collection<?> products) {
        return products.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    /** The next page of such a list; empty where it is on another host, which must not see the credentials. */
    Optional<RestCall> nextFiles(String address, String fragment) {
        return address.startsWith(settings.datamine().host() + "/")
                ? Optional.of(new RestCalls("", DATAMINE_BUDGET).poll(address + "#" + fragment, 1))
                : Optional.empty();
    }

    RestCall download(String fileId) {
        return datamine.poll(DOWNLOAD + "?" + RestCalls.query("fid", fileId), 1);
    }

    /** The minute before a trade date's prices were fixed, over which they are averaged, on a spot market. */
    Optional<RestCall> spot(String base, LocalDate date) {
        long fixed = TradeDates.settled(date);
        if (settings.spot().isEmpty()) {
            return Optional.empty();
        }
        String address = settings.spot()
                .replace("{base}", base)
                .replace("{start}", instant(fixed - MINUTE_MICROS))
                .replace("{end}", instant(fixed));
        return Optional.of(
                new RestCalls("", SPOT_BUDGET).poll(address + "#" + RestCalls.query("spot", base, "at", fixed), 1));
    }

    private static String instant(long micros) {
        return IsoMicros.toInstant(micros).toString();
    }

    /** Whether a call goes to DataMine, and may carry the credentials. */
    boolean toDataMine(URI uri) {
        return uri.toString().startsWith(settings.datamine().host() + "/");
    }

    boolean toSite(URI uri) {
        return uri.toString().startsWith(settings.site() + "/");
    }
}
