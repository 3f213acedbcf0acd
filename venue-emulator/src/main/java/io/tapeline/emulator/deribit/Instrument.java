package io.tapeline.emulator.deribit;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.OptionChain;
import io.tapeline.emulator.market.OptionQuote;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import org.jspecify.annotations.Nullable;

/**
 * A listed contract and how its rows are written, in streams and answers alike.
 *
 * @param chain what an option is valued by; null for everything else
 * @param number tells its trade ids from those of the others
 */
record Instrument(ListedContract listed, @Nullable OptionChain chain, LateFlags flags, int number) {
    private static final int NUMBERS = 10_000;

    String name() {
        return listed.symbol();
    }

    Contract contract() {
        return listed.contract();
    }

    private SymbolSpec spec() {
        return listed.spec();
    }

    /** Ids are unique in a settlement currency; only those of BTC have no prefix. */
    String tradeId(TradePrint trade) {
        String currency = contract().settle();
        return (currency.equals("BTC") ? "" : currency + "-") + (trade.id() * NUMBERS + number);
    }

    /** @param now tells whether a liquidation is known as such already; 0 in streams, where it never is */
    String trade(TradePrint trade, long now) {
        Json row = Json.object()
                .number("timestamp", trade.time())
                .raw("price", Numbers.text(spec().price(), trade.price()));
        OptionQuote value = quote();
        if (value != null) {
            row.raw("iv", Numbers.text(value.markIv(), 2));
        }
        row.text("direction", trade.side())
                .raw("index_price", index())
                .text("instrument_name", name())
                .text("trade_id", tradeId(trade))
                .number("trade_seq", trade.id())
                .raw("amount", Numbers.text(spec().size(), trade.size()))
                .raw("mark_price", mark())
                .number("tick_direction", trade.buyerMaker() ? 2 : 0)
                .raw("contracts", contracts(trade));
        if (flags.tells(trade, now)) {
            row.text("liquidation", "T");
        }
        return now == 0
                ? row.number("starbase_timestamp", trade.time() * 1_000_000 + 208_300)
                        .end()
                : row.end();
    }

    /** Lots of futures are contracts; an option's amount is its contracts. */
    private String contracts(TradePrint trade) {
        return contract().option() == null ? Long.toString(trade.size()) : Numbers.text(spec().size(), trade.size());
    }

    @Nullable
    OptionQuote quote() {
        return chain == null || contract().option() == null
                ? null
                : chain.quote(contract().option());
    }

    /** Price of the coin in dollars, or in the stablecoin. */
    String index() {
        if (chain != null) {
            return Numbers.text(chain.index(), 2);
        }
        Mark mark = marked();
        return mark == null ? last() : Numbers.price(mark.index(), decimals());
    }

    String mark() {
        OptionQuote value = quote();
        if (value != null) {
            return Numbers.text(value.price(), 6);
        }
        Mark mark = marked();
        return mark == null ? last() : Numbers.price(mark.mark(), decimals());
    }

    private int decimals() {
        return spec().price().scale() + 1;
    }

    @Nullable
    Mark marked() {
        return switch (contract().kind()) {
            case PERPETUAL, FUTURE -> listed.marks().at(listed.book().lastTime());
            case SPOT, OPTION -> null;
        };
    }

    /** Dollars or coins that are open; an option's come from the chain. */
    String openInterest() {
        OptionQuote value = quote();
        if (value != null) {
            return Numbers.text(value.openInterest(), 1);
        }
        FuturesMarks marks = listed.marks();
        return Numbers.text(spec().size(), marks.state().openInterest());
    }

    String last() {
        return Numbers.text(spec().price(), listed.market().lastPrice());
    }
}
