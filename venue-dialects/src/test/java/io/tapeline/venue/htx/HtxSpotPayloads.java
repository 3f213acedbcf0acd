package io.tapeline.venue.htx;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.stream.Stream;

/** Messages of spot pairs in the form of the official documentation and of captures of 2020 and 2021. */
final class HtxSpotPayloads {
    private static final String BOOK = "market.$s.mbp.$n";

    private HtxSpotPayloads() {}

    static final VenuePayload OLD =
            change(109409288130L, 109409288160L, "[[9138.6,0.010259],[9145.18,0.0]]", "[[9137.67,4.683547]]");
    static final VenuePayload FIRST =
            change(109409288160L, 109409288204L, "[[9138.6,0.0],[9144.0,0.05]]", "[[9134.5,0.002232]]");
    static final VenuePayload SECOND = change(109409288204L, 109409288226L, "[]", "[]");
    static final VenuePayload THIRD = change(109409288226L, 109409288230L, "[]", "[[9137.67,5.0E-4]]");
    static final VenuePayload SNAPSHOT = stream(BOOK, """
            {"id":"1","status":"ok","ts":1593561601666,"rep":"market.btcusdt.mbp.150","data":{"bids":[\
            [9137.67,4.683547],[9137.35,0.0089]],"asks":[[9137.68,0.190075],[9138.6,0.010259]],\
            "seqNum":109409288160}}
            """, Kind.BOOK);

    static VenuePayload change(long previous, long sequence, String asks, String bids) {
        return stream(
                BOOK,
                "{\"ch\":\"market.btcusdt.mbp.150\",\"ts\":1593561600901,\"tick\":{\"seqNum\":" + sequence
                        + ",\"prevSeqNum\":" + previous + ",\"asks\":" + asks + ",\"bids\":" + bids + "}}",
                Kind.BOOK);
    }

    static List<VenuePayload> all() {
        return Stream.concat(streams().stream(), answers().stream()).toList();
    }

    private static List<VenuePayload> streams() {
        return List.of(
                SNAPSHOT,
                FIRST,
                SECOND,
                stream(BOOK, """
                        {"ch":"market.btcusdt.mbp.5","ts":1573199608679,"tick":{"seqNum":100020146795,\
                        "prevSeqNum":100020146794,"asks":[[645.140000000000000000,26.75597395914065]]}}
                        """, Kind.BOOK),
                stream("market.$s.mbp.refresh.$n", """
                        {"ch":"market.btcusdt.mbp.refresh.20","ts":1573199608679,"tick":{"seqNum":100020142010,\
                        "bids":[[618.37,71.594],[423.33,77.726]],"asks":[[650.59,14.909733438479636]]}}
                        """, Kind.BOOK),
                stream("market.$s.depth.step0", """
                        {"ch":"market.yfihusd.depth.step0","ts":1618678093952,"tick":{"bids":[\
                        [49988.66,0.031812],[48865.22,6.79E-4]],"asks":[[50171.49,0.001053]],\
                        "version":181645700,"ts":1618678093950}}
                        """, Kind.BOOK),
                stream("market.$s.trade.detail", """
                        {"ch":"market.yfihusd.trade.detail","ts":1618678079712,"tick":{"id":181648752,\
                        "ts":1618678079699,"data":[{"id":181648752255757425015366,"ts":1618678079699,\
                        "tradeId":179336,"amount":5.0E-4,"price":50171.57,"direction":"buy"}]}}
                        """, Kind.TRADE),
                stream("market.$s.bbo", """
                        {"ch":"market.btcusdt.bbo","ts":1575158404058,"tick":{"seqId":103273695595,\
                        "ask":7543.59,"askSize":2.323241,"bid":7541.16,"bidSize":0.002329,\
                        "quoteTime":1575158404057,"symbol":"btcusdt"}}
                        """, Kind.QUOTE),
                stream("market.$s.kline.$p", """
                        {"ch":"market.ethbtc.kline.1min","ts":1630981694370,"tick":{"id":1630981680,\
                        "open":0.074849,"close":0.074848,"low":0.074848,"high":0.074849,"amount":2.4448,\
                        "vol":0.1829884187,"count":3}}
                        """, Kind.CANDLE));
    }

    private static List<VenuePayload> answers() {
        return List.of(
                listing(LISTING),
                rest("/v1/settings/common/market-symbols", "", MARKET_SYMBOLS, Kind.INSTRUMENT),
                rest("/market/history/trade", "symbol=btcusdt&size=2000", TRADES, Kind.TRADE),
                rest("/market/history/kline", "symbol=btcusdt&size=2&period=5min", CANDLES, Kind.CANDLE),
                rest("/market/depth", "symbol=btcusdt&type=step0", """
                        {"ch":"market.btcusdt.depth.step0","status":"ok","ts":1629790438801,"tick":{\
                        "ts":1629790438215,"version":136107114472,"bids":[[49790.87,0.779876]],\
                        "asks":[[49790.88,2.980472]]}}
                        """, Kind.BOOK),
                rest("/v1/common/timestamp", "", "{\"status\":\"ok\",\"data\":1629715504949}"));
    }

    static VenuePayload rest(String path, String query, String text, Kind... yields) {
        return answer(path, "https://api.huobi.pro" + path + (query.isEmpty() ? "" : "?" + query), text, yields);
    }

    static VenuePayload listing(String text) {
        return rest("/v2/settings/common/symbols", "", text, Kind.INSTRUMENT);
    }

    /** The instruments of a listing. */
    static List<Instrument> listed(String text) {
        HtxSpotVenue venue = new HtxSpotVenue(HtxSpotSettings.defaults());
        return venue.decoder().decode(listing(text).frame(venue.feed()), InstrumentLookup.NONE).stream()
                .filter(Decoded.Listed.class::isInstance)
                .map(decoded -> ((Decoded.Listed) decoded).instrument())
                .toList();
    }

    static Instrument pair(String symbol) {
        return listed(LISTING).stream()
                .filter(pair -> pair.symbol().equals(symbol))
                .findAny()
                .orElseThrow();
    }

    /** Newest first, nested in what one taker took; ids are rounded. */
    static final String TRADES = """
            {"ch":"market.btcusdt.trade.detail","status":"ok","ts":1629793657842,"data":[\
            {"id":136108764379,"ts":1629793656939,"data":[{"id":1.361087643793484e+26,"ts":1629793656939,\
            "trade-id":102517381182,"amount":0.000124,"price":49656.4,"direction":"buy"}]},\
            {"id":136108763320,"ts":1629793656198,"data":[{"id":1.361087633203484e+26,"ts":1629793656198,\
            "trade-id":102517381181,"amount":0.01125,"price":49655,"direction":"buy"},\
            {"id":1.361087633203484e+26,"ts":1629793656198,"trade-id":102517381180,"amount":0.00083,\
            "price":49651.35,"direction":"buy"}]}]}
            """;

    /** Newest first. */
    static final String CANDLES = """
            {"ch":"market.btcusdt.kline.5min","status":"ok","ts":1629769247172,"data":[\
            {"id":1629769200,"open":49056.37,"close":49025.51,"low":49022.86,"high":49056.38,\
            "amount":3.946281917950917,"vol":193489.67275732,"count":196},\
            {"id":1629768900,"open":48994.61,"close":49056.37,"low":48966.72,"high":49072.46,\
            "amount":30.72223099519689,"vol":1505870.732227976,"count":1504}]}
            """;

    /** Two that trade, a share in a fund, one that was taken off, one that is to come. */
    static final String LISTING = """
            {"status":"ok","data":[
            {"tags":"","state":"online","wr":"1.5","sc":"ethusdt","p":[{"id":9,"name":"Grayscale","weight":91}],
             "bcdn":"ETH","qcdn":"USDT","elr":null,"tpp":2,"tap":4,"fp":8,"smlr":null,"flr":null,"whe":false,
             "cd":false,"te":true,"sp":"main","d":null,"bc":"eth","qc":"usdt","toa":1514779200000,"ttp":8,
             "w":999400000,"lr":5,"dn":"ETH/USDT"},
            {"tags":"","state":"online","sc":"btcusdt","tpp":2,"tap":6,"bc":"btc","qc":"usdt","toa":1514779200000},
            {"tags":"etp,nav,holdinglimit","state":"online","sc":"btc3lusdt","tpp":4,"tap":4,"bc":"btc3l",
             "qc":"usdt"},
            {"tags":"","state":"offline","sc":"trioeth","tpp":10,"tap":2,"bc":"trio","qc":"eth"},
            {"tags":"","state":"pre-online","sc":"newusdt","tpp":4,"tap":2,"bc":"new","qc":"usdt"}],
            "ts":"1641870869718","full":1}
            """;

    private static final String MARKET_SYMBOLS = """
            {"status":"ok","data":[{"symbol":"btcusdt","state":"online","bc":"btc","qc":"usdt","pp":2,"ap":6,\
            "sp":"main","vp":8,"minoa":0.00001,"maxoa":1000,"minov":10,"at":"enabled","tags":"activities"}],\
            "ts":"1641880897191","full":1}
            """;
}
