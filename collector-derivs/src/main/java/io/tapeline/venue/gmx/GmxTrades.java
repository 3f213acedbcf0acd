package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Executions of orders. The trader is always the aggressor, the pool the other side. The size is what the position grew
 * or shrank by in index tokens ({@code sizeDeltaInTokens}): {@code sizeDeltaUsd} of a decrease is at the price of entry,
 * not of this execution. A change of collateral alone has size 0 and is no trade.
 */
final class GmxTrades {
    private static final String EXECUTED = "OrderExecuted";

    /** Swaps at the market and at a limit. */
    private static final int LAST_SWAP = 1;

    private GmxTrades() {}

    /** The answer to a search, with the question that continues it. */
    static List<Decoded> page(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        List<Decoded> trades = new ArrayList<>(rows(answer.get("trades"), frame, instruments));
        String url = frame.url();
        if (answer.flag("hasMore") && url != null) {
            trades.add(new Decoded.Continued(GmxTradeSearch.next(url, answer.text("nextCursor"))));
        }
        return trades;
    }

    static List<Decoded> rows(JsonValue rows, RawFrame frame, InstrumentLookup instruments) {
        return JsonDecoder.rows(rows.elements(), row -> row(row, frame.received(), instruments));
    }

    private static List<Decoded> row(JsonValue row, long received, InstrumentLookup instruments) {
        if (!row.text("eventName").equals(EXECUTED)) {
            return List.of(new Decoded.Ignored("not executed: " + row.text("eventName")));
        }
        long number = row.integer("orderType");
        GmxOrderType type = GmxOrderType.of(number);
        if (type == null) {
            return List.of(
                    number >= 0 && number <= LAST_SWAP
                            ? new Decoded.Ignored("a swap")
                            : new Decoded.Unknown("orderType " + number));
        }
        InstrumentId id = GmxMarkets.perpetual(row.text("marketAddress"));
        OptionalInt decimals = GmxMarkets.decimals(instruments, id.symbol());
        if (decimals.isEmpty()) {
            return List.of(new Decoded.Ignored("a market that is not listed"));
        }
        if (GmxScale.usd(row.get("sizeDeltaUsd")).signum() == 0) {
            return List.of(new Decoded.Ignored("a change of collateral"));
        }
        return events(row, type, Header.venue(id, row.seconds("timestamp"), received), decimals.getAsInt());
    }

    private static List<Decoded> events(JsonValue row, GmxOrderType type, Header header, int decimals) {
        boolean isLong = row.get("isLong").bool();
        Side side = type.buys(isLong) ? Side.BUY : Side.SELL;
        String id = row.text("id");
        BigDecimal price = GmxScale.price(row.get("executionPrice"), decimals);
        JsonValue tokens = row.find("sizeDeltaInTokens");
        SizeUnit unit = tokens == null ? SizeUnit.QUOTE : SizeUnit.BASE;
        BigDecimal size = tokens == null ? GmxScale.usd(row.get("sizeDeltaUsd")) : GmxScale.tokens(tokens, decimals);
        boolean forced = type == GmxOrderType.LIQUIDATION;
        Map<String, Object> order = Map.of("order_type", type.wireName(), "position", isLong ? "long" : "short");
        Decoded trade =
                new Decoded.Event(new Trade(header, id, side, price, size, unit, null, null, null, forced, order));
        return forced
                ? List.of(trade, new Decoded.Event(new Liquidation(header, side, price, size, unit, null, null, id)))
                : List.of(trade);
    }
}
