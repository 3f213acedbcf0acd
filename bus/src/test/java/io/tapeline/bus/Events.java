package io.tapeline.bus;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.EventSamples;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Trades with running ids. */
final class Events {
    private Events() {}

    static Trade trade(String symbol, int id) {
        long time = EventSamples.TIME + id;
        BigDecimal one = Decimals.parse("1.0");
        return new Trade(
                Header.venue(new InstrumentId("binance", Market.SPOT, symbol), time, time),
                Integer.toString(id),
                Side.BUY,
                one,
                one,
                SizeUnit.BASE,
                one,
                one,
                null,
                false,
                Map.of());
    }

    static List<MarketEvent> trades(String symbol, int from, int to) {
        return IntStream.range(from, to)
                .<MarketEvent>mapToObj(id -> trade(symbol, id))
                .toList();
    }

    static int id(MarketEvent event) {
        return Integer.parseInt(((Trade) event).tradeId());
    }
}
