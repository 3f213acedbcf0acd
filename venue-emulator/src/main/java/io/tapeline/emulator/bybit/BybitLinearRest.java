package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.FuturesMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers about contracts: marks, funding, open interest, ratios and deliveries beside what every category has. */
final class BybitLinearRest extends BybitRest {
    private static final int MOST_TRADES = 1000;

    BybitLinearRest(BybitVenue venue) {
        super(venue, MOST_TRADES);
    }

    @Override
    Optional<String> special(String path, BybitQuery query) {
        return Optional.ofNullable(
                switch (path) {
                    case "mark-price-kline" -> about(query, history().marks(query, 1));
                    case "index-price-kline" ->
                        about(query, history().marks(query, history().indexShare(query.contract())));
                    case "premium-index-price-kline" -> about(query, history().premiums(query));
                    case "funding/history" -> list(category(), funding(query));
                    case "open-interest" -> openInterest(query);
                    case "account-ratio" -> ratios(query);
                    case "delivery-price" -> list(category() + "\"nextPageCursor\":\"\",", deliveries());
                    default -> null;
                });
    }

    /** Pages go on where the cursor says; it comes escaped. */
    @Override
    String listing(BybitQuery query) {
        List<String> rows = new ArrayList<>();
        if (query.text("status", "Trading").equals("Trading")) {
            int number = 1;
            for (ListedContract listed : venue().contracts()) {
                rows.add(BybitListing.row(listed, number++));
            }
        }
        int from = Integer.parseInt(query.text("cursor", "first=0").replaceAll("\\D", ""));
        int until = Math.min(rows.size(), from + query.limit(500, 1000));
        String next = until < rows.size() ? "first%3D" + until : "";
        return Json.object()
                .text("category", "linear")
                .raw("list", Json.array(rows.subList(Math.min(from, until), until)))
                .text("nextPageCursor", next)
                .end();
    }

    @Override
    String ticker(ListedContract listed) {
        return new BybitTicker(listed).whole(venue().now());
    }

    private List<String> funding(BybitQuery query) {
        ListedContract listed = query.contract();
        if (query.request().parameter("startTime").isPresent()
                && query.request().parameter("endTime").isEmpty()) {
            throw BybitErrors.badParameter("endTime is missing", venue().now());
        }
        long from = query.number("startTime", 0);
        long to = query.number("endTime", Long.MAX_VALUE);
        return listed.marks().funding().rows().reversed().stream()
                .filter(row -> row.time() >= from && row.time() <= to)
                .limit(query.limit(200, 200))
                .map(BybitLinearRest::payment)
                .toList();
    }

    private static String payment(FundingHistory.Row row) {
        return Json.object()
                .text("symbol", row.symbol())
                .decimal("fundingRate", FuturesMarks.GRID, row.rate())
                .text("fundingRateTimestamp", Long.toString(row.time()))
                .end();
    }

    private String openInterest(BybitQuery query) {
        return Json.object()
                .text("symbol", query.contract().symbol())
                .text("category", "linear")
                .raw("list", Json.array(history().openInterest(query, venue().now())))
                .text("nextPageCursor", "")
                .end();
    }

    private String ratios(BybitQuery query) {
        return Json.object()
                .raw("list", Json.array(history().ratios(query, venue().now())))
                .text("nextPageCursor", "")
                .end();
    }

    /** Of the futures of the quarter before, at the price that everything started with. */
    private List<String> deliveries() {
        long time = BybitDates.lastQuarter(venue().started());
        return venue().contracts().stream()
                .filter(listed -> listed.contract().expiry() > 0)
                .map(listed -> Json.object()
                        .text("symbol", listed.spec().base() + "USDT-" + BybitDates.text(time))
                        .text(
                                "deliveryPrice",
                                FuturesMarks.GRID.text(
                                        FuturesMarks.GRID.count(listed.spec().startPrice())))
                        .text("deliveryTime", Long.toString(time))
                        .end())
                .toList();
    }
}
