package io.tapeline.emulator.deribit;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.util.List;

/** REST: {@code GET /api/v2/public/<method>}, on the main host and below {@code /history}. */
final class Methods {
    private static final String API = "/api/v2/public/";
    private static final int MOST_CANDLES = 5_000;

    /** An hour is an eighth of the rate of eight hours. */
    private static final Grid HOURLY = new Grid(11, 125);

    private final DeribitHost host;
    private final TradePages trades;

    Methods(DeribitHost host) {
        this.host = host;
        trades = new TradePages(host);
    }

    RestAnswer answer(RestRequest request) {
        String path = request.path().startsWith("/history") ? request.path().substring(8) : request.path();
        if (!path.startsWith(API)) {
            throw new BadRequest(RestAnswer.of(404, "<html><head><title>404 Not Found</title></head></html>"));
        }
        String result =
                switch (path.substring(API.length())) {
                    case "get_time" -> Long.toString(host.now());
                    case "status" -> "{\"locked\":\"false\",\"locked_indices\":[]}";
                    case "get_instruments" -> instruments(request);
                    case "get_last_trades_by_instrument" -> trades.numbered(request);
                    case "get_last_trades_by_instrument_and_time" -> trades.timed(request);
                    case "get_last_trades_by_currency_and_time" -> trades.ofCurrency(request);
                    case "get_tradingview_chart_data" -> candles(request);
                    case "get_funding_rate_history" -> funding(request);
                    case "get_volatility_index_data" -> volatility(request);
                    case "get_order_book" -> book(request);
                    case "ticker" -> TickerText.ticker(instrument(request), host.now());
                    default -> throw new BadRequest(Rpc.refusal(-32601, "Method not found", host.now()));
                };
        return RestAnswer.ok(Rpc.result(null, result, host.now()));
    }

    private Instrument instrument(RestRequest request) {
        return host.instrument(request.parameter("instrument_name").orElse(""))
                .orElseThrow(() -> new BadRequest(Rpc.refusal(13020, "not_found", host.now())));
    }

    static long number(RestRequest request, String name, long otherwise, long now) {
        String text = request.parameter(name).orElse(Long.toString(otherwise));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadRequest(Rpc.refusal(-32602, "Invalid params", now));
        }
    }

    private long number(RestRequest request, String name, long otherwise) {
        return number(request, name, otherwise, host.now());
    }

    private String instruments(RestRequest request) {
        String kind = request.parameter("kind").orElse("");
        String currency = request.parameter("currency").orElse("any");
        return Json.array(host.instruments().stream()
                .filter(one ->
                        kind.isEmpty() || InstrumentRow.kind(one.contract()).equals(kind))
                .filter(one -> currency.equals("any") || one.contract().settle().equals(currency))
                .map(one -> InstrumentRow.of(one, host.started())));
    }

    private String candles(RestRequest request) {
        Instrument instrument = instrument(request);
        Interval interval = CandleText.interval(request.parameter("resolution").orElse(""))
                .orElseThrow(() -> new BadRequest(Rpc.refusal(-32602, "Invalid params", host.now())));
        List<Bar> bars = instrument
                .listed()
                .candles()
                .range(
                        interval,
                        number(request, "start_timestamp", 0),
                        number(request, "end_timestamp", 0),
                        MOST_CANDLES);
        return CandleText.columns(instrument, bars);
    }

    private String funding(RestRequest request) {
        Instrument instrument = instrument(request);
        if (instrument.contract().kind() != Contract.Kind.PERPETUAL) {
            throw new BadRequest(Rpc.refusal(13020, "not_found", host.now()));
        }
        long from = number(request, "start_timestamp", 0);
        long to = number(request, "end_timestamp", Long.MAX_VALUE);
        return Json.array(instrument.listed().marks().funding().rows().stream()
                .filter(row -> row.time() >= from && row.time() <= to)
                .map(Methods::funding));
    }

    private static String funding(FundingHistory.Row row) {
        return Json.object()
                .number("timestamp", row.time())
                .raw("index_price", Numbers.price(row.mark(), 2))
                .raw("prev_index_price", Numbers.price(row.mark(), 2))
                .raw("interest_8h", Numbers.text(FuturesMarks.GRID, row.rate()))
                .raw("interest_1h", Numbers.text(HOURLY, row.rate()))
                .end();
    }

    private String volatility(RestRequest request) {
        Volatility volatility = host.volatility(request.parameter("currency").orElse(""))
                .orElseThrow(() -> new BadRequest(Rpc.refusal(-32602, "Invalid params", host.now())));
        String rows = volatility.history(
                number(request, "start_timestamp", 0), number(request, "end_timestamp", Long.MAX_VALUE));
        return Json.object().raw("data", rows).raw("continuation", "null").end();
    }

    private String book(RestRequest request) {
        Instrument instrument = instrument(request);
        int depth = (int) Math.clamp(number(request, "depth", 5), 1, 10_000);
        LevelShape levels = (out, spec, level) -> out.append('[')
                .append(Numbers.text(spec.price(), level.price()))
                .append(',')
                .append(Numbers.text(spec.size(), level.size()))
                .append(']');
        String ticker = TickerText.ticker(instrument, host.now());
        String book = Json.object()
                .number("change_id", instrument.listed().book().lastId())
                .levels(
                        "bids",
                        instrument.listed().spec(),
                        instrument.listed().book().top(true, depth),
                        levels)
                .levels(
                        "asks",
                        instrument.listed().spec(),
                        instrument.listed().book().top(false, depth),
                        levels)
                .end();
        return ticker.substring(0, ticker.length() - 1) + "," + book.substring(1);
    }
}
