package io.tapeline.venue.deribit;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * Messages in the form of https://docs.deribit.com (March 2026) and of captures of 2020 to August 2026, older forms among
 * them.
 */
final class DeribitPayloads {
    private static final String API = "https://www.deribit.com/api/v2/public/";
    private static final String HISTORY = "https://history.deribit.com/api/v2/public/";
    static final String LISTING_URL = API + "get_instruments?currency=any&kind=future&expired=false";

    private DeribitPayloads() {}

    static final VenuePayload OLD = change(900, 950);
    static final VenuePayload SNAPSHOT = book("\"type\":\"snapshot\",\"change_id\":1000", """
            [["new",63324.5,372280],["new",63324,1360.0]],"asks":[["new",63325,7730],["new",63330,220]]""");
    static final VenuePayload FIRST = change(1000, 1040);
    static final VenuePayload SECOND = change(1040, 1100);
    static final VenuePayload THIRD = change(1100, 1170);

    private static VenuePayload change(long previous, long id) {
        return book("\"type\":\"change\",\"prev_change_id\":" + previous + ",\"change_id\":" + id, """
                [["delete",62533,0]],"asks":[["change",63350.5,8250],["change",94987.5,1.0e2]]""");
    }

    private static VenuePayload book(String head, String sides) {
        return notification(
                "book.{instrument}",
                "book.BTC-PERPETUAL.100ms",
                "{\"timestamp\":1786563084954," + head + ",\"instrument_name\":\"BTC-PERPETUAL\",\"bids\":" + sides
                        + "}",
                Kind.BOOK);
    }

    static VenuePayload notification(String row, String channel, String data, Kind... kinds) {
        return stream(
                row,
                "{\"jsonrpc\":\"2.0\",\"method\":\"subscription\",\"params\":{\"channel\":\"" + channel + "\",\"data\":"
                        + data.strip() + "}}",
                kinds);
    }

    private static VenuePayload result(String method, String host, String query, String result, Kind... kinds) {
        return answer(
                "public/" + method,
                host + method + "?" + query,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result.strip()
                        + ",\"usIn\":1786563120531596,\"usOut\":1786563120531808,\"usDiff\":212,\"testnet\":false}",
                kinds);
    }

    static List<VenuePayload> all() {
        return Stream.of(List.of(SNAPSHOT, FIRST), streams(), DeribitTickerPayloads.all(), answers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<VenuePayload> streams() {
        return List.of(
                notification("trades.{instrument}", "trades.BTC-PERPETUAL.100ms", """
                        [{"timestamp":1786563104514,"price":63344.5,"direction":"buy","index_price":63325.19,\
                        "trade_id":"440192723","instrument_name":"BTC-PERPETUAL","trade_seq":296152987,"amount":20,\
                        "mark_price":63341.87,"tick_direction":1,"starbase_match_id":213378943477100544,"contracts":2,\
                        "starbase_timestamp":1786563104514208300}]
                        """, Kind.TRADE),
                LIQUIDATED_MAKER,
                notification("trades.{kind}.{currency}", "trades.option.BTC.raw", """
                        [{"trade_seq":2,"trade_id":"48079289","timestamp":1590484589306,"tick_direction":2,\
                        "price":0.0075,"mark_price":0.01062686,"iv":47.58,"instrument_name":"BTC-27MAY20-9000-C",\
                        "index_price":8956.17,"direction":"sell","amount":3}]
                        """, Kind.TRADE),
                notification("quote.{instrument}", "quote.BTC-PERPETUAL", """
                        {"timestamp":1765541767174,"instrument_name":"BTC-PERPETUAL","best_ask_price":92288.5,\
                        "best_bid_price":92288.0,"best_ask_amount":99470.0,"best_bid_amount":133440.0}
                        """, Kind.QUOTE),
                notification("chart.trades.{instrument}", "chart.trades.BTC-PERPETUAL.1", """
                        {"tick":1767200040000,"open":87490.0,"high":87500.0,"low":87465.0,"close":87474.0,\
                        "volume":0.95978896,"cost":83970.0}
                        """, Kind.CANDLE),
                notification("platform_state", "platform_state", """
                        {"price_index":"btc_usd","locked":true}
                        """),
                stream("heartbeat", """
                        {"jsonrpc":"2.0","method":"heartbeat","params":{"type":"heartbeat"}}
                        """),
                stream("heartbeat", """
                        {"jsonrpc":"2.0","method":"heartbeat","params":{"type":"test_request"}}
                        """));
    }

    static final VenuePayload LIQUIDATED_MAKER =
            notification("trades.{instrument}", "trades.BTC-PERPETUAL.raw", """
                    [{"trade_seq":40782080,"trade_id":"66460626","timestamp":1584058067675,"tick_direction":3,\
                    "price":4458.5,"liquidation":"M","instrument_name":"BTC-PERPETUAL","index_price":4793.6,\
                    "direction":"buy","amount":2500}]
                    """, Kind.TRADE, Kind.LIQUIDATION);

    private static final String OPTION_TRADES = """
            {"trades":[{"trade_seq":467,"trade_id":"415305279","timestamp":1770984454552,"tick_direction":2,\
            "price":0.0525,"mark_price":0.05253883,"iv":45.91,"instrument_name":"BTC-24APR26-72000-C",\
            "index_price":66930.31,"direction":"buy","amount":3,"contracts":3}],"has_more":true}
            """;

    static final String FLAGGED = """
            {"trades":[\
            {"trade_seq":19,"trade_id":"ETH-284830838","timestamp":1770984454552,"tick_direction":2,"price":2010.5,\
            "mark_price":2010.1,"instrument_name":"ETH-PERPETUAL","index_price":2010.31,"direction":"sell","amount":70},\
            {"trade_seq":20,"trade_id":"ETH-284830839","timestamp":1770984454999,"tick_direction":2,"price":2010.5,\
            "mark_price":2010.1,"instrument_name":"ETH-PERPETUAL","index_price":2010.31,"direction":"sell","amount":90,\
            "liquidation":"MT"}],"has_more":true}
            """;

    private static List<VenuePayload> answers() {
        String time = "start_timestamp=1770984000000&end_timestamp=1770985000000";
        return List.of(
                answer("public/get_instruments", LISTING_URL, LISTING, Kind.INSTRUMENT),
                result(
                        "get_last_trades_by_instrument",
                        API,
                        "instrument_name=BTC-24APR26-72000-C&start_seq=467&end_seq=470&count=1000&sorting=asc",
                        OPTION_TRADES,
                        Kind.TRADE),
                result(
                        "get_last_trades_by_instrument_and_time",
                        HISTORY,
                        "instrument_name=ETH-PERPETUAL&" + time + "&count=1000&sorting=asc#flagged=ETH",
                        FLAGGED,
                        Kind.TRADE,
                        Kind.LIQUIDATION),
                result(
                        "get_last_trades_by_currency_and_time",
                        HISTORY,
                        "currency=BTC&kind=option&" + time + "&count=1000&sorting=asc",
                        OPTION_TRADES,
                        Kind.TRADE),
                result(
                        "get_tradingview_chart_data",
                        API,
                        "instrument_name=BTC-PERPETUAL&resolution=30&start_timestamp=1554373800000&end_timestamp=1554375900000",
                        """
                        {"volume":[19.007942601,20.095877981],"cost":[19000,23400],"ticks":[1554373800000,1554375600000],\
                        "status":"ok","open":[4963.42,4986.29],"low":[4728.94,4726.6],"high":[5185.45,5250.87],\
                        "close":[5052.95,5013.59]}
                        """,
                        Kind.CANDLE),
                result(
                        "get_funding_rate_history",
                        API,
                        "instrument_name=BTC-PERPETUAL&" + time,
                        """
                        [{"timestamp":1569891600000,"index_price":8222.87,"prev_index_price":8305.72,\
                        "interest_8h":-9.234260068476106e-05,"interest_1h":-4.739622041017375e-07}]
                        """,
                        Kind.FUNDING_RATE),
                result(
                        "get_volatility_index_data",
                        API,
                        "currency=BTC&resolution=60&" + time,
                        """
                        {"data":[[1786563060000,45.084,45.2861,45.084,45.21]],"continuation":1786563000000}
                        """,
                        Kind.VOLATILITY_INDEX),
                result("get_time", API, "", "1550147385946"));
    }

    static final String LISTING = """
            {"jsonrpc":"2.0","id":1,"result":[
            {"tick_size":0.5,"tick_size_steps":[],"taker_commission":0.0005,"settlement_period":"perpetual",
             "settlement_currency":"BTC","quote_currency":"USD","price_index":"btc_usd","min_trade_amount":10,
             "maker_commission":0,"kind":"future","is_active":true,"instrument_name":"BTC-PERPETUAL",
             "instrument_type":"reversed","expiration_timestamp":32503708800000,"creation_timestamp":1534167754000,
             "counter_currency":"USD","contract_size":10,"base_currency":"BTC","state":"open"},
            {"tick_size":2.5,"taker_commission":0.0005,"settlement_period":"month","settlement_currency":"BTC",
             "quote_currency":"USD","min_trade_amount":10,"maker_commission":-1e-4,"kind":"future","is_active":true,
             "instrument_name":"BTC-25DEC26","future_type":"reversed","expiration_timestamp":1798185600000,
             "creation_timestamp":1664524802000,"counter_currency":"USD","contract_size":10.0,"base_currency":"BTC",
             "state":"locked"},
            {"tick_size":1e-05,"taker_commission":0.0005,"settlement_period":"perpetual","settlement_currency":"USDC",
             "quote_currency":"USDC","min_trade_amount":1,"maker_commission":0.0,"kind":"future","is_active":true,
             "instrument_name":"DOGE_USDC-PERPETUAL","instrument_type":"linear","expiration_timestamp":32503708800000,
             "creation_timestamp":1664524802000,"counter_currency":"USDC","base_currency":"DOGE","state":"open"},
            {"tick_size":0.0005,"tick_size_steps":[{"above_price":120,"tick_size":0.001}],"taker_commission":0.0003,
             "strike":100000.0,"settlement_period":"month","settlement_currency":"BTC","quote_currency":"BTC",
             "option_type":"call","min_trade_amount":0.1,"maker_commission":0.0003,"kind":"option","is_active":true,
             "instrument_name":"BTC-25DEC26-100000-C","instrument_type":"reversed",
             "expiration_timestamp":1798185600000,"creation_timestamp":1671696002000,"counter_currency":"USD",
             "contract_size":1,"base_currency":"BTC","state":"open"},
            {"tick_size":0.001,"taker_commission":0.0005,"strike":1.02,"settlement_currency":"USDC",
             "quote_currency":"USDC","option_type":"put","min_trade_amount":1000,"maker_commission":0.0003,
             "kind":"option","is_active":true,"instrument_name":"XRP_USDC-25DEC26-1d02-P","instrument_type":"linear",
             "expiration_timestamp":1798185600000,"creation_timestamp":1671696002000,"counter_currency":"USDC",
             "contract_size":1000,"base_currency":"XRP","state":"open"},
            {"tick_size":0.01,"taker_commission":0.0,"quote_currency":"USDC","min_trade_amount":0.0001,
             "maker_commission":0.0,"kind":"spot","is_active":true,"instrument_name":"BTC_USDC",
             "instrument_type":"linear","expiration_timestamp":32503708800000,"creation_timestamp":1671696002000,
             "counter_currency":"USDC","contract_size":0.0001,"base_currency":"BTC","state":"open"},
            {"tick_size":0.5,"settlement_period":"week","settlement_currency":"BTC","quote_currency":"USD",
             "kind":"future","is_active":false,"instrument_name":"BTC-30OCT26","instrument_type":"reversed",
             "expiration_timestamp":1793347200000,"counter_currency":"USD","contract_size":10,"base_currency":"BTC",
             "state":"archivized"},
            {"kind":"future_combo","instrument_name":"BTC-FS-25DEC26_PERP","instrument_type":"reversed",
             "expiration_timestamp":1798185600000,"is_active":true,"base_currency":"BTC","quote_currency":"USD",
             "counter_currency":"USD","settlement_currency":"BTC","contract_size":10.0,"state":"open"}],"testnet":false}
            """;
}
