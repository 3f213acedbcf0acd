package io.tapeline.venue.deribit;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.VolatilityIndex;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notifications, told apart by the first words of their channel. */
final class DeribitChannels {
    private DeribitChannels() {}

    static List<Decoded> read(JsonValue params, RawFrame frame, InstrumentLookup instruments) {
        String channel = params.text("channel");
        JsonValue data = params.get("data");
        return switch (kind(channel)) {
            case "trades" -> JsonDecoder.rows(data.elements(), row -> DeribitTrades.read(row, frame.received()));
            case "book" -> List.of(DeribitBooks.read(data, frame, instruments));
            case "quote" -> List.of(quote(data, frame.received()));
            case "ticker", "incremental_ticker" -> List.of(DeribitTickers.read(data, frame.received()));
            case "chart" -> List.of(DeribitCandles.live(channel, data, frame.received()));
            case "deribit_volatility_index" -> List.of(volatility(data, frame.received()));
            case "deribit_price_index" -> List.of(indexPrice(data, frame.received()));
            case "platform_state" -> List.of(DeribitControl.platform(data));
            case "perpetual",
                    "markprice",
                    "estimated_expiration_price",
                    "deribit_price_ranking",
                    "deribit_price_statistics",
                    "instrument",
                    "block_rfq",
                    "block_trade_confirmations" -> List.of(new Decoded.Ignored(channel));
            default -> List.of(new Decoded.Unknown("channel " + channel));
        };
    }

    private static String kind(String channel) {
        int end = channel.indexOf('.');
        return end < 0 ? channel : channel.substring(0, end);
    }

    private static Decoded quote(JsonValue data, long received) {
        DeribitSymbol symbol = DeribitSymbol.of(data.text("instrument_name"));
        if (symbol.market() == null) {
            return new Decoded.Ignored("a combo");
        }
        BigDecimal bid = present(data.optionalDecimal("best_bid_price"));
        BigDecimal ask = present(data.optionalDecimal("best_ask_price"));
        return new Decoded.Event(new Quote(
                DeribitTrades.header(symbol, data, received),
                bid,
                bid == null ? null : data.optionalDecimal("best_bid_amount"),
                ask,
                ask == null ? null : data.optionalDecimal("best_ask_amount"),
                symbol.sizeUnit(),
                null));
    }

    /** The venue writes 0 where there is nothing: an empty side of the book, a volatility nobody bids. */
    static @Nullable BigDecimal present(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0 ? null : value;
    }

    private static Decoded volatility(JsonValue data, long received) {
        return new Decoded.Event(new VolatilityIndex(index(data, received), data.decimal("volatility")));
    }

    private static Decoded indexPrice(JsonValue data, long received) {
        return new Decoded.TickerChange(index(data, received), true, Ticker.prices(null, data.decimal("price"), null));
    }

    private static Header index(JsonValue data, long received) {
        return Header.venue(DeribitSymbol.index(data.text("index_name")), data.millis("timestamp"), received);
    }
}
