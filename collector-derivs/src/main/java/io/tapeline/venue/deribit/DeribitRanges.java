package io.tapeline.venue.deribit;

import static io.tapeline.collector.decode.RestCalls.query;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Calls for a stretch of time or of trade numbers. Times are epoch milliseconds, both ends included.
 *
 * @param old calls to the host of old trades
 */
record DeribitRanges(RestCalls calls, RestCalls old, List<String> candleIntervals) {
    /** Rows of one answer with trades. */
    private static final int PAGE = 1_000;
    /** Fewer than the rows that third parties saw in one answer. */
    private static final int CANDLES = 4_000;

    private static final Duration FUNDING_PAGE = Duration.ofDays(30);
    private static final int VOLATILITY_SECONDS = 60;

    /** Trades from one number to another, as many of them as an answer holds. */
    RestCall numbered(InstrumentId instrument, long first, long last) {
        return calls.repair(
                method("get_last_trades_by_instrument")
                        + query(
                                "instrument_name",
                                instrument.symbol(),
                                "start_seq",
                                first,
                                "end_seq",
                                last,
                                "count",
                                PAGE,
                                "sorting",
                                "asc"),
                1);
    }

    List<RestCall> of(Kind kind, InstrumentId instrument, Origin origin, long from, long to) {
        return switch (kind) {
            case TRADE -> List.of(call(calls, trades(instrument, from, to), origin));
            case LIQUIDATION -> List.of(flagged(instrument, from, to));
            case CANDLE -> candles(instrument, origin, from, to);
            case FUNDING_RATE ->
                instrument.market() == Market.PERPETUAL ? funding(instrument, origin, from, to) : List.of();
            case VOLATILITY_INDEX ->
                volatilityCoin(instrument)
                        .map(coin -> List.of(call(calls, volatility(coin, from, to), origin)))
                        .orElse(List.of());
            default -> List.of();
        };
    }

    private static RestCall call(RestCalls host, String query, Origin origin) {
        return origin == Origin.REPAIR ? host.repair(query, 1) : host.history(query, 1);
    }

    private static String trades(InstrumentId instrument, long from, long to) {
        return method("get_last_trades_by_instrument_and_time")
                + query("instrument_name", instrument.symbol())
                + page(from, to);
    }

    private static String page(long from, long to) {
        return "&" + query("start_timestamp", from, "end_timestamp", to, "count", PAGE, "sorting", "asc");
    }

    /** Trades of one instrument, of which only liquidations are taken. */
    RestCall flagged(InstrumentId instrument, long from, long to) {
        String base = DeribitSymbol.of(instrument.symbol()).base();
        return old.repair(trades(instrument, from, to) + "#" + query(DeribitPages.FLAGGED, base), 1);
    }

    /** Trades of all options that settle in a currency, of which only liquidations of some bases are taken. */
    RestCall flaggedOptions(String currency, String bases, long from, long to) {
        return old.repair(
                method("get_last_trades_by_currency_and_time") + query("currency", currency, "kind", "option")
                        + page(from, to) + "#" + query(DeribitPages.FLAGGED, bases),
                1);
    }

    private List<RestCall> candles(InstrumentId instrument, Origin origin, long from, long to) {
        List<RestCall> pages = new ArrayList<>();
        for (String interval : candleIntervals) {
            String resolution = Objects.requireNonNull(DeribitCandles.RESOLUTIONS.get(interval));
            long length = DeribitCandles.length(resolution).toMillis();
            // From the candle that was open at the start.
            long first = Math.max(0, from - length + 1);
            for (long start = first; start <= to; start += length * CANDLES) {
                pages.add(call(
                        calls,
                        candles(instrument, resolution, start, Math.min(to, start + length * CANDLES - 1)),
                        origin));
            }
        }
        return pages;
    }

    /** The candle that is open at a time and the two before it, so that one reading may fail. */
    RestCall lastCandles(InstrumentId instrument, String interval, long time) {
        String resolution = Objects.requireNonNull(DeribitCandles.RESOLUTIONS.get(interval));
        long length = DeribitCandles.length(resolution).toMillis();
        return calls.repair(candles(instrument, resolution, time - 3 * length + 1, time), 1);
    }

    private static String candles(InstrumentId instrument, String resolution, long from, long to) {
        return method("get_tradingview_chart_data")
                + query("instrument_name", instrument.symbol(), "resolution", resolution)
                + "&" + query("start_timestamp", from, "end_timestamp", to);
    }

    private List<RestCall> funding(InstrumentId instrument, Origin origin, long from, long to) {
        List<RestCall> pages = new ArrayList<>();
        for (long start = from; start <= to; start += FUNDING_PAGE.toMillis()) {
            long end = Math.min(to, start + FUNDING_PAGE.toMillis() - 1);
            pages.add(call(calls, funding(instrument, start, end), origin));
        }
        return pages;
    }

    private static String funding(InstrumentId instrument, long from, long to) {
        return method("get_funding_rate_history")
                + query("instrument_name", instrument.symbol(), "start_timestamp", from, "end_timestamp", to);
    }

    /** The funding that was paid lately. */
    RestCall lateFunding(InstrumentId instrument, long from, long to) {
        return calls.poll(funding(instrument, from, to), 1);
    }

    /** An index is named {@code btc_usd}, and collected with {@code BTC-PERPETUAL}; its values are asked for by coin. */
    private static Optional<String> volatilityCoin(InstrumentId instrument) {
        String symbol = instrument.symbol();
        return switch (instrument.market()) {
            case INDEX -> Optional.of(symbol.split("_", 2)[0].toUpperCase(Locale.ROOT));
            case PERPETUAL -> symbol.contains("_") ? Optional.empty() : Optional.of(symbol.split("-", 2)[0]);
            case SPOT, FUTURE, OPTION, PREDICTION -> Optional.empty();
        };
    }

    private static String volatility(String coin, long from, long to) {
        return method("get_volatility_index_data")
                + query(
                        "currency",
                        coin,
                        "resolution",
                        VOLATILITY_SECONDS,
                        "start_timestamp",
                        from,
                        "end_timestamp",
                        to);
    }

    private static String method(String name) {
        return DeribitPages.API + "public/" + name + "?";
    }
}
