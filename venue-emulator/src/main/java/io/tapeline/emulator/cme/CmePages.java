package io.tapeline.emulator.cme;

import io.tapeline.emulator.kit.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The pages of the site as texts. */
final class CmePages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter UPDATED =
            DateTimeFormatter.ofPattern("HH:mm:ss 'CT<br />' dd MMM yyyy", Locale.ENGLISH);
    private static final long DELAY_MILLIS = 600_000;

    private CmePages() {}

    static String products(List<CmeFutures> futures) {
        return Json.object()
                .raw("products", Json.array(futures.stream().map(CmePages::product)))
                .raw("props", "{\"pageTotal\":1,\"total\":" + futures.size() + "}")
                .end();
    }

    private static String product(CmeFutures f) {
        return Json.object()
                .number("id", f.id())
                .text("name", f.name())
                .text("clearing", f.product())
                .text("globex", f.product())
                .text("prodCode", f.product())
                .text("cleared", "Futures")
                .text("exch", "CME")
                .text("group", "Cryptocurrencies")
                .text("vol", "8,236")
                .text("oi", "23,782")
                .end();
    }

    static String settlements(CmeFutures f, List<CmeFutures.Row> rows) {
        Stream<String> months = rows.stream().map(row -> settlement(f, row));
        Stream<String> all = rows.isEmpty() ? months : Stream.concat(months, Stream.of(total(rows)));
        return Json.object().raw("settlements", Json.array(all)).end();
    }

    private static String settlement(CmeFutures f, CmeFutures.Row row) {
        String settle = f.price().text(row.settle());
        return Json.object()
                .text("month", CmeMonths.shortName(row.month()))
                .text("open", settle)
                .text("high", f.price().text(row.settle() + 9) + "B")
                .text("low", f.price().text(row.settle() - 9) + "A")
                .text("last", settle)
                .text("change", "-5.00")
                .text("settle", settle)
                .text("volume", commas(row.volume()))
                .text("openInterest", commas(row.openInterest()))
                .end();
    }

    private static String total(List<CmeFutures.Row> rows) {
        return Json.object()
                .text("month", "Total")
                .text("open", "-")
                .text("high", "-")
                .text("low", "-")
                .text("last", "-")
                .text("change", "0")
                .text("settle", "-")
                .text("volume", sum(rows, CmeFutures.Row::volume))
                .text("openInterest", sum(rows, CmeFutures.Row::openInterest))
                .end();
    }

    private static String sum(List<CmeFutures.Row> rows, ToLongFunction<CmeFutures.Row> figure) {
        return commas(rows.stream().mapToLong(figure).sum());
    }

    private static String commas(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String volume(String day, List<CmeFutures.Row> rows) {
        return Json.object()
                .text("tradeDate", day)
                .raw(
                        "totals",
                        Json.object()
                                .text("totalVolume", sum(rows, CmeFutures.Row::volume))
                                .text("atClose", sum(rows, CmeFutures.Row::atClose))
                                .end())
                .raw("monthData", Json.array(rows.stream().map(row -> Json.object()
                        .text("month", CmeMonths.shortName(row.month()))
                        .text("monthID", CmeMonths.shortName(row.month()).replace(' ', '-'))
                        .text("totalVolume", commas(row.volume()))
                        .text("atClose", commas(row.atClose()))
                        .end())))
                .end();
    }

    static String calendar(CmeFutures f, LocalDate today) {
        return Json.array(CmeMonths.listed(today).stream().map(month -> Json.object()
                .text("productCode", f.product() + CmeMonths.code(month))
                .text("contractMonth", CmeMonths.longName(month))
                .text("firstTrade", DAY.format(month.minusMonths(6).atDay(28)))
                .text("lastTrade", DAY.format(CmeMonths.lastDay(month)))
                .text("settlement", DAY.format(CmeMonths.lastDay(month)))
                .end()));
    }

    static String quotes(CmeFutures f, long now) {
        long then = now - DELAY_MILLIS;
        ZonedDateTime updated = Instant.ofEpochMilli(then).atZone(CmeMonths.CHICAGO);
        return Json.object()
                .flag("quoteDelayed", true)
                .text("quoteDelay", "10 minutes")
                .text("tradeDate", DAY.format(updated))
                .raw(
                        "quotes",
                        Json.array(CmeMonths.listed(updated.toLocalDate()).stream()
                                .map(month -> quote(f, month, then, UPDATED.format(updated)))))
                .end();
    }

    private static String quote(CmeFutures f, YearMonth month, long time, String updated) {
        String last = f.price().text(f.future(f.spot().market().fair(), month, time));
        String code = f.product() + CmeMonths.code(month);
        return Json.object()
                .text("last", last)
                .text("change", "+5.00")
                .text("priorSettle", last)
                .text("open", last)
                .text("close", "-")
                .text("high", last)
                .text("low", last)
                .text("highLimit", last)
                .text("lowLimit", last)
                .text("volume", "1,204")
                .text("mdKey", code + "-XCME-G")
                .text("quoteCode", code)
                .text("escapedQuoteCode", code)
                .text("code", code)
                .text("updated", updated)
                .text("expirationMonth", CmeMonths.longName(month).toUpperCase(Locale.ROOT))
                .text("expirationCode", CmeMonths.code(month))
                .text("expirationDate", DateTimeFormatter.BASIC_ISO_DATE.format(month.atDay(1)))
                .text("productName", f.name())
                .text("productCode", f.product())
                .text("uri", "/markets/cryptocurrencies.html")
                .number("productId", f.id())
                .text("exchangeCode", "XCME")
                .text("optionUri", "-")
                .flag("hasOption", false)
                .raw("priceChart", chart(f, month))
                .text("netChangeStatus", "statusOK")
                .text("highLowLimits", last + " / " + last)
                .end();
    }

    private static String chart(CmeFutures f, YearMonth month) {
        return Json.object()
                .flag("enabled", true)
                .text("code", f.product())
                .text("monthYear", CmeMonths.code(month))
                .number("venue", 0)
                .text(
                        "title",
                        CmeMonths.longName(month).toUpperCase(Locale.ROOT).replace(' ', '_'))
                .number("year", month.getYear())
                .end();
    }
}
