package io.tapeline.writer.store;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Trades as a busy venue sends them: many instruments in turn, numeric ids, prices and sizes with a few digits. */
final class Bulk {
    static final int INSTRUMENTS = 28;

    private final Random random = new Random(7);
    private final long[] ids = new long[INSTRUMENTS];
    private long time;

    Bulk(long startMicros) {
        time = startMicros;
        for (int i = 0; i < INSTRUMENTS; i++) {
            ids[i] = 3_000_000_000L + i * 70_000_000L;
        }
    }

    List<MarketEvent> next(int count) {
        List<MarketEvent> trades = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            trades.add(trade());
        }
        return trades;
    }

    private Trade trade() {
        int instrument = random.nextInt(INSTRUMENTS);
        time += random.nextInt(400);
        BigDecimal price = BigDecimal.valueOf(5_000_000 + random.nextInt(100_000), 2);
        BigDecimal size = BigDecimal.valueOf(1 + random.nextInt(200_000), 5);
        return new Trade(
                Header.venue(
                        new InstrumentId("binance", Market.PERPETUAL, "A" + instrument + "USDT"), time, time + 1_234),
                String.valueOf(ids[instrument]++),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                price,
                size,
                SizeUnit.BASE,
                size,
                Decimals.usd(price.multiply(size)),
                null,
                false,
                Map.of());
    }
}
