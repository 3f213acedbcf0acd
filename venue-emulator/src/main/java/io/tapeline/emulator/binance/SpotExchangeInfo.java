package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.SymbolSpec;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What spot says of itself. */
final class SpotExchangeInfo {
    private SpotExchangeInfo() {}

    static String text(Stream<SymbolSpec> symbols, long now) {
        return """
                {"timezone":"UTC","serverTime":%d,"rateLimits":[\
                {"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":6000},\
                {"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":100},\
                {"rateLimitType":"ORDERS","interval":"DAY","intervalNum":1,"limit":200000},\
                {"rateLimitType":"RAW_REQUESTS","interval":"MINUTE","intervalNum":5,"limit":300000}],\
                "exchangeFilters":[],"symbols":%s}""".formatted(now, entries(symbols));
    }

    private static String entries(Stream<SymbolSpec> symbols) {
        return symbols.map(SpotExchangeInfo::entry).collect(Collectors.joining(",", "[", "]"));
    }

    private static String entry(SymbolSpec spec) {
        return """
                {"symbol":"%s","status":"TRADING","baseAsset":"%s","baseAssetPrecision":8,"quoteAsset":"%s",\
                "quotePrecision":8,"quoteAssetPrecision":8,"baseCommissionPrecision":8,"quoteCommissionPrecision":8,\
                "orderTypes":["LIMIT","LIMIT_MAKER","MARKET","STOP_LOSS","STOP_LOSS_LIMIT","TAKE_PROFIT",\
                "TAKE_PROFIT_LIMIT"],"icebergAllowed":true,"ocoAllowed":true,"otoAllowed":true,"opoAllowed":true,\
                "quoteOrderQtyMarketAllowed":true,"allowTrailingStop":true,"cancelReplaceAllowed":true,\
                "amendAllowed":true,"pegInstructionsAllowed":true,"isSpotTradingAllowed":true,\
                "isMarginTradingAllowed":true,"filters":%s,"permissions":[],"permissionSets":[["SPOT","MARGIN"]],\
                "defaultSelfTradePreventionMode":"EXPIRE_MAKER",\
                "allowedSelfTradePreventionModes":["EXPIRE_TAKER","EXPIRE_MAKER","EXPIRE_BOTH"]}""".formatted(spec.symbol(), spec.base(), spec.quote(), filters(spec));
    }

    private static String filters(SymbolSpec spec) {
        return """
                [{"filterType":"PRICE_FILTER","minPrice":"%1$s","maxPrice":"1000000.00000000","tickSize":"%1$s"},\
                {"filterType":"LOT_SIZE","minQty":"%2$s","maxQty":"9000000.00000000","stepSize":"%2$s"},\
                {"filterType":"ICEBERG_PARTS","limit":100},\
                {"filterType":"MARKET_LOT_SIZE","minQty":"0.00000000","maxQty":"9000000.00000000",\
                "stepSize":"0.00000000"},\
                {"filterType":"NOTIONAL","minNotional":"5.00000000","applyMinToMarket":true,\
                "maxNotional":"9000000.00000000","applyMaxToMarket":false,"avgPriceMins":5},\
                {"filterType":"MAX_NUM_ORDERS","maxNumOrders":200},\
                {"filterType":"MAX_NUM_ALGO_ORDERS","maxNumAlgoOrders":5}]""".formatted(plain(spec.price().step()), plain(spec.size().step()));
    }

    private static String plain(BigDecimal step) {
        return step.toPlainString();
    }
}
