package io.tapeline.venue.upbit;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;

/** Messages in the form that the documentation gives today, in its short spelling, and as they were in 2018 to 2023. */
final class UpbitPayloads {
    static final VenuePayload TRADE = stream("trade", """
            {"type":"trade","code":"KRW-BTC","timestamp":1795168799910,"trade_date":"2026-11-20","trade_time":"09:59:59",\
            "trade_timestamp":1795168799846,"trade_price":116539000,"trade_volume":0.02054700,"ask_bid":"BID",\
            "prev_closing_price":116000000,"change":"RISE","change_price":539000,"sequential_id":17951687998460001,\
            "best_ask_price":116540000,"best_ask_size":0.04414411,"best_bid_price":116539000,"best_bid_size":0.01202163,\
            "stream_type":"REALTIME"}""", Kind.TRADE);

    static final VenuePayload BOOK = book(1_795_168_799_000L, "0.02054761");

    private UpbitPayloads() {}

    static VenuePayload book(long millis, String bestAskSize) {
        return stream("orderbook", """
            {"type":"orderbook","code":"KRW-BTC","timestamp":%d,"total_ask_size":2.51469375,"total_bid_size":1.63815297,\
            "orderbook_units":[{"ask_price":116539000,"bid_price":116538000,"ask_size":%s,"bid_size":0.08120946},\
            {"ask_price":116542000,"bid_price":116537000,"ask_size":0.00077720,"bid_size":0.01129382}],\
            "stream_type":"REALTIME","level":0}""".formatted(millis, bestAskSize), Kind.BOOK, Kind.QUOTE);
    }

    static List<VenuePayload> all() {
        return List.of(
                TRADE,
                stream("trade", """
                    {"ty":"trade","cd":"KRW-LAMB","tms":1618678264252,"td":"2021-04-17","ttm":"16:51:03","ttms":1618678263000,\
                    "tp":126.0,"tv":1378.86507936,"ab":"ASK","pcp":123.00000000,"c":"RISE","cp":3.00000000,\
                    "sid":1618678263000005,"st":"REALTIME"}""", Kind.TRADE),
                stream("trade", "[" + TRADE.text() + "," + TRADE.text().replace("460001", "460000") + "]", Kind.TRADE),
                BOOK,
                stream("orderbook", """
                    {"ty":"orderbook","cd":"BTC-XTZ","tms":1618678266975,"tas":1734.55270955,"tbs":2802.27491136,"obu":[\
                    {"ap":0.00012221,"bp":0.00011802,"as":300.0,"bs":75.05997935},\
                    {"ap":0.0001312,"bp":0.00011725,"as":20.0,"bs":188.84008725}],"st":"REALTIME"}""", Kind.BOOK, Kind.QUOTE),
                stream("orderbook", """
                    {"type":"orderbook","code":"KRW-DOT","timestamp":1614729599677,"total_ask_size":1415.12521016,\
                    "total_bid_size":8058.44442437,"orderbook_units":[{"ask_price":0,"bid_price":41720.0,"ask_size":102.9,\
                    "bid_size":250.0}],"stream_type":"REALTIME"}""", Kind.BOOK, Kind.QUOTE),
                stream("orderbook", """
                    {"type":"orderbook","code":"KRW-DOT","timestamp":1614729599677,"total_ask_size":0.0,"total_bid_size":0.0,\
                    "orderbook_units":[],"stream_type":"REALTIME"}""", Kind.BOOK),
                ticker("""
                    {"type":"ticker","code":"KRW-ETH","opening_price":37249,"high_price":37645,"low_price":36732,\
                    "trade_price":36929,"prev_closing_price":37235,"acc_trade_price":5530.55648491,"change":"FALL",\
                    "signed_change_price":-306,"trade_volume":0.00006314,"acc_trade_volume":0.149474,"trade_date":"20230830",\
                    "trade_timestamp":1693383665811,"acc_ask_volume":0.0197006,"acc_bid_volume":0.1297734,\
                    "market_state":"ACTIVE","is_trading_suspended":false,"delisting_date":null,"market_warning":"NONE",\
                    "timestamp":1693383690031,"stream_type":"SNAPSHOT"}"""),
                ticker("""
                    {"ty":"ticker","cd":"BTC-ETH","op":0.03521,"hp":0.03530000,"lp":0.03501,"tp":0.03517,"atp":5.53055648,\
                    "tv":0.4,"atv":157.14947400,"ttms":1795168790000,"ab":"ASK","aav":57.10000000,"abv":100.04947400,\
                    "ms":"ACTIVE","its":false,"dd":null,"mw":"NONE","tms":1795168799031,"st":"REALTIME"}"""),
                stream("candle.<unit>", """
                    {"type":"candle.60m","code":"KRW-BTC","candle_date_time_utc":"2025-01-02T04:00:00",\
                    "candle_date_time_kst":"2025-01-02T13:00:00","opening_price":142009000.00000000,\
                    "high_price":142109000.00000000,"low_price":142008000.00000000,"trade_price":142009000.00000000,\
                    "candle_acc_trade_volume":0.00606119,"candle_acc_trade_price":860743.5307100000000000,\
                    "timestamp":1735792085824,"stream_type":"REALTIME"}""", Kind.CANDLE),
                stream("candle.<unit>", """
                    {"ty":"candle.1m","cd":"USDT-BTC","cdttmu":"2026-11-20T09:59:00","cdttmk":"2026-11-20T18:59:00",\
                    "op":84000.01,"hp":84010.5,"lp":83999,"tp":84001.10,"catv":0.5,"catp":42000.55,"tms":1795168798000,\
                    "st":"REALTIME"}""", Kind.CANDLE),
                rest("/v1/market/all", "?is_details=true", """
                    [{"market":"KRW-BTC","korean_name":"","english_name":"Bitcoin","market_event":{"warning":false,"caution":\
                    {"PRICE_FLUCTUATIONS":false,"TRADING_VOLUME_SOARING":false}}},\
                    {"market":"USDT-ADA","korean_name":"","english_name":"Ada"}]""", Kind.INSTRUMENT),
                rest("/v1/orderbook/instruments", "?markets=KRW-BTC,KRW-ETH", """
                    [{"market":"KRW-BTC","quote_currency":"KRW","tick_size":1000,"supported_levels":["0","10000"]},\
                    {"market":"KRW-ETH","quote_currency":"KRW","tick_size":0.1,"supported_levels":["0"]}]""", Kind.INSTRUMENT),
                rest("/v1/trades/ticks", "?market=KRW-BTC&count=500", """
                    [{"market":"KRW-BTC","trade_date_utc":"2025-06-27","trade_time_utc":"23:59:59","timestamp":1751068799336,\
                    "trade_price":147058000,"trade_volume":0.00006043,"prev_closing_price":146852000,"change_price":206000,\
                    "ask_bid":"BID","sequential_id":17510687993360000}]""", Kind.TRADE),
                rest("/v1/trades/ticks", "?market=BTC-ETH", """
                    [{"market":"BTC-ETH","trade_date_utc":"2018-07-02","trade_time_utc":"08:17:45","timestamp":1530519465697,\
                    "trade_price":0.07092,"trade_volume":0.01840677,"prev_closing_price":0.07091105,"change_price":0.00000895,\
                    "ask_bid":"ASK"}]""", Kind.TRADE),
                candles("seconds", "2025-06-30T23:59:59"),
                candles("/v1/candles/minutes/<unit>", "minutes/240", "2025-06-30T20:00:00"),
                candles("days", "2025-06-30T00:00:00"),
                candles("weeks", "2025-06-30T00:00:00"),
                candles("months", "2025-06-01T00:00:00"),
                rest("/v1/orderbook", "?markets=KRW-BTC", """
                    [{"market":"KRW-BTC","timestamp":1751606867762,"total_ask_size":10.37591054,"total_bid_size":9.49577219,\
                    "orderbook_units":[{"ask_price":148520000,"bid_price":148490000,"ask_size":0.0134662,"bid_size":0.04296774}],\
                    "level":0}]""", Kind.BOOK, Kind.QUOTE),
                rest("/v1/ticker", "?markets=KRW-BTC", """
                    [{"market":"KRW-BTC","trade_date":"20250704","trade_timestamp":1751606040365,\
                    "opening_price":"148737000.00000000","high_price":"149360000.00000000","low_price":"148288000.00000000",\
                    "trade_price":"148601000.00000000","acc_trade_price":31615925234.05438,"acc_trade_volume":212.38911576,\
                    "timestamp":1751606040403}]""", Kind.CANDLE));
    }

    private static VenuePayload ticker(String text) {
        return stream("ticker", text, Kind.CANDLE);
    }

    private static VenuePayload rest(String path, String query, String text, Kind... yields) {
        return answer(path, UpbitTape.API + path + query, text, yields);
    }

    private static VenuePayload candles(String path, String start) {
        return candles("/v1/candles/" + path, path, start);
    }

    private static VenuePayload candles(String channel, String path, String start) {
        return answer(
                channel,
                UpbitTape.API + "/v1/candles/" + path + "?market=KRW-BTC&count=1",
                """
                [{"market":"KRW-BTC","candle_date_time_utc":"%s","candle_date_time_kst":"2025-07-01T08:59:59",\
                "opening_price":145794000,"high_price":145794000.00000000,"low_price":145759000,"trade_price":145759000,\
                "timestamp":1751327999833,"candle_acc_trade_price":185042.0,"candle_acc_trade_volume":0.0013}]""".formatted(start),
                Kind.CANDLE);
    }
}
