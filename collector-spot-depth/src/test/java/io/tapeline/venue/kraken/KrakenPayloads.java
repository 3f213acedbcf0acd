package io.tapeline.venue.kraken;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Messages in the form of https://docs.kraken.com and of captures of 2024 and 2025. */
final class KrakenPayloads {
    static final String HOST = "https://api.kraken.com";

    private KrakenPayloads() {}

    /** Of the documentation, with the checksum that it prints. Prices have four decimals, sizes eight. */
    static final VenuePayload SNAPSHOT = stream("book", """
            {"channel":"book","type":"snapshot","data":[{"symbol":"MATIC/USD","bids":[\
            {"price":0.5666,"qty":4831.75496356},{"price":0.5665,"qty":6658.22734739},\
            {"price":0.5664,"qty":18724.91513344},{"price":0.5663,"qty":11563.92544914},\
            {"price":0.5662,"qty":14006.65365711},{"price":0.5661,"qty":17454.85679807},\
            {"price":0.566,"qty":18097.1547},{"price":0.5659,"qty":33644.89175666},\
            {"price":0.5658,"qty":148.3464},{"price":0.5657,"qty":606.70854372}],"asks":[\
            {"price":0.5668,"qty":4410.79769741},{"price":0.5669,"qty":4655.40412487},\
            {"price":0.567,"qty":49844.89424998},{"price":0.5671,"qty":24306.41678},\
            {"price":0.5672,"qty":29783.25223475},{"price":0.5673,"qty":57234.71239278},\
            {"price":0.5674,"qty":45065.04744},{"price":0.5675,"qty":5912.76380354},\
            {"price":0.5676,"qty":42514.92434778},{"price":0.5677,"qty":36304.0847022}],\
            "checksum":2439117997}]}
            """, Kind.BOOK);

    static final VenuePayload UPDATE = update("""
            "bids":[{"price":0.5657,"qty":1098.3947558}],"asks":[],"checksum":2114181697
            """);

    /** Another change of that book; its checksum is the venue's own no more. */
    static VenuePayload update(String members) {
        return stream(
                "book",
                "{\"channel\":\"book\",\"type\":\"update\",\"data\":[{\"symbol\":\"MATIC/USD\"," + members.strip()
                        + ",\"timestamp\":\"2023-10-06T17:35:55.440295Z\"}]}",
                Kind.BOOK);
    }

    static final VenuePayload TRADES = stream("trade", """
            {"channel":"trade","type":"update","data":[{"symbol":"BTC/USD","side":"buy","price":68500.0,\
            "qty":0.01044926,"ord_type":"limit","trade_id":70635299,"timestamp":"2024-05-27T12:43:11.798009Z"},\
            {"symbol":"BTC/USD","side":"sell","price":68499.9,"qty":0.10000000,"ord_type":"market",\
            "trade_id":70635300,"timestamp":"2024-05-27T12:43:12.000001Z"}]}
            """, Kind.TRADE);

    static final VenuePayload TICKER = stream("ticker", """
            {"channel":"ticker","type":"update","data":[{"symbol":"BTC/USD","bid":65843.7,"bid_qty":12.31628629,\
            "ask":65843.8,"ask_qty":0.31232000,"last":65843.7,"volume":4182.59447976,"vwap":64223.4,"low":61325.4,\
            "high":66450.0,"change":4213.8,"change_pct":6.84,"timestamp":"2026-07-10T09:00:00.123456Z"}]}
            """, Kind.QUOTE);

    static final VenuePayload CANDLES = stream("ohlc", """
            {"channel":"ohlc","type":"snapshot","timestamp":"2024-05-17T11:21:16.318303322Z","data":[\
            {"symbol":"ETH/USD","open":3027.80,"high":3027.80,"low":3026.13,"close":3026.13,"trades":9,\
            "volume":13.31603062,"vwap":3027.01,"interval_begin":"2024-05-17T11:12:00.000000000Z","interval":1,\
            "timestamp":"2024-05-17T11:13:00.000000Z"}]}
            """, Kind.CANDLE);

    static final VenuePayload INSTRUMENTS = stream("instrument", """
            {"channel":"instrument","type":"snapshot","data":{"assets":[{"id":"USD","status":"enabled",\
            "precision":4,"precision_display":2,"borrowable":true,"collateral_value":1.00,"margin_rate":0.025000}],\
            "pairs":[{"symbol":"BTC/USD","base":"BTC","quote":"USD","status":"online","qty_precision":8,\
            "qty_increment":0.00000001,"price_precision":1,"cost_precision":5,"marginable":true,"has_index":true,\
            "cost_min":0.50,"margin_initial":0.20,"position_limit_long":250,"position_limit_short":200,\
            "tick_size":0.1,"price_increment":0.1,"qty_min":0.00010000},\
            {"symbol":"MATIC/USD","base":"MATIC","quote":"USD","status":"delisted","qty_precision":8,\
            "qty_increment":0.00000001,"price_precision":4,"cost_precision":6,"marginable":false,"has_index":false,\
            "cost_min":0.50,"price_increment":0.0001,"qty_min":10.0}]}}
            """, Kind.INSTRUMENT);

    static final VenuePayload LISTING = rest("/0/public/AssetPairs", "", """
            {"error":[],"result":{
            "XXBTZUSD":{"altname":"XBTUSD","wsname":"XBT/USD","aclass_base":"currency","base":"XXBT",
             "aclass_quote":"currency","quote":"ZUSD","lot":"unit","cost_decimals":5,"pair_decimals":1,"lot_decimals":8,
             "fees":[[0,0.4],[10000,0.35]],"fees_maker":[[0,0.25],[10000,0.2]],"ordermin":"0.00005","costmin":"0.5",
             "tick_size":"0.1","status":"online","execution_venue":"international"},
            "XETHZUSD":{"altname":"ETHUSD","wsname":"ETH/USD","aclass_base":"currency","base":"XETH",
             "aclass_quote":"currency","quote":"ZUSD","lot":"unit","pair_decimals":2,"lot_decimals":8,
             "fees":[[0,0.26]],"fees_maker":[[0,0.16]],"ordermin":"0.005"},
            "XDGUSD":{"altname":"XDGUSD","wsname":"XDG/USD","base":"XXDG","quote":"ZUSD","pair_decimals":7,
             "lot_decimals":8,"tick_size":"0.0000001","status":"cancel_only"},
            "NEWUSD":{"altname":"NEWUSD","wsname":"NEW/USD","base":"NEW","quote":"ZUSD","pair_decimals":4,
             "lot_decimals":5,"tick_size":"0.0001","status":"work_in_progress"},
            "XBTUSD.B":{"altname":"XBTUSD.B","wsname":"XBT/USD:BTNL","base":"XXBT","quote":"ZUSD","pair_decimals":1,
             "lot_decimals":8,"status":"online","execution_venue":"bitnomial_exchange"},
            "XBTUSD.d":{"altname":"XBTUSD.d","base":"XXBT","quote":"ZUSD","pair_decimals":1,"lot_decimals":8}}}
            """, Kind.INSTRUMENT);

    static List<VenuePayload> all() {
        return Stream.concat(streams().stream(), answers().stream()).toList();
    }

    private static List<VenuePayload> streams() {
        return List.of(
                SNAPSHOT,
                UPDATE,
                TRADES,
                TICKER,
                CANDLES,
                INSTRUMENTS,
                stream("status", """
                        {"channel":"status","data":[{"api_version":"v2","connection_id":12393906104898154338,\
                        "system":"online","version":"2.0.4"}],"type":"update"}
                        """),
                stream("heartbeat", "{\"channel\":\"heartbeat\"}"),
                stream("ping", """
                        {"method":"pong","req_id":1,"time_in":"2024-05-20T11:08:49.272922Z",\
                        "time_out":"2024-05-20T11:08:49.272940Z"}
                        """));
    }

    static final String TRADE_ROWS = """
            {"error":[],"result":{"XXBTZUSD":[\
            ["30243.40000","0.34507674",1688669597.8277369,"b","m","",61044952],\
            ["30243.30000","0.00376960",1688669598.2804112,"s","l","",61044953]],\
            "last":"1688669598280411251"}}
            """;

    private static List<VenuePayload> answers() {
        return List.of(
                LISTING,
                rest("/0/public/Time", "", """
                        {"error":[],"result":{"unixtime":1762820224,"rfc1123":"Tue, 11 Nov 25 00:17:04 +0000"}}
                        """),
                rest("/0/public/Trades", "?pair=XBTUSD&since=1688669597000000000&count=1000", TRADE_ROWS, Kind.TRADE),
                rest("/0/public/OHLC", "?pair=XBTUSD&interval=1&since=1688671200#symbol=BTC/USD", """
                        {"error":[],"result":{"XXBTZUSD":[\
                        [1688671200,"30306.1","30306.2","30305.7","30305.7","30306.1","3.39243896",23],\
                        [1688671260,"30304.5","30304.5","30300.0","30300.0","30300.0","4.42996871",18]],\
                        "last":1688671200}}
                        """, Kind.CANDLE));
    }

    static VenuePayload rest(String path, String query, String text, Kind... yields) {
        return answer(path, HOST + path + query, text, yields);
    }
}
