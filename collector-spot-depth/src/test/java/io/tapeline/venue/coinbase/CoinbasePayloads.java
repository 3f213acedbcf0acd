package io.tapeline.venue.coinbase;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;

/** Messages in the documented form, with digits as the venue sends them. */
final class CoinbasePayloads {
    private static final String ROOT = "https://api.exchange.coinbase.com";

    static final VenuePayload MATCH = stream("matches", """
            {"type":"match","trade_id":1100243480,"maker_order_id":"ab230cab-6743-4d7b-8eac-d38ed14e1955",\
            "taker_order_id":"84a54910-259e-4b26-98a5-90c7584d478e","side":"sell","size":"0.00136465","price":"83420.2",\
            "product_id":"BTC-USD","sequence":136999327713,"time":"2026-11-20T09:59:59.795074Z"}""", Kind.TRADE);
    static final VenuePayload LAST_MATCH = stream("matches", """
            {"type":"last_match","trade_id":1100243479,"maker_order_id":"a9af1f08-bf0a-435d-a957-0fde873c2918",\
            "taker_order_id":"f69f911c-7b35-4b6c-a923-590f412063ac","side":"buy","size":"0.00000009","price":"83420.19",\
            "product_id":"BTC-USD","sequence":136999327656,"time":"2026-11-20T09:59:50.630077Z"}""", Kind.TRADE);

    static final VenuePayload SNAPSHOT = stream("level2_batch", """
            {"type":"snapshot","product_id":"BTC-USD","asks":[["83420.21","0.08080000"],["83421.13","0.00114802"]],\
            "bids":[["83420.20","0.07599840"],["83420.19","0.00003405"]],"time":"2026-11-20T09:59:58.707251Z"}""", Kind.BOOK);

    /** As it was until some day after 2021. */
    static final VenuePayload OLD_SNAPSHOT = stream("level2", """
            {"type":"snapshot","product_id":"SKL-GBP","asks":[["0.5762","2865.9"]],"bids":[["0.5752","12.0"],["0.5750","1"]]}""", Kind.BOOK);

    static final VenuePayload FIRST = change("2026-11-20T09:59:58.798761Z", """
            ["buy","83420.20","0.11987123"],["buy","83420.19","0.00000000"],["sell","83420.21","0.00000000"]""");
    static final VenuePayload SECOND = change("2026-11-20T09:59:58.907072Z", """
            ["sell","83461.51","0.02300000"]""");
    static final VenuePayload THIRD = change("2026-11-20T09:59:59.007072Z", """
            ["buy","83419.00","0.0"]""");

    static final VenuePayload TICKER = stream("ticker", """
            {"type":"ticker","sequence":136999327713,"product_id":"BTC-USD","price":"83420.2","open_24h":"82437.94",\
            "volume_24h":"42492.05081975","low_24h":"82423.37","high_24h":"83559.37","volume_30d":"1093827.95195495",\
            "best_bid":"83420.19","best_bid_size":"0.61540890","best_ask":"83420.20","best_ask_size":"0.18528568",\
            "side":"buy","time":"2026-11-20T09:59:59.795074Z","trade_id":1100243480,"last_size":"0.00136465"}""", Kind.QUOTE);

    /** As it was until 2022. */
    static final VenuePayload OLD_TICKER = stream("ticker", """
            {"type":"ticker","sequence":177100030,"product_id":"SKL-BTC","price":"0.00001305","open_24h":"0.00001144",\
            "volume_24h":"7367714.40000000","low_24h":"0.00001122","high_24h":"0.00001337","volume_30d":"137081296.50000000",\
            "best_bid":"0.00001303","best_ask":"0.00001305","side":"buy","time":"2021-04-17T16:43:37.089723Z",\
            "trade_id":280232,"last_size":"985"}""", Kind.QUOTE);

    static final VenuePayload HEARTBEAT = stream("heartbeat", """
            {"type":"heartbeat","last_trade_id":1100243481,"product_id":"BTC-USD","sequence":136999327896,\
            "time":"2026-11-20T10:00:00.000000Z"}""");

    static final String PRODUCT = """
            {"id":"BTC-USD","base_currency":"BTC","quote_currency":"USD","quote_increment":"0.01",\
            "base_increment":"0.00000001","display_name":"BTC-USD","min_market_funds":"1","margin_enabled":false,\
            "post_only":false,"limit_only":false,"cancel_only":false,"status":"online","status_message":"",\
            "trading_disabled":false,"fx_stablecoin":false,"max_slippage_percentage":"0.02000000","auction_mode":false,\
            "high_bid_limit_percentage":""}""";

    static final VenuePayload TRADES =
            answer("/products/{product_id}/trades", ROOT + "/products/BTC-USD/trades?after=3", """
            [{"trade_id":1100243480,"side":"sell","size":"0.00136465","price":"83420.20000000",\
            "time":"2026-11-20T09:59:59.795074Z"},{"trade_id":1100243479,"side":"buy","size":"0.00000009",\
            "price":"83420.19000000","time":"2026-11-20T09:59:50.63Z"}]""", Kind.TRADE);

    static final VenuePayload CANDLES = answer(
            "/products/{product_id}/candles", ROOT + "/products/BTC-USD/candles?granularity=60", """
            [[1795168800,83400,83421.3,83420,83420.2,2.85107455],[1795168680,83400.5,83450,83440.11,83420,4.727521520000001]]""", Kind.CANDLE);

    private CoinbasePayloads() {}

    static List<VenuePayload> all() {
        return List.of(
                MATCH,
                LAST_MATCH,
                SNAPSHOT,
                OLD_SNAPSHOT,
                FIRST,
                SECOND,
                THIRD,
                TICKER,
                OLD_TICKER,
                HEARTBEAT,
                status(PRODUCT),
                products(PRODUCT),
                product(PRODUCT),
                TRADES,
                CANDLES,
                answer("/time", ROOT + "/time", """
                        {"iso":"2026-11-20T10:00:00.123Z","epoch":1795168800.123}"""));
    }

    static VenuePayload products(String products) {
        return answer("/products", ROOT + "/products", "[" + products + "]", Kind.INSTRUMENT);
    }

    static VenuePayload product(String product) {
        return answer("/products/{product_id}", ROOT + "/products/BTC-USD", product, Kind.INSTRUMENT);
    }

    static VenuePayload status(String products) {
        return stream("status", """
                {"type":"status","products":[%s],"currencies":[{"id":"BTC","name":"Bitcoin","min_size":"0.00000001",\
                "status":"online","status_message":"","max_precision":"0.00000001"}]}""".formatted(products), Kind.INSTRUMENT);
    }

    static VenuePayload change(String time, String changes) {
        return stream("level2_batch", """
                {"type":"l2update","product_id":"BTC-USD","changes":[%s],"time":"%s"}""".formatted(changes, time), Kind.BOOK);
    }
}
