package io.tapeline.venue.cme;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarkPrice;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the pages of the site: settlements, volume and open interest, delayed quotes. */
final class SitePages {
    private static final String TOTAL = "TOTAL";
    private static final DateTimeFormatter UPDATED = DateTimeFormatter.ofPattern("HH:mm:ss d MMM yyyy", Locale.ENGLISH);

    private final CmeCalls calls;

    SitePages(CmeCalls calls) {
        this.calls = calls;
    }

    /** The settlements of a product and trade date, as the site gives them or as they were saved to a file. */
    List<Decoded> settlements(
            CmeProduct product, LocalDate date, Stage stage, String source, JsonValue page, Reading reading) {
        List<JsonValue> rows = months(page.get("settlements"));
        if (rows.isEmpty()) {
            return List.of(new Decoded.Ignored("no settlements of " + product + " for " + date));
        }
        SettledDay day = new SettledDay(date, stage, source, reading.frame(), reading.instruments());
        LocalDate before = TradeDates.before(date);
        List<Decoded> decoded = new ArrayList<>(JsonDecoder.rows(
                rows,
                row -> day.contract(
                        CmeContract.of(product, "month", row.text("month")),
                        CmeFigures.value(row, "settle"),
                        CmeFigures.count(row, "volume"),
                        CmeFigures.count(row, "openInterest"),
                        before)));
        calls.spot(product.base(), date).map(Decoded.Referred::new).ifPresent(decoded::add);
        return decoded;
    }

    /** A frame and what is known to read it. */
    record Reading(RawFrame frame, InstrumentLookup instruments) {}

    /** The rows but for the sum over all months. */
    private static List<JsonValue> months(JsonValue rows) {
        return rows.elements().stream()
                .filter(row -> !TOTAL.equalsIgnoreCase(row.textOr("month", "").strip()))
                .toList();
    }

    /** Open interest at the close of the trade date itself. */
    List<Decoded> volume(CmeProduct product, LocalDate date, Stage stage, JsonValue page, Reading reading) {
        SettledDay day = new SettledDay(date, stage, CmeDecoder.PUBLIC, reading.frame(), reading.instruments());
        List<Decoded> decoded = JsonDecoder.rows(months(page.get("monthData")), row -> {
            BigDecimal close = CmeFigures.count(row, "atClose");
            CmeContract contract = CmeContract.of(product, "month", row.text("month"));
            List<Decoded> told = new ArrayList<>(close == null ? List.of() : day.listed(contract));
            if (close != null) {
                told.add(day.interest(contract, close, date));
            }
            return told;
        });
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("no volume of " + product + " for " + date)) : decoded;
    }

    /** Last prices of contracts that are collected; the time is that of the price, so the delay shows beside it. */
    static List<Decoded> quotes(JsonValue page, RawFrame frame) {
        List<Decoded> decoded = JsonDecoder.rows(page.get("quotes").elements(), row -> quote(row, frame));
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("no last price of what is collected")) : decoded;
    }

    private static List<Decoded> quote(JsonValue row, RawFrame frame) {
        LocalDate today = TradeDates.inChicago(frame.received()).toLocalDate();
        CmeContract contract =
                CmeContract.ofCode(row.textOr("quoteCode", ""), today).orElse(null);
        CmeFigures.Figure last = CmeFigures.figure(row, "last");
        return contract == null || last == null || last.indication()
                ? Collections.emptyList()
                : List.of(new Decoded.Event(new MarkPrice(
                        Header.venue(contract.id(), updated(row.text("updated")), frame.received()),
                        null,
                        null,
                        last.value())));
    }

    /** From {@code 12:06:37 CT<br /> 15 May 2018}. */
    private static long updated(String text) {
        try {
            String plain =
                    text.replaceAll("<[^>]*>", " ").replace("CT", " ").strip().replaceAll("\\s+", " ");
            return EpochTime.of(LocalDateTime.parse(plain, UPDATED)
                    .atZone(TradeDates.CHICAGO)
                    .toInstant());
        } catch (DateTimeException e) {
            throw new BadMember("updated", "expected a time like 12:06:37 CT 15 May 2018, got '" + text + "'");
        }
    }

    /** A trade date in any of the spellings of the site; null where there is none. */
    static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        for (DateTimeFormatter form : List.of(CmeCalls.COMPACT, CmeCalls.SLASHED, DateTimeFormatter.ISO_LOCAL_DATE)) {
            try {
                return LocalDate.parse(text.strip(), form);
            } catch (DateTimeException other) {
                // It is in another of the spellings, or in none.
            }
        }
        throw new BadMember("tradeDate", "expected a date like 11/20/2026, got '" + text + "'");
    }

    static LocalDate date(RequestAddress address) {
        LocalDate date = date(address.parameter("tradeDate"));
        if (date == null) {
            throw new BadMember("url", "expected a trade date");
        }
        return date;
    }
}
