package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.SymbolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers about pairs, which are listed all at once. */
final class BybitSpotRest extends BybitRest {
    private static final int MOST_TRADES = 60;

    BybitSpotRest(BybitVenue venue) {
        super(venue, MOST_TRADES);
    }

    /** There are no pages: what asks for one is not looked at. */
    @Override
    String listing(BybitQuery query) {
        List<String> rows = new ArrayList<>();
        if (query.text("status", "Trading").equals("Trading")) {
            for (ListedContract listed : venue().contracts()) {
                rows.add(pair(listed, rows.size() + 1));
            }
        }
        return list(category(), rows);
    }

    private static String pair(ListedContract listed, int number) {
        SymbolSpec spec = listed.spec();
        return Json.object()
                .number("symbolId", number)
                .text("symbol", listed.symbol())
                .text("baseCoin", spec.base())
                .text("quoteCoin", spec.quote())
                .text("innovation", "0")
                .text("status", "Trading")
                .text("marginTrading", "utaOnly")
                .text("stTag", "0")
                .raw("lotSizeFilter", lots(spec))
                .raw(
                        "priceFilter",
                        Json.object()
                                .text("tickSize", spec.price().step().toPlainString())
                                .end())
                .raw(
                        "riskParameters",
                        Json.object()
                                .text("priceLimitRatioX", "0.005")
                                .text("priceLimitRatioY", "0.01")
                                .end())
                .text("symbolType", "")
                .end();
    }

    private static String lots(SymbolSpec spec) {
        return Json.object()
                .text("basePrecision", spec.size().step().toPlainString())
                .text("quotePrecision", "0.0000001")
                .text("minOrderQty", spec.size().step().toPlainString())
                .text("maxOrderQty", "83")
                .text("minOrderAmt", "5")
                .text("maxOrderAmt", "8000000")
                .text("maxLimitOrderQty", "83")
                .text("maxMarketOrderQty", "41.5")
                .text("postOnlyMaxLimitOrderSize", "60000")
                .end();
    }

    @Override
    String ticker(ListedContract listed) {
        return new BybitSpotTicker(listed).row();
    }

    @Override
    Optional<String> special(String path, BybitQuery query) {
        return Optional.empty();
    }
}
