package io.tapeline.emulator.htx;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Rows that sockets and answers share. Everything is counted once. */
final class HtxSpotRows {
    private static final long FIRST_MATCH = 100_000_000_000L;
    private static final BigInteger BEHIND_MATCH = BigInteger.TEN.pow(15);
    private static final MathContext ROUNDED = new MathContext(16);

    private HtxSpotRows() {}

    /** The number of what one taker took. */
    static long match(TradePrint trade) {
        return FIRST_MATCH + trade.id();
    }

    /** Of a socket: the long id has all of its digits. */
    static String sent(SymbolSpec spec, TradePrint trade) {
        return trade(spec, trade, longId(trade).toString(), "tradeId");
    }

    /** Of an answer: the long id is rounded. */
    static String answered(SymbolSpec spec, TradePrint trade) {
        return trade(spec, trade, new BigDecimal(longId(trade), ROUNDED).toString(), "trade-id");
    }

    private static BigInteger longId(TradePrint trade) {
        return BigInteger.valueOf(match(trade)).multiply(BEHIND_MATCH).add(BigInteger.valueOf(trade.id()));
    }

    private static String trade(SymbolSpec spec, TradePrint trade, String longId, String shortName) {
        return Json.object()
                .raw("id", longId)
                .number("ts", trade.time())
                .number(shortName, trade.id())
                .number("amount", spec.size(), trade.size())
                .number("price", spec.price(), trade.price())
                .text("direction", trade.side())
                .end();
    }

    /** {@code amount} is in the base, {@code vol} in the quote. */
    static String candle(SymbolSpec spec, Bar bar) {
        BigDecimal turnover =
                spec.price().step().multiply(spec.size().step()).multiply(BigDecimal.valueOf(bar.quoteVolume()));
        return Json.object()
                .number("id", bar.openTime() / 1_000)
                .number("open", spec.price(), bar.open())
                .number("close", spec.price(), bar.close())
                .number("low", spec.price(), bar.low())
                .number("high", spec.price(), bar.high())
                .number("amount", spec.size(), bar.volume())
                .raw("vol", turnover.toPlainString())
                .number("count", bar.count())
                .end();
    }

    /** A pair as the listing has it. */
    static String listing(SymbolSpec spec) {
        return Json.object()
                .text("tags", "")
                .text("state", "online")
                .text("wr", "1.5")
                .text("sc", spec.symbol())
                .raw("p", "[]")
                .text("bcdn", spec.base())
                .text("qcdn", spec.quote())
                .raw("elr", "null")
                .number("tpp", spec.price().scale())
                .number("tap", spec.size().scale())
                .number("fp", 8)
                .raw("smlr", "null")
                .raw("flr", "null")
                .flag("whe", false)
                .flag("cd", false)
                .flag("te", true)
                .text("sp", "main")
                .raw("d", "null")
                .text("bc", HtxSpotVenue.currency(spec.base()))
                .text("qc", HtxSpotVenue.currency(spec.quote()))
                .number("toa", 1_514_779_200_000L)
                .number("ttp", 8)
                .number("w", 999_400_000)
                .number("lr", 5)
                .text("dn", spec.base() + "/" + spec.quote())
                .end();
    }
}
