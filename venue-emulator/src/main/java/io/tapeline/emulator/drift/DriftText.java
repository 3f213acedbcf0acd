package io.tapeline.emulator.drift;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Books in integers, everything else in decimals: numbers on the socket, texts of fixed length in answers. */
final class DriftText {
    private static final int PRICE_DIGITS = 6;
    private static final int SIZE_DIGITS = 9;

    private DriftText() {}

    /** @param texts whether integers of levels are texts, as in answers, or numbers, as on the socket */
    static String book(DriftMarket market, long slot, List<Level> bids, List<Level> asks, boolean texts) {
        SymbolSpec spec = market.listed().spec();
        Mark mark = market.listed().marks().at(market.now());
        String bid =
                bids.isEmpty() ? "0" : integer(spec.price(), bids.getFirst().price(), PRICE_DIGITS);
        String ask =
                asks.isEmpty() ? "0" : integer(spec.price(), asks.getFirst().price(), PRICE_DIGITS);
        return Json.object()
                .raw("bids", levels(spec, bids, texts))
                .raw("asks", levels(spec, asks, texts))
                .text("marketName", market.symbol())
                .text("marketType", "perp")
                .number("marketIndex", market.index())
                .number("ts", market.now())
                .number("slot", slot)
                .text("markPrice", Long.toString(mark.mark() / 100))
                .text("bestBidPrice", bid)
                .text("bestAskPrice", ask)
                .text("spreadPct", "20019")
                .text("spreadQuote", "16240")
                .number("oracle", mark.index() / 100)
                .raw("oracleData", oracle(mark, slot))
                .number("marketSlot", slot)
                .end();
    }

    private static String oracle(Mark mark, long slot) {
        String price = Long.toString(mark.index() / 100);
        return Json.object()
                .text("price", price)
                .text("slot", Long.toString(slot))
                .text("confidence", "4184")
                .flag("hasSufficientNumberOfDataPoints", true)
                .text("twap", price)
                .text("twapConfidence", price)
                .end();
    }

    /** Every fifth level is of the pool. */
    private static String levels(SymbolSpec spec, List<Level> levels, boolean texts) {
        return Json.array(levels.stream().map(level -> {
            String size = integer(spec.size(), level.size(), SIZE_DIGITS);
            String source = level.price() % 5 == 0 ? "vamm" : "dlob";
            String quote = texts ? "\"" : "";
            return "{\"price\":" + quote + integer(spec.price(), level.price(), PRICE_DIGITS) + quote + ",\"size\":"
                    + quote + size + quote + ",\"sources\":{\"" + source + "\":" + quote + size + quote + "}}";
        }));
    }

    private static String integer(Grid grid, long count, int digits) {
        return grid.exact(count).movePointRight(digits).toBigInteger().toString();
    }

    /** A message with a candle, twice, and the fills that changed it. */
    static String candleFrame(String type, DriftMarket market, Bar bar, List<String> fills) {
        String candle = candle(market, bar, false);
        Json frame = Json.object()
                .text("type", type)
                .text("channelType", "candle")
                .raw("data", candle)
                .text("symbol", market.symbol())
                .text("resolution", "1")
                .raw("candle", candle);
        return type.equals("update") ? frame.raw("trades", Json.array(fills)).end() : frame.end();
    }

    static String candle(DriftMarket market, Bar bar, boolean texts) {
        SymbolSpec spec = market.listed().spec();
        Mark mark = market.listed().marks().at(market.now());
        BigDecimal oracle = BigDecimal.valueOf(mark.index() / 100, PRICE_DIGITS);
        BigDecimal volume = spec.size().exact(bar.volume());
        BigDecimal average = spec.price().exact((bar.open() + bar.close()) / 2);
        return Json.object()
                .text("symbol", market.symbol())
                .text("resolution", "1")
                .number("ts", bar.openTime() / 1_000)
                .raw("fillOpen", number(spec.price().exact(bar.open()), PRICE_DIGITS, texts))
                .raw("fillHigh", number(spec.price().exact(bar.high()), PRICE_DIGITS, texts))
                .raw("fillClose", number(spec.price().exact(bar.close()), PRICE_DIGITS, texts))
                .raw("fillLow", number(spec.price().exact(bar.low()), PRICE_DIGITS, texts))
                .raw("oracleOpen", number(oracle, PRICE_DIGITS, texts))
                .raw("oracleHigh", number(oracle, PRICE_DIGITS, texts))
                .raw("oracleClose", number(oracle, PRICE_DIGITS, texts))
                .raw("oracleLow", number(oracle, PRICE_DIGITS, texts))
                .raw("quoteVolume", number(volume.multiply(average), PRICE_DIGITS, texts))
                .raw("baseVolume", number(volume, SIZE_DIGITS, texts))
                .number("lastTradeTs", (bar.openTime() + 59_000) / 1_000)
                .text("lastFillRecordId", Long.toString(Math.max(0, bar.lastId())))
                .end();
    }

    /** @param live as on the socket: numbers, and the price beside the amounts */
    static String fill(DriftMarket market, TradePrint trade, boolean live) {
        SymbolSpec spec = market.listed().spec();
        BigDecimal price = spec.price().exact(trade.price());
        BigDecimal size = spec.size().exact(trade.size());
        boolean texts = !live;
        return Json.object()
                .text("symbol", market.symbol())
                .text("fillRecordId", Long.toString(trade.id()))
                .number("slot", trade.time() / 400)
                .text("actionExplanation", market.wasForced(trade) ? "liquidation" : "orderFilledWithMatch")
                .text("marketType", "perp")
                .text("takerOrderDirection", trade.buyerMaker() ? "short" : "long")
                .text("makerOrderDirection", trade.buyerMaker() ? "long" : "short")
                .number("createdAt", trade.time() / 1_000 + 1)
                .raw("makerFee", number(size.multiply(price).movePointLeft(5).negate(), PRICE_DIGITS, texts))
                .raw("quoteAssetAmountFilled", number(size.multiply(price), PRICE_DIGITS, texts))
                .raw("takerFee", number(size.multiply(price).movePointLeft(4), PRICE_DIGITS, texts))
                .text("action", "fill")
                .raw("oraclePrice", number(price, PRICE_DIGITS, texts))
                .raw("baseAssetAmountFilled", number(size, SIZE_DIGITS, texts))
                .number("txSigIndex", 0)
                .text("txSig", "5emulated" + Long.toString(trade.id(), 36))
                .text("filler", "JE9m89yHHiCGzzL2FAeeZgHKAFwjkW4Qp1GfjegWnojR")
                .number("marketIndex", market.index())
                .number("ts", trade.time() / 1_000)
                .raw("price", number(price, PRICE_DIGITS, texts))
                .end();
    }

    private static String number(BigDecimal value, int digits, boolean texts) {
        BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP);
        return texts ? "\"" + rounded.toPlainString() + "\"" : DriftMarket.plain(rounded);
    }

    /** A decimal as a text. */
    static String text(BigDecimal value, int digits) {
        return value.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
