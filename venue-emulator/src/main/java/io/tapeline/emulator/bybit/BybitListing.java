package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.SymbolSpec;

/** One contract of the listing. */
final class BybitListing {
    private static final String LAUNCHED = "1585526400000";

    private BybitListing() {}

    static String row(ListedContract listed, int number) {
        Contract contract = listed.contract();
        SymbolSpec spec = listed.spec();
        boolean perpetual = contract.kind() == Contract.Kind.PERPETUAL;
        return Json.object()
                .text("symbol", listed.symbol())
                .number("symbolId", number)
                .text("contractType", perpetual ? "LinearPerpetual" : "LinearFutures")
                .text("status", "Trading")
                .text("baseCoin", spec.base())
                .text("quoteCoin", spec.quote())
                .text("launchTime", LAUNCHED)
                .text("deliveryTime", Long.toString(contract.expiry()))
                .text("deliveryFeeRate", perpetual ? "" : "0.0005")
                .text("priceScale", Integer.toString(spec.price().scale()))
                .raw("leverageFilter", leverage())
                .raw("priceFilter", prices(spec))
                .raw("lotSizeFilter", lots(spec))
                .flag("unifiedMarginTrade", true)
                .number("fundingInterval", 60L * contract.fundingHours())
                .text("settleCoin", contract.settle())
                .text("copyTrading", perpetual ? "both" : "none")
                .text("upperFundingRate", "0.00375")
                .text("lowerFundingRate", "-0.00375")
                .text("displayName", perpetual ? "" : listed.symbol())
                .raw(
                        "riskParameters",
                        Json.object()
                                .text("priceLimitRatioX", "0.01")
                                .text("priceLimitRatioY", "0.02")
                                .end())
                .flag("isPreListing", false)
                .raw("preListingInfo", "null")
                .text("symbolType", "")
                .end();
    }

    private static String leverage() {
        return Json.object()
                .text("minLeverage", "1")
                .text("maxLeverage", "100.00")
                .text("leverageStep", "0.01")
                .end();
    }

    private static String prices(SymbolSpec spec) {
        return Json.object()
                .decimal("minPrice", spec.price(), 1)
                .decimal("maxPrice", spec.price(), 19_999_998)
                .decimal("tickSize", spec.price(), 1)
                .end();
    }

    private static String lots(SymbolSpec spec) {
        return Json.object()
                .decimal("maxOrderQty", spec.size(), 1_190_000)
                .decimal("minOrderQty", spec.size(), 1)
                .decimal("qtyStep", spec.size(), 1)
                .decimal("postOnlyMaxOrderQty", spec.size(), 1_190_000)
                .decimal("maxMktOrderQty", spec.size(), 500_000)
                .text("minNotionalValue", "5")
                .end();
    }
}
