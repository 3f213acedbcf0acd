package io.tapeline.venue.drift;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;

/** Messages as the venue documents them, with digits of real ones. */
final class DriftPayloads {
    static final String DATA = "https://data.velocity.exchange";
    static final String DLOB = "https://dlob.velocity.exchange";

    private static final String BOOK_END =
            "\"marketName\":\"SOL-PERP\",\"marketType\":\"perp\",\"marketIndex\":0,\"ts\":1795168799645,\"slot\":474184487,"
                    + "\"markPrice\":\"81122330\",\"bestBidPrice\":\"81114210\",\"bestAskPrice\":\"81130450\","
                    + "\"spreadPct\":\"20019\",\"spreadQuote\":\"16240\",\"oracle\":81121000,\"marketSlot\":474184461}";

    static final VenuePayload BOOK_ANSWER = VenuePayload.answer(
            "/l2",
            DLOB + "/l2?marketName=SOL-PERP&depth=100",
            """
            {"bids":[{"price":"81114210","size":"1000000000","sources":{"indicative":"1000000000"}},\
            {"price":"80260400","size":"406202100000","sources":{"dlob":"406202100000"}}],\
            "asks":[{"price":"81130450","size":"1500000000","sources":{"indicative":"1000000000","vamm":"500000000"}},\
            {"price":"86603580","size":"61635300000","sources":{"vamm":"61635300000"}}],
            """.strip() + BOOK_END,
            Kind.BOOK,
            Kind.QUOTE,
            Kind.MARK_PRICE);

    static final VenuePayload BOOK = book(474184487);

    /** On the socket the book is a text inside the text, and its integers are numbers. */
    static VenuePayload book(long slot) {
        String inner = "{\"bids\":[{\"size\":61040000000,\"price\":81868100,\"sources\":{\"vamm\":61040000000}}],"
                + "\"asks\":[{\"size\":2000000,\"price\":81900000,\"sources\":{\"dlob\":2000000}}],"
                + BOOK_END.replace("474184487", Long.toString(slot));
        return VenuePayload.stream(
                "orderbook",
                "{\"channel\":\"orderbook_perp_0_grouped_1\",\"data\":\"" + inner.replace("\"", "\\\"") + "\"}",
                Kind.BOOK,
                Kind.QUOTE,
                Kind.MARK_PRICE);
    }

    static final String CANDLE = """
            {"symbol":"SOL-PERP","resolution":"1","ts":1774000440,"fillOpen":88.7234,"fillHigh":88.7234,"fillClose":88.64,\
            "fillLow":88.64,"oracleOpen":88.790903,"oracleHigh":88.790903,"oracleClose":88.745,"oracleLow":88.745,\
            "quoteVolume":9999.4784,"baseVolume":112.81,"lastTradeTs":1774000453,"lastFillRecordId":"16232886"}
            """.strip();

    static final String FILL = """
            {"symbol":"SOL-PERP","fillRecordId":"16251183","slot":408304474,"actionExplanation":"orderFilledWithMatch",\
            "makerExistingBaseAssetAmount":null,"marketType":"perp","takerOrderDirection":"long","createdAt":1774260267,\
            "makerFee":-0.000017,"quoteAssetAmountFilled":0.857168,"action":"fill","oraclePrice":85.781072,"txSigIndex":0,\
            "takerFee":0.000301,"baseAssetAmountFilled":0.01,"makerOrderDirection":"short",\
            "txSig":"3br1qBqK17SqSZDgDMMBpe2myWPq2QY2joVqo19WDxAzYNkHS3vzqpNQosQbUfMWKpNw6ZVgtffcbutuGJNfKuS4",\
            "filler":"JE9m89yHHiCGzzL2FAeeZgHKAFwjkW4Qp1GfjegWnojR","marketIndex":0,"ts":1774260265,"price":85.7168}
            """.strip();

    static final VenuePayload INIT = VenuePayload.stream(
            "candle",
            "{\"type\":\"init\",\"channelType\":\"candle\",\"data\":" + CANDLE
                    + ",\"symbol\":\"SOL-PERP\",\"resolution\":\"1\",\"candle\":" + CANDLE + "}",
            Kind.CANDLE);

    static final VenuePayload UPDATE = update(FILL, FILL.replace("orderFilledWithMatch", "liquidation"));

    static VenuePayload update(String... fills) {
        return VenuePayload.stream(
                "candle",
                "{\"type\":\"update\",\"channelType\":\"candle\",\"symbol\":\"SOL-PERP\",\"resolution\":\"1\",\"candle\":"
                        + CANDLE + ",\"trades\":[" + String.join(",", fills) + "]}",
                Kind.CANDLE,
                Kind.TRADE,
                Kind.LIQUIDATION);
    }

    static final VenuePayload HEARTBEAT = VenuePayload.stream("heartbeat", "{\"channel\":\"heartbeat\"}");

    static final VenuePayload MARKETS = VenuePayload.answer(
            "/stats/markets", DATA + "/stats/markets", """
            {"success":true,"markets":[{"symbol":"SOL-PERP","marketIndex":0,"marketType":"perp","baseAsset":"SOL",\
            "quoteAsset":"USDT","status":"active","precision":9,"oraclePrice":"81.889579","markPrice":"81.856150",\
            "baseVolume":"389070.700000","quoteVolume":"32153510.020148",\
            "openInterest":{"long":"471252.73","short":"-471093.53"},\
            "fundingRate":{"long":"-0.000022","short":"0.000022"},"fundingRate24h":"-0.001100",\
            "fundingRateUpdateTs":1795168206,"price":"81.891500"},\
            {"symbol":"USDT","marketIndex":0,"marketType":"spot","baseAsset":"USDT","quoteAsset":"USDT",\
            "status":"active","precision":6},\
            {"symbol":"TRUMP-WIN-2024-BET","marketIndex":36,"marketType":"perp","baseAsset":"TRUMP","quoteAsset":"USDC",\
            "status":"delisted","precision":9}]}
            """, Kind.INSTRUMENT, Kind.FUNDING_RATE, Kind.OPEN_INTEREST);

    static final VenuePayload FILLS = VenuePayload.answer(
            "/market/{symbol}/trades", DATA + "/market/SOL-PERP/trades?limit=50#from=1772785000", """
            {"records":[{"ts":1772785819,"fillRecordId":"16250001","txSig":"66tNKLGr","txSigIndex":1,\
            "baseAssetAmountFilled":"0.260000000","quoteAssetAmountFilled":"22.975420","oraclePrice":"88.377245",\
            "action":"fill","actionExplanation":"orderFilledWithAmmJit","takerOrderDirection":"long","symbol":"SOL-PERP",\
            "marketIndex":0,"price":"88.367000"}],"meta":{"nextPage":"eyJwayI6Ik1"}}
            """, Kind.TRADE);

    static final VenuePayload FUNDING = VenuePayload.answer(
            "/market/{symbol}/fundingRates", DATA + "/market/SOL-PERP/fundingRates?limit=5", """
            {"success":true,"records":[{"ts":1775066400,"txSig":"P7PJz4E6Adxj","slot":410361551,"recordId":"29779",\
            "marketIndex":0,"symbol":"SOL-PERP","fundingRate":"-0.001024958","fundingRateLong":"-0.001024958",\
            "fundingRateShort":"-0.001024958","oraclePriceTwap":"84.693889","markPriceTwap":"84.652352",\
            "periodRevenue":"-2063.302451"}],"meta":{"nextPage":null}}
            """, Kind.FUNDING_RATE);

    static final VenuePayload OLD_FUNDING = VenuePayload.answer(
            "/fundingRates", "https://data.api.drift.trade/fundingRates?marketName=SOL-PERP", """
            {"fundingRates":[{"txSig":"sig1","slot":401001868,"ts":"1771383600","recordId":"28756","marketIndex":0,\
            "fundingRate":"-1889875","oraclePriceTwap":"84642173","markPriceTwap":"84579888",\
            "fundingRateLong":"-1889875","fundingRateShort":"-1889875"}]}
            """, Kind.FUNDING_RATE);

    static final VenuePayload CANDLES = VenuePayload.answer(
            "/market/{symbol}/candles/{res}",
            DATA + "/market/SOL-PERP/candles/1?limit=3",
            "{\"success\":true,\"records\":[" + CANDLE + "],\"meta\":{\"nextPage\":null}}",
            Kind.CANDLE);

    static final VenuePayload LOANS = VenuePayload.answer(
            "/stats/{symbol}/rateHistory/borrow",
            DATA + "/stats/USDT/rateHistory/borrow",
            "{\"success\":true,\"rates\":[[1795161600,\"0.051200\"],[1795165200,\"0.073000\"]]}",
            Kind.BORROW_RATE);

    static final List<VenuePayload> ALL =
            List.of(BOOK, BOOK_ANSWER, INIT, UPDATE, HEARTBEAT, MARKETS, FILLS, FUNDING, OLD_FUNDING, CANDLES, LOANS);

    private DriftPayloads() {}

    static DriftSettings settings() {
        return DriftSettings.on(
                List.of(DATA, "https://data.mirror.exchange"),
                List.of(DLOB),
                "wss://data.velocity.exchange/ws",
                "wss://dlob.velocity.exchange/ws");
    }

    static List<Decoded> decode(VenuePayload payload) {
        return new DriftVenue(settings()).decoder().decode(payload.frame("drift"), InstrumentLookup.NONE);
    }

    static List<Instrument> instruments() {
        List<Instrument> instruments = new ArrayList<>();
        decode(MARKETS).forEach(part -> {
            if (part instanceof Decoded.Listed(Instrument instrument)) {
                instruments.add(instrument);
            }
        });
        return instruments;
    }
}
