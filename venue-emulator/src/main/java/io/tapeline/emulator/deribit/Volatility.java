package io.tapeline.emulator.deribit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.OptionChain;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.ArrayDeque;
import java.util.Locale;

/** DVOL and the index price of a coin: each second in streams, each minute in answers. */
final class Volatility {
    private static final long MINUTE_MILLIS = 60_000;

    /** A day. */
    private static final int MOST_MINUTES = 1_440;

    private record Minute(long time, String open, String high, String low, String close) {
        String row() {
            return "[" + time + "," + open + "," + high + "," + low + "," + close + "]";
        }
    }

    private final OptionChain chain;
    private final String index;
    private final StreamChannel values;
    private final StreamChannel prices;
    private final ArrayDeque<Minute> minutes = new ArrayDeque<>();
    private double open;
    private double high;
    private double low;
    private long minute = -1;

    Volatility(StreamHub hub, String coin, OptionChain chain) {
        this.chain = chain;
        index = coin.toLowerCase(Locale.ROOT) + "_usd";
        values = hub.channel("", "deribit_volatility_index." + index);
        prices = hub.channel("", "deribit_price_index." + index);
    }

    void second(long time) {
        double value = chain.volatility().value();
        take(time, value);
        if (values.wanted()) {
            String text = Numbers.text(value, 4);
            values.publish(Rpc.notification(
                    values.name(),
                    Json.object()
                            .raw("volatility", text)
                            .number("timestamp", time)
                            .text("index_name", index)
                            .raw("estimated_delivery", text)
                            .end()));
        }
        if (prices.wanted()) {
            prices.publish(Rpc.notification(
                    prices.name(),
                    Json.object()
                            .number("timestamp", time)
                            .raw("price", Numbers.text(chain.index(), 2))
                            .text("index_name", index)
                            .end()));
        }
    }

    private void take(long time, double value) {
        long now = time / MINUTE_MILLIS * MINUTE_MILLIS;
        if (now != minute) {
            minute = now;
            open = value;
            high = value;
            low = value;
        } else {
            minutes.removeLast();
        }
        high = Math.max(high, value);
        low = Math.min(low, value);
        minutes.addLast(new Minute(now, text(open), text(high), text(low), text(value)));
        if (minutes.size() > MOST_MINUTES) {
            minutes.removeFirst();
        }
    }

    private static String text(double value) {
        return Numbers.text(value, 4);
    }

    /** Minutes of a stretch of time. */
    String history(long from, long to) {
        return Json.array(minutes.stream()
                .filter(row -> row.time() >= from && row.time() <= to)
                .map(Minute::row));
    }
}
