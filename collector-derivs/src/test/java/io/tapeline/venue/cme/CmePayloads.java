package io.tapeline.venue.cme;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;

/** Answers in the documented form, of Thursday 2026-11-19. */
final class CmePayloads {
    static final String SETTLEMENTS_URL =
            "https://www.cmegroup.com/CmeWS/mvc/Settlements/Futures/Settlements/8478/FUT?strategy=DEFAULT"
                    + "&tradeDate=11%2F19%2F2026&pageSize=500#product=BTC";
    static final String SETTLEMENTS = """
            {"settlements":[{"month":"NOV 26","open":"91800.00","high":"92640.00B","low":"90105.00A","last":"91320.00",\
            "change":"-455.00","settle":"91310.50","volume":"7,214","openInterest":"14,302"},{"month":"DEC 26","open":"92300.00",\
            "high":"93100.00","low":"90700.00","last":"91905.00B","change":"+12.00","settle":"91890.25","volume":"1,022",\
            "openInterest":"9,480"},{"month":"JLY 27","open":"-","high":"-","low":"-","last":"-","change":"UNCH","settle":"-",\
            "volume":"0","openInterest":"0-"},{"month":"Total","open":"-","high":"-","low":"-","last":"-","change":"0",\
            "settle":"-","volume":"8,236","openInterest":"23,782"}],"updateTime":"11/19/2026 18:00:00","tradeDate":"11/19/2026"}""";

    static final String VOLUME_URL =
            "https://www.cmegroup.com/CmeWS/mvc/Volume/Details/F/8478/20261119/F?tradeDate=20261119&pageSize=500#product=BTC";
    static final String VOLUME = """
            {"tradeDate":"20261119","totals":{"totalVolume":"8,236","atClose":"24,010"},"monthData":[{"month":"NOV 26",\
            "monthID":"NOV-26-Calls","totalVolume":"7,214","atClose":"14,120"},{"month":"DEC 26","monthID":"DEC-26",\
            "totalVolume":"1,022","atClose":"9,890"}]}""";

    static final String QUOTES_URL = "https://www.cmegroup.com/CmeWS/mvc/Quotes/Future/8478/G?pageSize=500#product=BTC";
    static final String QUOTES = """
            {"quoteDelayed":true,"quoteDelay":"10 minutes","tradeDate":"20 Nov 2026","quotes":[{"last":"91555.00","change":"+245.00",\
            "priorSettle":"91310.50","open":"91300.00","close":"-","high":"91800.00","low":"91100.00","volume":"1,204",\
            "quoteCode":"BTCX6","updated":"03:49:12 CT<br /> 20 Nov 2026","expirationMonth":"NOV 2026","productCode":"BTC"},\
            {"last":"-","change":"-","priorSettle":"94210.00","volume":"0","quoteCode":"BTCZ7","updated":"-"},\
            {"last":"92100.00B","change":"-","priorSettle":"91890.25","volume":"0","quoteCode":"BTCZ6",\
            "updated":"03:49:12 CT<br /> 20 Nov 2026"}]}""";

    static final String CALENDAR_URL = "https://www.cmegroup.com/CmeWS/mvc/ProductCalendar/Future/8478#product=BTC";
    static final String CALENDAR = """
            [{"productCode":"BTCZ6","contractMonth":"Dec 2026","firstTrade":"28 Dec 2024","lastTrade":"24 Dec 2026",\
            "settlement":"24 Dec 2026"},{"productCode":"BTCF7","contractMonth":"Jan 2027","firstTrade":"27 Jul 2026",\
            "lastTrade":"28 Jan 2027","settlement":"28 Jan 2027"}]""";

    static final String PRODUCTS_URL =
            "https://www.cmegroup.com/services/product-slate?sortAsc=false&sortField=oi&pageNumber=1&pageSize=500&cleared=Futures"
                    + "#products=BTC%2CMBT%2CETH%2CMET&dates=2026-11-18%2C2026-11-19&stage=FINAL&settlements=true&quotes=true"
                    + "&calendar=true";
    static final String PRODUCTS = """
            {"products":[{"id":8478,"name":"Bitcoin Futures","clearing":"BTC","globex":"BTC","prodCode":"BTC","cleared":"Futures",\
            "exch":"CME","group":"Cryptocurrencies","vol":"8,236","oi":"23,782"},{"id":9024,"globex":"MBT","cleared":"Futures"},\
            {"id":8995,"globex":"ETH","cleared":"Futures"},{"id":10211,"globex":"MET","cleared":"Futures"},\
            {"id":8478001,"globex":"BTC","cleared":"Options"},{"id":133,"globex":"ES","cleared":"Futures"}],\
            "props":{"pageTotal":4,"total":1610}}""";

    static final String FILES_URL =
            "https://datamine.new.cmegroup.com/api/list_entitlements_files?category_code=EOD&exchange_code=XCME&foi_indicator=FUT"
                    + "&period_date=20261119&limit=1000&offset=0#products=BTC%2CMBT&also=2026-11-18";
    static final String FILES = """
            {"data":[{"category_code":"EOD","exchange_code":"XCME","product_code":"BTC","period_date":"20261119","files":[\
            {"file_id":"20261119-EOD_XCME_BTC_FUT_0_ETH_P","file_name":"20261119-eod_xcme_btc_fut_0_eth_p.csv.gz","size":2210,\
            "api_download_link":"https://datamine.new.cmegroup.com/cme/api/v2/download?fid=20261119-EOD_XCME_BTC_FUT_0_ETH_P"},\
            {"file_id":"20261119-EOD_XCME_BTC_FUT_0_ETH_F","file_name":"20261119-eod_xcme_btc_fut_0_eth_f.csv.gz","size":2214}]},\
            {"category_code":"EOD","exchange_code":"XCME","product_code":"ES","files":[\
            {"file_id":"20261119-EOD_XCME_ES_FUT_0_ETH_P"},{"file_id":"20261119-EOD_XCME_MBT_FUT_ETH_P"}]}],\
            "paging":{"next":"https://datamine.new.cmegroup.com/api/list_entitlements_files?offset=1000","previous":""}}""";

    static final String EOD_COLUMNS =
            "Trade Date,Exchange Code,Asset Class,Product Code,Clearing Code,Product Description,Product Type,"
                    + "Underlying Product Code,Put/Call,Strike Price,Contract Year,Contract Month,Contract Day,Settlement,"
                    + "Settlement Cabinet Indicator,Open Interest,Total Volume,Globex Volume,Delta,Implied Volatility,"
                    + "Last Trade Date,TAM (Trade At Marker)";
    static final String EOD_ROW =
            "20261119,XCME,Crypto,BTC,BTC,\"BITCOIN FUTURES, CASH\",FUT,,,,2026,11,,91310.50,,14120,7214,7100,,,20261127,";
    static final String DOWNLOAD_URL =
            "https://datamine.new.cmegroup.com/cme/api/v2/download?fid=20261119-EOD_XCME_BTC_FUT_0_ETH_F";
    static final String FILE_URL = "file:///data/cme/BTC-2026-11-19.json";
    static final String FOLDER_URL = "file:///data/cme#folder=files";
    static final String SPOT_URL =
            "https://api.exchange.coinbase.com/products/BTC-USD/candles?granularity=60&start=2026-11-19T20:59:00Z"
                    + "&end=2026-11-19T21:00:00Z#spot=BTC&at=1795122000000000";
    static final String SPOT =
            "[[1795122000,91010.01,91044.5,91030.2,91012.77,3.1],[1795121940,90990.5,91025.1,91001.4,91012.25,5.25]]";

    private CmePayloads() {}

    static List<VenuePayload> all() {
        String mvc = "/CmeWS/mvc/";
        return List.of(
                VenuePayload.answer(
                        "contracts by rule",
                        new CmeCalls(CmeTests.everything()).contracts().uri().toString(),
                        "{\"products\":[\"BTC\",\"MET\"]}",
                        Kind.INSTRUMENT),
                VenuePayload.answer(
                        "folder listing",
                        FOLDER_URL,
                        "{\"files\":[{\"name\":\"BTC-2026-11-19.json\",\"size\":12,\"modified\":\"2026-11-19T21:00:00.000000Z\"}]}"),
                VenuePayload.answer(
                        "settlement file", FILE_URL, SETTLEMENTS, Kind.SETTLEMENT, Kind.OPEN_INTEREST, Kind.INSTRUMENT),
                VenuePayload.answer(
                        "settlement file",
                        "file:///data/cme/eod.csv",
                        EOD_COLUMNS + "\n" + EOD_ROW,
                        Kind.SETTLEMENT,
                        Kind.OPEN_INTEREST,
                        Kind.INSTRUMENT),
                VenuePayload.answer("/api/list_entitlements_files", FILES_URL, FILES),
                VenuePayload.answer(
                        "/cme/api/v2/download",
                        DOWNLOAD_URL,
                        EOD_COLUMNS + "\n" + EOD_ROW,
                        Kind.SETTLEMENT,
                        Kind.OPEN_INTEREST,
                        Kind.INSTRUMENT),
                VenuePayload.answer("/services/product-slate", PRODUCTS_URL, PRODUCTS),
                VenuePayload.answer(
                        mvc + "Settlements/Futures/Settlements/{productId}/FUT",
                        SETTLEMENTS_URL,
                        SETTLEMENTS,
                        Kind.SETTLEMENT,
                        Kind.OPEN_INTEREST,
                        Kind.INSTRUMENT),
                VenuePayload.answer(
                        mvc + "Volume/Details/F/{productId}/{YYYYMMDD}/{P or F}",
                        VOLUME_URL,
                        VOLUME,
                        Kind.OPEN_INTEREST,
                        Kind.INSTRUMENT),
                VenuePayload.answer(mvc + "Quotes/Future/{productId}/G", QUOTES_URL, QUOTES, Kind.MARK_PRICE),
                VenuePayload.answer(
                        mvc + "ProductCalendar/Future/{productId}", CALENDAR_URL, CALENDAR, Kind.INSTRUMENT),
                VenuePayload.answer("spot candles", SPOT_URL, SPOT));
    }
}
