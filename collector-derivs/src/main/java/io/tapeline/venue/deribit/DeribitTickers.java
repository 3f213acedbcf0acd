package io.tapeline.venue.deribit;

import static io.tapeline.venue.deribit.DeribitChannels.present;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.OptionSummary;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Tickers. {@code open_interest}, one-sided, is in US dollars for inverse perpetuals and futures, in coins for everything
 * else.
 *
 * <p>Funding accrues every millisecond and has no next payment. {@code funding_8h}, what longs paid over the last 8 hours,
 * is the rate, its interval 8 hours; {@code current_funding}, what they would pay over 8 hours at this moment's premium,
 * is the prediction.
 */
final class DeribitTickers {
    private static final BigDecimal EIGHT_HOURS = BigDecimal.valueOf(8);

    private DeribitTickers() {}

    static Decoded read(JsonValue data, long received) {
        DeribitSymbol symbol = DeribitSymbol.of(data.text("instrument_name"));
        Market market = symbol.market();
        if (market == null) {
            return new Decoded.Ignored("a combo");
        }
        Header header = DeribitTrades.header(symbol, data, received);
        boolean whole = !data.textOr("type", "snapshot").equals("change");
        if (market == Market.OPTION) {
            return whole
                    ? new Decoded.Event(option(symbol, header, data))
                    : new Decoded.Ignored("a part of an option's ticker");
        }
        return new Decoded.TickerChange(header, whole, ticker(symbol, data));
    }

    private static Ticker ticker(DeribitSymbol symbol, JsonValue data) {
        Ticker prices = Ticker.prices(
                data.optionalDecimal("mark_price"),
                data.optionalDecimal("index_price"),
                data.optionalDecimal("last_price"));
        BigDecimal interest = data.optionalDecimal("open_interest");
        if (symbol.market() == Market.SPOT || interest == null) {
            return withFunding(prices, data);
        }
        return withFunding(
                symbol.inverse()
                        ? prices.withOpenInterest(interest, null, Decimals.usd(interest))
                        : prices.withOpenInterest(interest, interest, null),
                data);
    }

    private static Ticker withFunding(Ticker ticker, JsonValue data) {
        BigDecimal rate = data.optionalDecimal("funding_8h");
        Ticker funded = rate == null ? ticker : ticker.withFunding(rate, EIGHT_HOURS, null);
        BigDecimal now = data.optionalDecimal("current_funding");
        return now == null ? funded : funded.withPredicted(now);
    }

    private static OptionSummary option(DeribitSymbol symbol, Header header, JsonValue data) {
        JsonValue greeks = data.find("greeks");
        return new OptionSummary(
                header,
                symbol.base(),
                data.optionalDecimal("mark_price"),
                data.optionalDecimal("mark_iv"),
                present(data.optionalDecimal("bid_iv")),
                present(data.optionalDecimal("ask_iv")),
                greek(greeks, "delta"),
                greek(greeks, "gamma"),
                greek(greeks, "vega"),
                greek(greeks, "theta"),
                data.optionalDecimal("underlying_price"),
                data.optionalDecimal("open_interest"));
    }

    private static @Nullable BigDecimal greek(@Nullable JsonValue greeks, String name) {
        return greeks == null ? null : greeks.optionalDecimal(name);
    }
}
