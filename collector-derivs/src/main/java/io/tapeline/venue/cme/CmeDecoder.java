package io.tapeline.venue.cme;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueDecoder;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Reads the answers of all sources, told apart by their address.
 *
 * <p>Sizes count contracts: of {@code BTC} 5 bitcoin each, {@code MBT} 0.1 bitcoin, {@code ETH} 50 ether, {@code MET} 0.1
 * ether. The contracts are linear: open interest is worth contracts x contract size x settlement price. There is no inverse
 * and no quanto contract among them.
 */
final class CmeDecoder implements VenueDecoder {
    /** Sources as events name them. */
    static final String PUBLIC = "public";

    static final String FILE = "file";
    static final String DATAMINE = "datamine";

    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private final CmeSettings settings;
    private final SitePages pages;
    private final ProductList products;
    private final DataMineFiles datamine;
    private final EndOfDayFile endOfDay;
    private final DroppedFiles dropped;

    CmeDecoder(CmeSettings settings, CmeCalls calls) {
        this.settings = settings;
        this.pages = new SitePages(calls);
        this.products = new ProductList(calls, settings.productIds());
        this.datamine = new DataMineFiles(calls);
        this.endOfDay = new EndOfDayFile(calls);
        this.dropped = new DroppedFiles(calls, pages, endOfDay);
    }

    static boolean looksLikeJson(byte[] body) {
        int at = 0;
        while (at < body.length && Character.isWhitespace(body[at])) {
            at++;
        }
        return at < body.length && (body[at] == '{' || body[at] == '[');
    }

    @Override
    public List<Decoded> decode(RawFrame frame, InstrumentLookup instruments) {
        if (frame.transport() == Transport.WS) {
            return List.of(new Decoded.Unknown("the paid stream of CME is not collected"));
        }
        try {
            return answer(String.valueOf(frame.url()), frame, instruments);
        } catch (BadMember e) {
            return List.of(new Decoded.Malformed(e.reason()));
        }
    }

    private List<Decoded> answer(String url, RawFrame frame, InstrumentLookup instruments) {
        RequestAddress address = RequestAddress.of(url);
        SitePages.Reading reading = new SitePages.Reading(frame, instruments);
        String path = address.path();
        if (path.endsWith(CmeCalls.DOWNLOAD)) {
            return endOfDay.read(address.parameter("fid"), DATAMINE, reading);
        } else if (url.startsWith("file:") && address.optional("folder") == null) {
            return dropped.file(URLDecoder.decode(address.lastSegment(), StandardCharsets.UTF_8), reading);
        }
        JsonValue answer = JsonReader.read(frame.body());
        if (url.startsWith("data:")) {
            return Chain.byRule(answer.get("products"), frame, instruments);
        } else if (url.startsWith("file:")) {
            return dropped.listing(url, answer);
        } else if (address.optional("spot") != null) {
            return List.of(spot(address, answer));
        } else if (path.endsWith(CmeCalls.FILES)) {
            return datamine.read(answer, address);
        } else if (path.endsWith(CmeCalls.PRODUCTS)) {
            return products.read(answer, address);
        }
        return page(path, address, answer, reading);
    }

    private List<Decoded> page(String path, RequestAddress address, JsonValue answer, SitePages.Reading reading) {
        if (path.contains("/mvc/Quotes/")) {
            return SitePages.quotes(answer, reading.frame());
        } else if (path.contains(CmeCalls.SETTLEMENTS)) {
            LocalDate date = SitePages.date(address);
            Stage stage = Stage.of(answer.textOr("reportType", ""))
                    .orElseGet(() -> Stage.at(date, reading.frame().received()));
            return pages.settlements(product(address), date, stage, PUBLIC, answer, reading);
        } else if (path.contains(CmeCalls.VOLUME)) {
            Stage stage = path.endsWith("/F") ? Stage.FINAL : Stage.PRELIMINARY;
            return pages.volume(product(address), SitePages.date(address), stage, answer, reading);
        } else if (path.contains(CmeCalls.CALENDAR)) {
            return Chain.calendar(product(address), answer, reading.frame());
        }
        return List.of(new Decoded.Unknown("an answer to " + path));
    }

    /** From the fragment of our own calls; in other recordings the id in the path tells. */
    private CmeProduct product(RequestAddress address) {
        String named = address.optional("product");
        if (named != null) {
            return CmeProduct.of(named)
                    .orElseThrow(() -> new BadMember("url", "expected a product that is collected, got " + named));
        }
        return settings.productIds().entrySet().stream()
                .filter(id -> address.path().contains("/" + id.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new BadMember("url", "expected the id of a product that is collected"));
    }

    /**
     * The close of the minute before the instant, from rows of
     * {@code [time in seconds, low, high, open, close, volume]} in any order.
     */
    private static Decoded spot(RequestAddress address, JsonValue rows) {
        String base = address.parameter("spot");
        long at = Long.parseLong(address.parameter("at"));
        for (JsonValue row : rows.elements()) {
            if (EpochTime.seconds("time", row.at(0).decimal().add(MINUTE)) == at) {
                return new Decoded.ReferencePrice(base, at, row.at(4).decimal());
            }
        }
        return new Decoded.Ignored("no candle of " + base + " before " + at);
    }
}
