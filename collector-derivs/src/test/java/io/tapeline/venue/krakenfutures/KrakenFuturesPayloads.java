package io.tapeline.venue.krakenfutures;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Messages in the form of https://docs.kraken.com and of captures of 2021 to 2026. */
final class KrakenFuturesPayloads {
    private static final String HOST = "https://futures.kraken.com";

    private KrakenFuturesPayloads() {}

    static final VenuePayload OLD = change(326072240, "buy", "34890", "5");
    static final VenuePayload SNAPSHOT = stream("book_snapshot", """
            {"feed":"book_snapshot","product_id":"PI_XBTUSD","timestamp":1612269825817,"seq":326072249,\
            "tickSize":null,"bids":[{"price":34892.5,"qty":6385},{"price":34892,"qty":10924}],\
            "asks":[{"price":34911.5,"qty":20598},{"price":34912,"qty":2300}]}
            """, Kind.BOOK);
    static final VenuePayload FIRST = change(326072250, "sell", "34911.5", "0.0");
    static final VenuePayload SECOND = change(326072251, "buy", "34892.5", "24508.0");
    static final VenuePayload THIRD = change(326072252, "buy", "34891.5", "6561.0");

    private static VenuePayload change(long sequence, String side, String price, String quantity) {
        return stream(
                "book",
                "{\"feed\":\"book\",\"product_id\":\"PI_XBTUSD\",\"side\":\"" + side + "\",\"seq\":" + sequence
                        + ",\"price\":" + price + ",\"qty\":" + quantity + ",\"timestamp\":1612269826022}",
                Kind.BOOK);
    }

    static List<VenuePayload> all() {
        return Stream.concat(streams().stream(), answers().stream()).toList();
    }

    private static List<VenuePayload> streams() {
        return List.of(
                SNAPSHOT,
                FIRST,
                stream("trade", """
                        {"feed":"trade","product_id":"PI_LTCUSD","uid":"e2429e31-8b9d-4195-900e-fd42be2dec89",\
                        "side":"buy","type":"fill","seq":5956,"time":1626994929946,"qty":320.0,"price":119.44}
                        """, Kind.TRADE),
                stream("trade", """
                        {"feed":"trade","product_id":"PI_XRPUSD","uid":"3ee209b8-bc9f-4ed5-965b-8c6208b26411",\
                        "side":"sell","type":"liquidation","seq":41799,"time":1593561965283,"qty":12000,\
                        "price":0.1736}
                        """, Kind.TRADE, Kind.LIQUIDATION),
                stream("trade_snapshot", """
                        {"feed":"trade_snapshot","product_id":"PI_XBTUSD","trades":[\
                        {"feed":"trade","product_id":"PI_XBTUSD","uid":"caa9c653-420b-4c24-a9f1-462a054d86f1",\
                        "side":"sell","type":"fill","seq":655508,"time":1612269657781,"qty":440,"price":34893},\
                        {"feed":"trade","product_id":"PI_XBTUSD","uid":"45ee9737-1877-4682-bc68-e4ef818ef88a",\
                        "side":"sell","type":"fill","seq":655507,"time":1612269656839,"qty":9643,"price":34891}]}
                        """, Kind.TRADE),
                stream("ticker", TICKER, Kind.QUOTE, Kind.MARK_PRICE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST),
                stream("ticker", """
                        {"feed":"ticker","product_id":"FI_ETHUSD_190426","bid":141.4,"ask":141.5,\
                        "bid_size":10000.0,"ask_size":5873.0,"volume":287575.0,"dtm":25,"leverage":"50x",\
                        "index":141.16,"premium":0.2,"last":141.8,"time":1554076798897,"change":0.6,\
                        "suspended":false,"tag":"month","pair":"ETH:USD","openInterest":393129.0,\
                        "markPrice":141.45,"maturityTime":1556290800000}
                        """, Kind.QUOTE, Kind.MARK_PRICE, Kind.OPEN_INTEREST),
                stream("ticker_lite", """
                        {"feed":"ticker_lite","product_id":"FI_BCHUSD_210730","bid":439.3,"ask":439.6,\
                        "change":2.640803926150981,"premium":0.3,"volume":3413476.0,"tag":"month",\
                        "pair":"BCH:USD","dtm":7,"maturityTime":1627657200000}
                        """, Kind.QUOTE),
                stream("heartbeat", "{\"feed\":\"heartbeat\",\"time\":1534262350627}"));
    }

    /** Captured on 2026-07-09. */
    static final String TICKER = """
            {"time":1783587648112,"product_id":"PF_ETHUSD","funding_rate":0.032725177043125,\
            "funding_rate_prediction":0.031251669645,"relative_funding_rate":0.0000186711875,\
            "relative_funding_rate_prediction":0.00001783425,"next_funding_rate_time":1783591200000,\
            "leverage":"100x","premium":-0.0,"feed":"ticker","bid":1751.6,"ask":1751.7,"bid_size":1.459,\
            "ask_size":2.886,"volume":57204.177,"dtm":0,"index":1751.75,"last":1751.7,"change":0.97,\
            "suspended":false,"tag":"perpetual","pair":"ETH:USD","openInterest":24085.822,\
            "markPrice":1751.97553924942,"maturityTime":0,"post_only":false,"volumeQuote":99424431.8132,\
            "open":1734.8,"high":1765.4,"low":1708.8}
            """;

    private static List<VenuePayload> answers() {
        return List.of(
                rest("/derivatives/api/v3/instruments", "", LISTING, Kind.INSTRUMENT),
                rest("/derivatives/api/v3/instruments/status", "", """
                        {"result":"success","serverTime":"2024-05-03T13:15:34.1Z","instrumentStatus":[\
                        {"tradeable":"PF_COMPUSD","experiencingDislocation":false}]}
                        """),
                rest("/derivatives/api/v3/historical-funding-rates", "?symbol=PI_XBTUSD", FUNDING, Kind.FUNDING_RATE),
                chart("trade", "PI_XBTUSD", "319499"),
                chart("mark", "PF_XBTUSD", "0"),
                chart("spot", "PF_XBTUSD", "0"),
                rest(
                        "/derivatives/api/v3/tickers",
                        "",
                        TICKERS,
                        Kind.QUOTE,
                        Kind.MARK_PRICE,
                        Kind.FUNDING_RATE,
                        Kind.OPEN_INTEREST),
                rest(
                        "/derivatives/api/v3/history",
                        "?symbol=PF_XBTUSD&lastTime=2024-05-03T14:00:00Z",
                        """
                        {"result":"success","history":[{"time":"2024-05-03T13:05:43.974Z","trade_id":100,\
                        "price":61081,"size":25,"side":"sell","type":"liquidation",\
                        "uid":"d0692c0c-742e-4d88-862c-8bd63533e067"}]}
                        """,
                        Kind.TRADE,
                        Kind.LIQUIDATION),
                rest("/derivatives/api/v3/orderbook", "?symbol=PI_XBTUSD", """
                        {"result":"success","serverTime":"2024-05-03T13:05:43.974Z","orderBook":{\
                        "bids":[[61011.5,2900],[61008.5,3400]],"asks":[[61012.0,1]]}}
                        """, Kind.BOOK));
    }

    static VenuePayload rest(String path, String query, String text, Kind... yields) {
        return answer(path, HOST + path + query, text, yields);
    }

    private static VenuePayload chart(String price, String product, String volume) {
        String text = """
                {"candles":[{"time":1731715200000,"open":"91069","high":"91373.5","low":"90956",\
                "close":"91045.5","volume":"VOLUME"}],"more_candles":false}
                """.replace("VOLUME", volume);
        return answer(
                "/api/charts/v1/" + price + "/$s/$i",
                HOST + "/api/charts/v1/" + price + "/" + product + "/1h?from=1731715200&to=1731718800",
                text,
                Kind.CANDLE);
    }

    static final String FUNDING = """
            {"result":"success","serverTime":"2022-06-28T09:29:04.243Z","rates":[\
            {"timestamp":"2022-06-28T00:00:00.000Z","fundingRate":-8.15861558e-10,\
            "relativeFundingRate":-0.000016898883333333},\
            {"timestamp":"2022-06-28T04:00:00.000Z","fundingRate":-2.6115278e-11,\
            "relativeFundingRate":-5.40935416667e-7},\
            {"timestamp":"2022-06-28T05:00:00.000Z","fundingRate":-4.08356853e-10,\
            "relativeFundingRate":-0.000008521190625}]}
            """;

    static final String TICKERS = """
            {"result":"success","tickers":[{"tag":"perpetual","pair":"XBT:USD","symbol":"PI_XBTUSD",\
            "markPrice":30209.9,"bid":8634,"bidSize":1000,"ask":49289,"askSize":139984,"vol24h":15304,\
            "openInterest":149655,"open24h":49289,"indexPrice":21087.8,"last":49289,\
            "lastTime":"2022-06-17T10:46:35.705Z","lastSize":100,"suspended":false,\
            "fundingRate":1.18588737106e-7,"fundingRatePrediction":1.1852486794e-7,"postOnly":false},\
            {"symbol":"in_xbtusd","last":21088,"lastTime":"2022-06-17T11:00:30.000Z"}],\
            "serverTime":"2022-06-17T11:00:31.335Z"}
            """;

    /** An inverse and two linear perpetuals, a dated inverse, one that stopped, and an index. */
    static final String LISTING = """
            {"result":"success","instruments":[
            {"symbol":"PI_XBTUSD","type":"futures_inverse","underlying":"rr_xbtusd","tickSize":0.5,"contractSize":1,
             "tradeable":true,"openingDate":"2018-08-31T00:00:00Z","fundingRateCoefficient":24,
             "contractValueTradePrecision":0,"base":"BTC","quote":"USD","pair":"BTC:USD"},
            {"symbol":"PF_ETHUSD","type":"flexible_futures","tickSize":0.1,"contractSize":1,"tradeable":true,
             "openingDate":"2022-03-22T13:18:45Z","contractValueTradePrecision":3,"base":"ETH","quote":"USD",
             "pair":"ETH:USD","tradfi":false},
            {"symbol":"PF_PEPEUSD","type":"flexible_futures","tickSize":1e-10,"contractSize":1,"tradeable":true,
             "openingDate":"2023-05-25T10:52:25Z","contractValueTradePrecision":-3,"base":"PEPE","quote":"USD"},
            {"symbol":"FI_XBTUSD_270326","type":"futures_inverse","underlying":"rr_xbtusd",
             "lastTradingTime":"2027-03-26T15:00:00.000Z","tickSize":0.5,"contractSize":1,"tradeable":true,
             "openingDate":"2026-09-25T00:00:00.000Z","contractValueTradePrecision":0},
            {"symbol":"FI_XBTUSD_220930","type":"futures_inverse","lastTradingTime":"2022-09-30T15:00:00.000Z",
             "tickSize":0.5,"contractSize":1,"tradeable":false},
            {"symbol":"in_xbtusd","type":"spot index","tradeable":false}]}
            """;
}
