package io.tapeline.emulator.krakenfutures;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Candles;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers of {@code /derivatives} and of the charts. Errors come with 200. */
final class KrakenFuturesRest {
    private static final int MOST_CANDLES = 5_000;
    private static final long HOUR = 3_600_000;

    private final KrakenFuturesVenue venue;

    KrakenFuturesRest(KrakenFuturesVenue venue) {
        this.venue = venue;
    }

    RestAnswer answer(RestRequest request) {
        if (request.path().startsWith("/api/charts/v1/")) {
            return charts(request, request.path().substring("/api/charts/v1/".length()).split("/"));
        }
        return switch (request.path()) {
            case "/derivatives/api/v3/instruments" -> ok("instruments", listing());
            case "/derivatives/api/v3/instruments/status" -> ok("instrumentStatus", statuses());
            case "/derivatives/api/v3/historical-funding-rates" ->
                ok("rates", funding(contract(request.symbol())));
            default -> RestAnswer.of(404, error("notFound"));
        };
    }

    private RestAnswer ok(String name, String value) {
        return RestAnswer.ok(Json.object()
                .text("result", "success")
                .text("serverTime", Instant.ofEpochMilli(venue.now()).toString())
                .raw(name, value)
                .end());
    }

    private String error(String code) {
        return Json.object()
                .text("result", "error")
                .text("error", code)
                .text("serverTime", Instant.ofEpochMilli(venue.now()).toString())
                .end();
    }

    private ListedContract contract(String symbol) {
        return venue.contract(symbol.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new BadRequest(RestAnswer.ok(error("contractNotFound"))));
    }

    private String listing() {
        return Json.array(venue.contracts().stream().map(KrakenFuturesRest::product));
    }

    private static String product(ListedContract listed) {
        Contract contract = listed.contract();
        SymbolSpec spec = listed.spec();
        Json row = Json.object()
                .text("symbol", listed.symbol())
                .text("type", contract.inverse() ? "futures_inverse" : "flexible_futures");
        if (contract.inverse()) {
            row.text("underlying", "rr_xbtusd");
        }
        if (contract.expiry() > 0) {
            row.text(
                    "lastTradingTime",
                    Instant.ofEpochMilli(contract.expiry()).toString().replace("Z", ".000Z"));
        }
        return row.raw("tickSize", spec.price().step().toPlainString())
                .number("contractSize", 1)
                .flag("tradeable", true)
                .raw("impactMidSize", "1000.0")
                .raw("maxPositionSize", "75000000.0")
                .text("openingDate", "2018-08-31T00:00:00Z")
                .raw("marginLevels", "[]")
                .number("fundingRateCoefficient", 24)
                .raw("maxRelativeFundingRate", "0.0025")
                .text("isin", "GB00J62YGL67")
                .number("contractValueTradePrecision", spec.size().scale())
                .flag("postOnly", false)
                .text("feeScheduleUid", "a6cbc326-9477-4a6c-911a-d4cb3ed7481e")
                .flag("mtf", true)
                .text("base", spec.base())
                .text("quote", "USD")
                .text("pair", spec.base() + ":USD")
                .end();
    }

    private String statuses() {
        return Json.array(venue.contracts().stream().map(listed -> Json.object()
                .text("tradeable", listed.symbol())
                .flag("experiencingDislocation", false)
                .raw("priceDislocationDirection", "null")
                .flag("experiencingExtremeVolatility", false)
                .number("extremeVolatilityInitialMarginMultiplier", 1)
                .end()));
    }

    /** Oldest first, each with the beginning of its hour; the last one runs. */
    private String funding(ListedContract listed) {
        List<FundingHistory.Row> rows = listed.marks().funding().rows();
        return Json.array(rows.stream().map(row -> Json.object()
                .text("timestamp", Instant.ofEpochMilli(row.time() - HOUR).toString().replace(":00Z", ":00.000Z"))
                .raw("fundingRate", KrakenFuturesTicker.amount(listed, row.rate(), row.mark()))
                .number("relativeFundingRate", FuturesMarks.GRID, row.rate())
                .end()));
    }

    private RestAnswer charts(RestRequest request, String[] parts) {
        Interval interval = parts.length == 3 ? Interval.of(parts[2]).orElse(null) : null;
        if (interval == null) {
            return RestAnswer.of(404, error("notFound"));
        }
        ListedContract listed = contract(parts[1]);
        boolean traded = parts[0].equals("trade");
        Candles candles = traded ? listed.candles() : listed.marks().candles();
        Grid prices = traded ? listed.spec().price() : FuturesMarks.GRID;
        List<Bar> bars = candles.range(
                interval,
                seconds(request, "from", 0) * 1_000,
                seconds(request, "to", venue.now() / 1_000) * 1_000,
                MOST_CANDLES);
        return RestAnswer.ok(Json.object()
                .raw(
                        "candles",
                        Json.array(bars.stream().map(bar -> candle(bar, prices, traded ? listed.spec() : null))))
                .flag("more_candles", false)
                .end());
    }

    private static String candle(Bar bar, Grid prices, @Nullable SymbolSpec sizes) {
        return Json.object()
                .number("time", bar.openTime())
                .decimal("open", prices, bar.open())
                .decimal("high", prices, bar.high())
                .decimal("low", prices, bar.low())
                .decimal("close", prices, bar.close())
                .text("volume", sizes == null ? "0" : volume(sizes, bar))
                .end();
    }

    private static String volume(SymbolSpec spec, Bar bar) {
        BigDecimal volume = spec.size().exact(bar.volume());
        return volume.signum() == 0 ? "0" : volume.toPlainString();
    }

    private long seconds(RestRequest request, String name, long otherwise) {
        String text = request.parameter(name).orElse(Long.toString(otherwise));
        if (!text.matches("\\d{1,12}")) {
            throw new BadRequest(RestAnswer.ok(error("invalidArgument: " + name)));
        }
        return Long.parseLong(text);
    }
}
