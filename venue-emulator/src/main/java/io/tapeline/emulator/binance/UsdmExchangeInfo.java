package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.SymbolSpec;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What USD-M says of itself. */
final class UsdmExchangeInfo {
    private static final long ONBOARDED = 1_569_398_400_000L;

    private UsdmExchangeInfo() {}

    static String text(Stream<Contract> contracts, long now) {
        return """
                {"timezone":"UTC","serverTime":%d,"futuresType":"U_MARGINED","rateLimits":[\
                {"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":2400},\
                {"rateLimitType":"ORDERS","interval":"MINUTE","intervalNum":1,"limit":1200},\
                {"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":300}],\
                "exchangeFilters":[],"assets":[{"asset":"USDT","marginAvailable":true,\
                "autoAssetExchange":"-10000"}],"symbols":%s}""".formatted(now, entries(contracts));
    }

    private static String entries(Stream<Contract> contracts) {
        return contracts.map(UsdmExchangeInfo::entry).collect(Collectors.joining(",", "[", "]"));
    }

    private static String entry(Contract contract) {
        SymbolSpec spec = contract.spec();
        return """
                {"symbol":"%s","pair":"%s","contractType":"%s","deliveryDate":%d,"onboardDate":%d,\
                "status":"TRADING","maintMarginPercent":"2.5000","requiredMarginPercent":"5.0000",\
                "baseAsset":"%s","quoteAsset":"%s","marginAsset":"%s","pricePrecision":%d,"quantityPrecision":%d,\
                "baseAssetPrecision":8,"quotePrecision":8,"underlyingType":"COIN","underlyingSubType":["PoW"],\
                "settlePlan":0,"triggerProtect":"0.0500","liquidationFee":"0.012500","marketTakeBound":"0.05",\
                "maxMoveOrderLimit":10000,"filters":%s,"orderTypes":["LIMIT","MARKET","STOP","STOP_MARKET",\
                "TAKE_PROFIT","TAKE_PROFIT_MARKET","TRAILING_STOP_MARKET"],\
                "timeInForce":["GTC","IOC","FOK","GTX","GTD"]}""".formatted(
                        spec.symbol(),
                        contract.pair(),
                        contract.type(),
                        contract.deliveryDate(),
                        ONBOARDED,
                        spec.base(),
                        spec.quote(),
                        spec.quote(),
                        spec.price().scale(),
                        spec.size().scale(),
                        filters(spec));
    }

    private static String filters(SymbolSpec spec) {
        return """
                [{"minPrice":"%1$s","maxPrice":"1000000","filterType":"PRICE_FILTER","tickSize":"%1$s"},\
                {"stepSize":"%2$s","filterType":"LOT_SIZE","maxQty":"1000000","minQty":"%2$s"},\
                {"stepSize":"%2$s","filterType":"MARKET_LOT_SIZE","maxQty":"100000","minQty":"%2$s"},\
                {"limit":200,"filterType":"MAX_NUM_ORDERS"},{"limit":10,"filterType":"MAX_NUM_ALGO_ORDERS"},\
                {"notional":"5","filterType":"MIN_NOTIONAL"},{"multiplierDown":"0.9500",\
                "multiplierUp":"1.0500","multiplierDecimal":"4","filterType":"PERCENT_PRICE"}]""".formatted(plain(spec.price().step()), plain(spec.size().step()));
    }

    private static String plain(BigDecimal step) {
        return step.toPlainString();
    }
}
