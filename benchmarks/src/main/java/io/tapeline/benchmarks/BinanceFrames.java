package io.tapeline.benchmarks;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Generated USD-M frames in the mixture of a busy minute: of 100, 44 best prices, 30 book changes of 2 to 14 levels, 20
 * trades, 4 candles, 2 mark prices; 300 bytes on average. Always the same.
 */
final class BinanceFrames {
    private static final String[] SYMBOLS = {
        "BTCUSDT",
        "ETHUSDT",
        "SOLUSDT",
        "ADAUSDT",
        "XRPUSDT",
        "AAVEUSDT",
        "UNIUSDT",
        "COMPUSDT",
        "CRVUSDT",
        "OPUSDT",
        "ARBUSDT",
        "DOGEUSDT",
        "GALAUSDT",
        "IMXUSDT"
    };

    private final Random random = new Random(20_261_120);
    private long time = 1_795_168_800_000L;
    private long update = 11_671_659_685_961L;
    private long trade = 3_460_311_795L;

    static RawFrame[] mixture(int count) {
        BinanceFrames frames = new BinanceFrames();
        List<RawFrame> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] body = frames.next(i * 37 % 100).getBytes(StandardCharsets.UTF_8);
            all.add(new RawFrame("binance-futures", Transport.WS, "c1", null, frames.time * 1_000 + 300, body));
        }
        return all.toArray(RawFrame[]::new);
    }

    private String next(int of100) {
        time += random.nextInt(5);
        update += 1 + random.nextInt(5_000);
        String symbol = SYMBOLS[random.nextInt(SYMBOLS.length)];
        if (of100 < 44) {
            return wrap(symbol, "bookTicker", bookTicker(symbol));
        } else if (of100 < 74) {
            return wrap(symbol, "depth@100ms", depth(symbol));
        } else if (of100 < 94) {
            return wrap(symbol, "aggTrade", aggTrade(symbol));
        } else if (of100 < 98) {
            return wrap(symbol, "kline_1m", candle(symbol));
        }
        return wrap(symbol, "markPrice@1s", markPrice(symbol));
    }

    private static String wrap(String symbol, String channel, String data) {
        return "{\"stream\":\"" + symbol.toLowerCase(Locale.ROOT) + "@" + channel + "\",\"data\":" + data + "}";
    }

    private String bookTicker(String symbol) {
        return "{\"e\":\"bookTicker\",\"u\":%d,\"s\":\"%s\",\"ps\":\"%s\",\"b\":\"%s\",\"B\":\"%s\",\"a\":\"%s\",\"A\":\"%s\",\"T\":%d,\"E\":%d,\"st\":1}"
                .formatted(update, symbol, symbol, price(), size(), price(), size(), time, time + 1);
    }

    private String depth(String symbol) {
        return "{\"e\":\"depthUpdate\",\"E\":%d,\"T\":%d,\"s\":\"%s\",\"ps\":\"%s\",\"U\":%d,\"u\":%d,\"pu\":%d,\"b\":%s,\"a\":%s,\"st\":1}"
                .formatted(time + 3, time, symbol, symbol, update - 900, update, update - 950, levels(), levels());
    }

    private String levels() {
        List<String> levels = new ArrayList<>();
        for (int i = random.nextInt(7); i >= 0; i--) {
            levels.add("[\"" + price() + "\",\"" + (random.nextInt(4) == 0 ? "0.000" : size()) + "\"]");
        }
        return "[" + String.join(",", levels) + "]";
    }

    private String aggTrade(String symbol) {
        String size = size();
        return "{\"e\":\"aggTrade\",\"E\":%d,\"a\":%d,\"s\":\"%s\",\"p\":\"%s\",\"q\":\"%s\",\"nq\":\"%s\",\"f\":%d,\"l\":%d,\"T\":%d,\"m\":%b,\"st\":1}"
                .formatted(
                        time + 122,
                        ++trade,
                        symbol,
                        price(),
                        size,
                        size,
                        trade * 2,
                        trade * 2 + 3,
                        time,
                        random.nextBoolean());
    }

    private String candle(String symbol) {
        return "{\"e\":\"kline\",\"E\":%d,\"s\":\"%s\",\"k\":{\"t\":%d, \"T\":%d, \"s\":\"%s\", \"i\":\"1m\", \"f\":%d, \"L\":%d, \"o\":\"%s\", \"c\":\"%s\", \"h\":\"%s\", \"l\":\"%s\", \"v\":\"%s\", \"n\":%d, \"x\":false, \"q\":\"%s\", \"V\":\"%s\", \"Q\":\"%s\", \"B\":\"0\"}}"
                .formatted(
                        time,
                        symbol,
                        time - 5_000,
                        time + 54_999,
                        symbol,
                        trade,
                        trade + 90,
                        price(),
                        price(),
                        price(),
                        price(),
                        size(),
                        random.nextInt(500),
                        price(),
                        size(),
                        price());
    }

    private String markPrice(String symbol) {
        return "{\"e\":\"markPriceUpdate\",\"E\":%d,\"s\":\"%s\",\"p\":\"%s378586\",\"ap\":\"%s378586\",\"P\":\"%s013444\",\"i\":\"%s056739\",\"r\":\"0.00003936\",\"T\":%d,\"st\":1}"
                .formatted(time, symbol, price(), price(), price(), price(), time + 3_600_000);
    }

    private String price() {
        return 10_000 + random.nextInt(80_000) + "." + (10 + random.nextInt(90));
    }

    private String size() {
        return random.nextInt(40) + "." + (100 + random.nextInt(900));
    }
}
