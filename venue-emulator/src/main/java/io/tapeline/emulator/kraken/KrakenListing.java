package io.tapeline.emulator.kraken;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.SymbolSpec;
import java.util.Collection;
import java.util.stream.Collectors;

/** Pairs, as the channel and as REST list them. */
final class KrakenListing {
    private static final String TAKER_FEES = "[[0,0.8],[10000,0.6],[50000,0.4]]";
    private static final String MAKER_FEES = "[[0,0.4],[10000,0.3],[50000,0.2]]";

    private KrakenListing() {}

    static String channel(Collection<ListedContract> pairs) {
        String data = Json.object()
                .raw("assets", Json.array(pairs.stream().map(KrakenListing::asset)))
                .raw("pairs", Json.array(pairs.stream().map(KrakenListing::streamed)))
                .end();
        return Json.object()
                .text("channel", "instrument")
                .text("type", "snapshot")
                .raw("data", data)
                .end();
    }

    private static String asset(ListedContract listed) {
        return Json.object()
                .text("id", listed.spec().base())
                .text("status", "enabled")
                .number("precision", 10)
                .number("precision_display", 5)
                .flag("borrowable", true)
                .raw("collateral_value", "1.00")
                .raw("margin_rate", "0.020000")
                .end();
    }

    private static String streamed(ListedContract listed) {
        SymbolSpec spec = listed.spec();
        return Json.object()
                .text("symbol", listed.symbol())
                .text("base", spec.base())
                .text("quote", spec.quote())
                .text("status", "online")
                .number("qty_precision", spec.size().scale())
                .number("qty_increment", spec.size(), 1)
                .number("price_precision", spec.price().scale())
                .number("cost_precision", 5)
                .flag("marginable", true)
                .flag("has_index", true)
                .raw("cost_min", "0.50")
                .raw("margin_initial", "0.20")
                .number("position_limit_long", 250)
                .number("position_limit_short", 200)
                .number("tick_size", spec.price(), 1)
                .number("price_increment", spec.price(), 1)
                .raw("qty_min", "0.00010000")
                .end();
    }

    /** An object by the ids of pairs. */
    static String answer(Collection<ListedContract> pairs) {
        return pairs.stream()
                .map(listed -> "\"" + KrakenNames.pairId(listed) + "\":" + answered(listed))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String answered(ListedContract listed) {
        SymbolSpec spec = listed.spec();
        return Json.object()
                .text("altname", KrakenNames.altname(listed))
                .text("wsname", KrakenNames.wsname(listed))
                .text("aclass_base", "currency")
                .text("base", KrakenNames.assetId(spec.base()))
                .text("aclass_quote", "currency")
                .text("quote", "ZUSD")
                .text("lot", "unit")
                .number("cost_decimals", 5)
                .number("pair_decimals", spec.price().scale())
                .number("lot_decimals", spec.size().scale())
                .number("lot_multiplier", 1)
                .raw("leverage_buy", "[2,3,4,5]")
                .raw("leverage_sell", "[2,3,4,5]")
                .raw("fees", TAKER_FEES)
                .raw("fees_maker", MAKER_FEES)
                .text("fee_volume_currency", "ZUSD")
                .number("margin_call", 80)
                .number("margin_stop", 40)
                .text("ordermin", "0.00005")
                .text("costmin", "0.5")
                .text("tick_size", spec.price().step().toPlainString())
                .text("status", "online")
                .number("long_position_limit", 250)
                .number("short_position_limit", 200)
                .text("execution_venue", "international")
                .end();
    }
}
