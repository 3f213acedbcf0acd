package io.tapeline.venue.cme;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settlement files in the folder: DataMine's end-of-day CSV under any name, packed with gzip or not, and the JSON of the
 * settlements page under a name that begins with product and trade date, such as {@code BTC-2026-11-19.json} or
 * {@code MET_20261119_final.json}.
 */
final class DroppedFiles {
    private static final Pattern NAME =
            Pattern.compile("(?i)(BTC|MBT|ETH|MET)[-_. ](\\d{4})-?(\\d{2})-?(\\d{2})(?:[-_. ].*)?\\.json");

    /** What browsers and copying programs call a file that is not whole yet. */
    private static final Set<String> UNFINISHED = Set.of("part", "tmp", "crdownload", "filepart");

    private final CmeCalls calls;
    private final SitePages pages;
    private final EndOfDayFile endOfDay;

    DroppedFiles(CmeCalls calls, SitePages pages, EndOfDayFile endOfDay) {
        this.calls = calls;
        this.pages = pages;
        this.endOfDay = endOfDay;
    }

    List<Decoded> listing(String folder, JsonValue listing) {
        List<Decoded> decoded = new ArrayList<>(List.of(new Decoded.Heartbeat()));
        for (JsonValue file : listing.get("files").elements()) {
            String name = file.text("name");
            if (!UNFINISHED.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
                decoded.add(new Decoded.Referred(calls.file(folder, name)));
            }
        }
        return decoded;
    }

    /** A complaint names the file. */
    List<Decoded> file(String name, SitePages.Reading reading) {
        try {
            return content(name, reading).stream()
                    .map(said -> said instanceof Decoded.Malformed(String reason)
                            ? new Decoded.Malformed(name + ": " + reason)
                            : said)
                    .toList();
        } catch (BadMember e) {
            return List.of(new Decoded.Malformed(name + ": " + e.reason()));
        }
    }

    private List<Decoded> content(String name, SitePages.Reading reading) {
        if (!CmeDecoder.looksLikeJson(reading.frame().body())) {
            return endOfDay.read(name, CmeDecoder.FILE, reading);
        }
        Matcher found = NAME.matcher(name);
        CmeProduct product = found.matches() ? CmeProduct.of(found.group(1)).orElse(null) : null;
        if (product == null) {
            throw new BadMember("name", "expected product and trade date, such as BTC-2026-11-19.json");
        }
        JsonValue page = JsonReader.read(reading.frame().body());
        LocalDate named = SitePages.date(found.group(2) + found.group(3) + found.group(4));
        LocalDate told = SitePages.date(page.optionalText("tradeDate"));
        // When a page was saved nobody knows: what does not say that it is final may not have been.
        Stage stage =
                Stage.of(page.textOr("reportType", "")).or(() -> Stage.of(name)).orElse(Stage.PRELIMINARY);
        return pages.settlements(product, agreed(named, told), stage, CmeDecoder.FILE, page, reading);
    }

    private static LocalDate agreed(@Nullable LocalDate named, @Nullable LocalDate told) {
        if (named == null || (told != null && !told.equals(named))) {
            throw new BadMember("tradeDate", "expected " + named + " as the name says, got " + told);
        }
        return named;
    }
}
