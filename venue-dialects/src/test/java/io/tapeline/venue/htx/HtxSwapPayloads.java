package io.tapeline.venue.htx;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Messages of linear contracts in the form of the official documentation and of 2026, with older forms of 2020 to 2022. */
final class HtxSwapPayloads {
    private static final String HOST = "https://api.hbdm.com";
    private static final String BOOK = "market.$c.depth.size_$n.high_freq";

    private HtxSwapPayloads() {}

    static final VenuePayload OLD = book("update", 1789895280790L, "[[86800.1,12]]", "[]");
    static final VenuePayload SNAPSHOT =
            book("snapshot", 1789895280797L, "[[86859.8,6172],[86858.5,147]]", "[[86859.9,817],[86864.5,14]]");
    static final VenuePayload FIRST = book("update", 1789895280798L, "[[86853.4,2],[86848.5,0]]", "[]");
    static final VenuePayload SECOND = book("update", 1789895280799L, "[]", "[]");
    static final VenuePayload THIRD = book("update", 1789895280800L, "[]", "[[86859.9,816]]");

    private static VenuePayload book(String event, long version, String bids, String asks) {
        return stream(
                BOOK,
                "{\"ch\":\"market.BTC-USDT.depth.size_150.high_freq\",\"ts\":1790134831753,\"tick\":{\"asks\":" + asks
                        + ",\"bids\":" + bids + ",\"ch\":\"market.BTC-USDT.depth.size_150.high_freq\",\"event\":\""
                        + event + "\",\"id\":100129125618870,\"mrid\":100129125618870,\"ts\":1790134831749,"
                        + "\"version\":" + version + "}}",
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
                stream("market.$c.depth.step0", """
                        {"ch":"market.BTC-USDT.depth.step0","ts":1645129635253,"tick":{"mrid":96710413533,\
                        "id":1645129635,"bids":[[40990.2,9128],[40980,533]],"asks":[[40990.3,16241]],\
                        "ts":1645129635250,"version":1645129635,"ch":"market.BTC-USDT.depth.step0"}}
                        """, Kind.BOOK),
                stream("market.$c.trade.detail", """
                        {"ch":"market.ETH-USDT.trade.detail","ts":1722863196449,"tick":{"id":100021951274748,\
                        "ts":1722863196444,"data":[{"amount":196,"quantity":1.96,"trade_turnover":4403.1204,\
                        "ts":1722863196444,"id":1000219512747480000,"price":2246.49,"direction":"sell"}]}}
                        """, Kind.TRADE),
                stream("market.$c.trade.detail", """
                        {"ch":"market.EOS-USDT.trade.detail","ts":1606780814945,"tick":{"id":291891365,\
                        "ts":1606780814931,"data":[{"amount":6,"ts":1606780814931,"id":2918913650000,\
                        "price":3.2639,"direction":"buy"}]}}
                        """, Kind.TRADE),
                stream("market.$c.bbo", """
                        {"ch":"market.BTC-USDT.bbo","ts":1790134831587,"tick":{"mrid":100129125618683,\
                        "id":1790134831,"bid":[86859.8,6172],"ask":[86859.9,817],"ts":1790134831586,\
                        "version":100129125618683,"ch":"market.BTC-USDT.bbo"}}
                        """, Kind.QUOTE),
                stream("market.$c.kline.$p", """
                        {"ch":"market.BTC-USDT.kline.1min","ts":1603707124366,"tick":{"id":1603707120,\
                        "mrid":131592424,"open":13067.7,"close":13067.7,"high":13067.7,"low":13067.7,\
                        "amount":0.004,"vol":4,"trade_turnover":52.2708,"count":1}}
                        """, Kind.CANDLE),
                stream("market.$c.mark_price.$p", """
                        {"ch":"market.BTC-USDT.mark_price.1min","tick":{"id":1790135100,"open":"86834.8",\
                        "close":"86826.6","high":"86838.2","low":"86826.6","amount":"0","vol":"0","count":"0",\
                        "trade_turnover":"0"},"ts":1790135117624}
                        """, Kind.MARK_PRICE),
                stream("market.$c.index.$p", """
                        {"ch":"market.BTC-USDT.index.1min","ts":1607309592214,"tick":{"id":1607309100,\
                        "open":"19213.505","close":"19242.05","high":"19248.31","low":"19213.505","amount":"0",\
                        "vol":"0","count":0}}
                        """, Kind.MARK_PRICE),
                stream("market.$c.basis.$p", """
                        {"ch":"market.BTC-USDT.basis.1min.close","ts":1606780806356,"tick":{"id":1606780800,\
                        "index_price":"19695.41","contract_price":"19717.9","basis":"22.49",\
                        "basis_rate":"0.0011418904201537312729500865486425517"}}
                        """, Kind.MARK_PRICE),
                stream("market.$c.premium_index.$p", """
                        {"ch":"market.BTC-USDT.premium_index.1min","ts":1603708380380,"tick":{"id":1603708380,\
                        "open":"0.000068125","close":"0.000068125","high":"0.000068125","low":"0.000068125",\
                        "amount":"0","vol":"0","count":"0"}}
                        """, Kind.CANDLE),
                stream("public.$c.funding_rate", """
                        {"op":"notify","topic":"public.BTC-USDT.funding_rate","ts":1790135117894,"data":[{\
                        "symbol":"BTC","contract_code":"BTC-USDT","fee_asset":"USDT",\
                        "funding_time":"1790135110000","funding_rate":"0.000064355479737646",\
                        "estimated_rate":null,"settlement_time":"1790150400000","trade_partition":"USDT"}]}
                        """, Kind.FUNDING_RATE),
                stream("public.$c.liquidation_orders", """
                        {"op":"notify","topic":"public.*.liquidation_orders","ts":1639122193214,"data":[{\
                        "symbol":"O3","contract_code":"O3-USDT","direction":"sell","offset":"close",\
                        "volume":433,"price":0.7858,"created_at":1639122193172,"amount":433,\
                        "trade_turnover":340.25,"contract_type":"swap","pair":"O3-USDT",\
                        "business_type":"swap"}]}
                        """, Kind.LIQUIDATION),
                stream("public.*.contract_info", """
                        {"op":"notify","topic":"public.*.contract_info","ts":1639122053894,"event":"init","data":[{\
                        "symbol":"MANA","contract_code":"MANA-USDT","contract_size":10,"price_tick":0.0001,\
                        "settlement_date":"1639123200000","create_date":"20210129","contract_status":1,\
                        "support_margin_mode":"all","delivery_time":"","contract_type":"swap",\
                        "business_type":"swap","pair":"MANA-USDT","delivery_date":""}]}
                        """, Kind.INSTRUMENT));
    }

    private static List<VenuePayload> answers() {
        return List.of(
                rest("/linear-swap-api/v1/swap_contract_info", "business_type=all", LISTING, Kind.INSTRUMENT),
                rest("/linear-swap-ex/market/history/trade", "contract_code=BTC-USDT&size=2000", """
                        {"ch":"market.BTC-USDT.trade.detail","data":[{"data":[{"amount":2,"direction":"buy",\
                        "id":1314767870000,"price":13081.3,"ts":1603695383124,"quantity":0.002,\
                        "trade_turnover":26.1626}],"id":131476787,"ts":1603695383124}],"status":"ok",\
                        "ts":1603695388965}
                        """, Kind.TRADE),
                rest(
                        "/linear-swap-ex/market/history/kline",
                        "contract_code=BTC-USDT&period=1min&size=3",
                        """
                        {"ch":"market.BTC-USDT.kline.1min","data":[{"amount":0.004,"close":13076.8,"count":1,\
                        "high":13076.8,"id":1603695060,"low":13076.8,"open":13076.8,"trade_turnover":52.3072,\
                        "vol":4}],"status":"ok","ts":1603695099234}
                        """,
                        Kind.CANDLE),
                rest("/linear-swap-ex/market/depth", "contract_code=BTC-USDT&type=step0", """
                        {"ch":"market.BTC-USDT.depth.step0","status":"ok","tick":{"asks":[[48611.5,741]],\
                        "bids":[[48596.4,90],[48585.7,180]],"ch":"market.BTC-USDT.depth.step0","id":1638754215,\
                        "mrid":1250406,"ts":1638754215640,"version":1638754215},"ts":1638754216092}
                        """, Kind.BOOK),
                rest("/linear-swap-ex/market/bbo", "business_type=all", """
                        {"status":"ok","ticks":[{"business_type":"swap","contract_code":"BTC-USDT",\
                        "ask":[48511.6,91],"bid":[48508.9,95],"mrid":334931,"ts":1638754361719}],"ts":1638754363648}
                        """, Kind.QUOTE),
                rest("/linear-swap-api/v1/swap_batch_funding_rate", "contract_code=ETC-USDT", """
                        {"status":"ok","data":[{"funding_rate":"-0.007500000000000000","contract_code":"ETC-USDT",\
                        "symbol":"ETC","fee_asset":"USDT","funding_time":"1613976000000"}],"ts":1614045373795}
                        """, Kind.FUNDING_RATE),
                rest("/linear-swap-api/v1/swap_funding_rate", "contract_code=BTC-USDT", """
                        {"status":"ok","data":{"funding_rate":"0.000100000000000000","contract_code":"BTC-USDT",\
                        "symbol":"BTC","fee_asset":"BTC","funding_time":"1603699200000"},"ts":1603696494714}
                        """, Kind.FUNDING_RATE),
                rest(
                        "/linear-swap-api/v1/swap_historical_funding_rate",
                        "contract_code=BTC-USDT&page_index=1&page_size=10",
                        FUNDING_PAGE,
                        Kind.FUNDING_RATE),
                rest("/linear-swap-api/v1/swap_open_interest", "contract_code=BTC-USDT", """
                        {"status":"ok","data":[{"volume":3063121.0,"amount":3063.121,"symbol":"BTC",\
                        "value":60398313.5659,"contract_code":"BTC-USDT"}],"ts":1606780807036}
                        """, Kind.OPEN_INTEREST),
                rest(
                        "/linear-swap-api/v1/swap_his_open_interest",
                        "contract_code=BTC-USDT&period=60min&amount_type=1",
                        """
                        {"status":"ok","data":{"symbol":"BTC","tick":[{"volume":2124.0000000000000000,\
                        "amount_type":1,"ts":1603695600000,\
                        "value":27771.93720000000000000000000000000000000}],"contract_code":"BTC-USDT"},\
                        "ts":1603695899986}
                        """,
                        Kind.OPEN_INTEREST),
                ratio("swap_elite_account_ratio", ",\"locked_ratio\":0.0300"),
                ratio("swap_elite_position_ratio", ""),
                rest(
                        "/linear-swap-api/v3/swap_liquidation_orders",
                        "contract=BTC-USDT-211210&trade_type=0",
                        """
                        {"code":200,"msg":"","data":[{"query_id":452057,"contract_code":"BTC-USDT-211210",\
                        "symbol":"USDT","direction":"sell","offset":"close","volume":479,"price":51441.7,\
                        "created_at":1638593647864,"amount":0.479,"trade_turnover":24640.5743,\
                        "business_type":"futures","pair":"BTC-USDT"}],"ts":1604312615051}
                        """,
                        Kind.LIQUIDATION),
                rest(
                        "/linear-swap-api/v1/swap_liquidation_orders",
                        "contract_code=BTC-USDT&create_date=7",
                        """
                        {"status":"ok","data":{"orders":[{"contract_code":"BTC-USDT","symbol":"BTC",\
                        "direction":"sell","offset":"close","volume":624,"price":16701.4,\
                        "created_at":1606380004694,"amount":0.624,"trade_turnover":10421.6736}],\
                        "total_page":10,"current_page":1,"total_size":10},"ts":1606380004694}
                        """,
                        Kind.LIQUIDATION),
                rest("/linear-swap-api/v1/swap_index", "contract_code=BTC-USDT", """
                        {"status":"ok","data":[{"index_price":13076.32986568,"index_ts":1603694592011,\
                        "contract_code":"BTC-USDT"}],"ts":1603694596400}
                        """, Kind.MARK_PRICE),
                rest(
                        "/linear-swap-api/v1/swap_settlement_records",
                        "contract_code=BTC-USDT-211203",
                        """
                        {"status":"ok","data":{"total_page":1,"current_page":1,"total_size":12,\
                        "settlement_record":[{"symbol":"BTC","contract_code":"BTC-USDT-211203",\
                        "settlement_time":1638518400000,"clawback_ratio":0,"settlement_price":56792.3,\
                        "settlement_type":"delivery","business_type":"futures","pair":"BTC-USDT"}]},\
                        "ts":1638756873768}
                        """,
                        Kind.SETTLEMENT),
                indexKline("linear_swap_mark_price_kline", "31078.68"),
                indexKline("linear_swap_premium_index_kline", "0.000068125"),
                answer("/api/v1/timestamp", HOST + "/api/v1/timestamp", "{\"status\":\"ok\",\"ts\":1603696494714}"));
    }

    static VenuePayload rest(String path, String query, String text, Kind... yields) {
        return answer(path, HOST + path + "?" + query, text, yields);
    }

    private static VenuePayload ratio(String name, String locked) {
        return rest(
                "/linear-swap-api/v1/" + name,
                "contract_code=BTC-USDT&period=5min",
                "{\"status\":\"ok\",\"data\":{\"list\":[{\"buy_ratio\":0.2940,\"sell_ratio\":0.6760" + locked
                        + ",\"ts\":1603591200000}],\"symbol\":\"BTC\",\"contract_code\":\"BTC-USDT\"},"
                        + "\"ts\":1603696167089}",
                Kind.LONG_SHORT_RATIO);
    }

    private static VenuePayload indexKline(String name, String price) {
        String text = """
                {"ch":"market.BTC-USDT.x.5min","data":[{"amount":"0","close":"PRICE","count":"0","high":"PRICE",\
                "id":1611105300,"low":"PRICE","open":"PRICE","trade_turnover":"0","vol":"0"}],"status":"ok",\
                "ts":1611106791703}
                """.replace("PRICE", price);
        return rest("/index/market/history/" + name, "contract_code=BTC-USDT&period=5min&size=2", text, Kind.CANDLE);
    }

    static final String FUNDING_PAGE = """
            {"status":"ok","data":{"total_page":14,"current_page":1,"total_size":14,"data":[{\
            "avg_premium_index":"0.000049895833333333","funding_rate":"0.000100000000000000",\
            "realized_rate":null,"funding_time":"1603670400000","contract_code":"BTC-USDT","symbol":"BTC",\
            "fee_asset":"USDT"}]},"ts":1603696680599}
            """;

    /** Swaps, a Chinese name, a dated future, a delivered one, one on a stock, one that is pending. */
    static final String LISTING = """
            {"status":"ok","data":[
            {"symbol":"BTC","contract_code":"BTC-USDT","contract_size":0.001000000000000000,
             "price_tick":0.100000000000000000,"create_date":"20201021","delivery_time":"","contract_status":1,
             "settlement_date":"1603699200000","support_margin_mode":"all","pair":"BTC-USDT","business_type":"swap",
             "contract_type":"swap","settlement_period":"8","tradfi_labels":"","trade_partition":"USDT"},
            {"symbol":"币安人生","contract_code":"币安人生-USDT","contract_size":10,"price_tick":0.00001,
             "create_date":"20251009","delivery_time":"","contract_status":1,"settlement_period":"4"},
            {"symbol":"BTC","contract_code":"BTC-USDT-261225","contract_size":0.001,"price_tick":0.1,
             "delivery_date":"20261225","delivery_time":"1798185600000","create_date":"20260925","contract_status":5,
             "business_type":"futures","pair":"BTC-USDT","contract_type":"quarter"},
            {"symbol":"BTC","contract_code":"BTC-USDT-211203","contract_size":0.001,"price_tick":0.1,
             "delivery_date":"20211203","delivery_time":"1638518400000","create_date":"20211202","contract_status":8,
             "business_type":"futures","pair":"BTC-USDT","contract_type":"this_week"},
            {"symbol":"TSLA","contract_code":"TSLA-USDT","contract_size":0.01,"price_tick":0.01,
             "create_date":"20260301","delivery_time":"","contract_status":1,"tradfi_labels":"stock"},
            {"symbol":"NEW","contract_code":"NEW-USDT","contract_size":1,"price_tick":0.01,
             "create_date":"20260925","delivery_time":"","contract_status":2}],"ts":1603694455082}
            """;
}
