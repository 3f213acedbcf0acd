package io.tapeline.venue.coinbasefutures;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;

/** Messages about contracts in the documented form, with the members of real ones. */
final class CoinbasePayloads {
    private static final String ROOT = "https://api.coinbase.com/api/v3/brokerage";

    static final VenuePayload SNAPSHOT = book(11, "snapshot", """
            {"side":"bid","event_time":"2026-09-30T02:39:56.000000Z","price_level":"68925","new_quantity":"12"},\
            {"side":"bid","event_time":"2026-09-30T02:39:56.000000Z","price_level":"68920","new_quantity":"40"},\
            {"side":"offer","event_time":"2026-09-30T02:39:56.000000Z","price_level":"68930","new_quantity":"7"}""");
    static final VenuePayload OLD = book(10, "update", update("bid", "68925", "3"));
    static final VenuePayload FIRST = book(13, "update", update("bid", "68925", "0"));
    static final VenuePayload SECOND =
            book(14, "update", update("offer", "68930", "9") + "," + update("offer", "68935", "2"));
    static final VenuePayload THIRD = book(17, "update", update("bid", "68920", "41"));

    static final VenuePayload TRADES = stream("market_trades", """
            {"channel":"market_trades","timestamp":"2026-09-30T02:39:56.25330544Z","sequence_num":15,"events":[{\
            "type":"update","trades":[{"product_id":"BIP-20DEC30-CDE","trade_id":"846155153","price":"68930.5","size":"3",\
            "time":"2026-09-30T02:39:56.204307Z","side":"SELL"},{"product_id":"BIP-20DEC30-CDE","trade_id":"846155152",\
            "price":"68925","size":"14","time":"2026-09-30T02:39:56.164307Z","side":"BUY"}]}]}""", Kind.TRADE);
    static final VenuePayload TICKER = stream("ticker", """
            {"channel":"ticker","client_id":"","timestamp":"2026-09-30T02:39:56.367159596Z","sequence_num":16,"events":[{\
            "type":"update","tickers":[{"type":"ticker","product_id":"BIP-20DEC30-CDE","price":"68930",\
            "volume_24_h":"678476","low_24_h":"68000","high_24_h":"69900","price_percent_chg_24_h":"-0.18",\
            "best_bid":"68925","best_bid_quantity":"12","best_ask":"68930.5","best_ask_quantity":"7"}]}]}""", Kind.QUOTE);
    static final VenuePayload CANDLES = stream("candles", """
            {"channel":"candles","client_id":"","timestamp":"2026-09-30T02:39:56.39625135Z","sequence_num":18,"events":[{\
            "type":"snapshot","candles":[{"start":"1790735700","high":"68990","low":"68900","open":"68950","close":"68930",\
            "volume":"410","product_id":"BIP-20DEC30-CDE"}]}]}""", Kind.CANDLE);
    static final VenuePayload HEARTBEAT = stream("heartbeats", """
            {"channel":"heartbeats","timestamp":"2026-09-30T02:39:56.168979506Z","sequence_num":12,"events":[{\
            "current_time":"2026-09-30 02:39:56.167686736 +0000 UTC m=+12242.233881028","heartbeat_counter":12242}]}""");

    static final String PERPETUAL = """
            {"product_id":"BIP-20DEC30-CDE","price":"68930","volume_24h":"678476","base_increment":"1",\
            "quote_increment":"0.01","base_min_size":"1","is_disabled":false,"status":"","trading_disabled":false,\
            "product_type":"FUTURE","quote_currency_id":"USD","base_currency_id":"","alias":"","alias_to":[],\
            "view_only":false,"price_increment":"5","display_name":"BTC PERP","product_venue":"FCM",\
            "future_product_details":{"venue":"cde","contract_code":"BIP","contract_expiry":"2030-12-20T16:00:00Z",\
            "contract_size":"0.01","contract_root_unit":"BTC","contract_expiry_type":"EXPIRING","perpetual_details":{\
            "open_interest":"183283","funding_rate":"","funding_time":null},"twenty_four_by_seven":true,\
            "funding_interval":"3600s","open_interest":"183283","funding_rate":"0.000013",\
            "funding_time":"2026-11-20T10:00:00Z","settlement_price":"69735","index_price":"68899.882564"}}""";
    static final String FUTURE = """
            {"product_id":"BIT-24APR27-CDE","price":"69165","base_increment":"1","quote_increment":"0.01",\
            "is_disabled":false,"product_type":"FUTURE","quote_currency_id":"USD","base_currency_id":"",\
            "price_increment":"5","display_name":"BTC 24 APR 27","product_venue":"FCM","future_product_details":{\
            "venue":"cde","contract_code":"BIT","contract_expiry":"2027-04-24T15:00:00Z","contract_size":"0.01",\
            "contract_root_unit":"BTC","contract_expiry_type":"EXPIRING","perpetual_details":{"open_interest":"35445",\
            "funding_rate":"","funding_time":null},"funding_interval":null,"open_interest":"35445","funding_rate":"",\
            "funding_time":null,"settlement_price":"69970","index_price":""}}""";

    private CoinbasePayloads() {}

    static List<VenuePayload> all() {
        return List.of(
                SNAPSHOT,
                FIRST,
                SECOND,
                THIRD,
                TRADES,
                TICKER,
                CANDLES,
                HEARTBEAT,
                products(
                        PERPETUAL + "," + FUTURE,
                        "&product_ids=BIP-20DEC30-CDE&product_ids=BIT-24APR27-CDE",
                        Kind.INSTRUMENT,
                        Kind.MARK_PRICE,
                        Kind.FUNDING_RATE,
                        Kind.OPEN_INTEREST),
                products(PERPETUAL, "#listing=only", Kind.INSTRUMENT),
                answer(
                        "/market/products/{product_id}/ticker",
                        ROOT + "/market/products/BIP-20DEC30-CDE/ticker?limit=1000",
                        """
                        {"trades":[{"trade_id":"846155153","product_id":"BIP-20DEC30-CDE","price":"68930.5","size":"3",\
                        "time":"2026-09-30T02:39:56.204307Z","side":"SELL","bid":"","ask":"","exchange":"coinbase"},{\
                        "trade_id":"846155152","product_id":"BIP-20DEC30-CDE","price":"68925","size":"14",\
                        "time":"2026-09-30T02:39:56.164307Z","side":"BUY","bid":"","ask":"","exchange":"coinbase"}],\
                        "best_bid":"68925","best_ask":"68930"}""",
                        Kind.TRADE),
                answer(
                        "/market/products/{product_id}/candles",
                        ROOT + "/market/products/BIP-20DEC30-CDE/candles?granularity=ONE_HOUR",
                        """
                        {"candles":[{"start":"1790733600","low":"66055.14","high":"66331.99","open":"66312.4",\
                        "close":"66181.6","volume":"355"}]}""",
                        Kind.CANDLE),
                answer("/time", ROOT + "/time", """
                        {"iso":"2026-11-20T10:00:00Z","epochSeconds":"1795168800","epochMillis":"1795168800123"}"""));
    }

    static VenuePayload products(String products, String query, Kind... yields) {
        return answer(
                "/market/products",
                ROOT + "/market/products?product_type=FUTURE" + query,
                "{\"products\":[" + products + "],\"num_products\":2,\"pagination\":null}",
                yields);
    }

    static String update(String side, String price, String quantity) {
        return """
                {"side":"%s","event_time":"2026-09-30T02:39:56.136709Z","price_level":"%s","new_quantity":"%s"}""".formatted(side, price, quantity);
    }

    static VenuePayload book(long frame, String type, String updates) {
        return stream("level2", """
                {"channel":"l2_data","timestamp":"2026-09-30T02:39:56.164663123Z","sequence_num":%d,"events":[{\
                "type":"%s","product_id":"BIP-20DEC30-CDE","updates":[%s]}]}""".formatted(frame, type, updates), Kind.BOOK);
    }
}
