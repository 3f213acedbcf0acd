package io.tapeline.emulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the emulator to the documented form of each channel, typed here in short. */
class DocumentedPayloadsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static Exhibits exhibits;

    @BeforeAll
    static void start() {
        exhibits = new Exhibits();
    }

    @AfterAll
    static void end() {
        exhibits.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "spot aggTrade|{'e':'aggTrade','E':1,'s':'X','a':1,'p':'1.0','q':'1.0','f':1,'l':1,'T':1,'m':true,'M':true}",
                "spot depth@100ms|{'e':'depthUpdate','E':1,'s':'X','U':1,'u':2,'b':[['1.0','0.0']],'a':[['2.0','1.0']]}",
                "spot depth|{'e':'depthUpdate','E':1,'s':'X','U':1,'u':2,'b':[['1.0','0.0']],'a':[['2.0','1.0']]}",
                "spot bookTicker|{'u':1,'s':'X','b':'1.0','B':'1.0','a':'2.0','A':'1.0'}",
                "spot kline_1m|{'e':'kline','E':1,'s':'X','k':{'t':1,'T':2,'s':'X','i':'1m','f':1,'L':2,'o':'1.0','c':'1.0',"
                        + "'h':'1.0','l':'1.0','v':'1.0','n':1,'x':false,'q':'1.0','V':'1.0','Q':'1.0','B':'0'}}",
                "spot GET /api/v3/depth|{'lastUpdateId':1,'bids':[['1.0','1.0']],'asks':[['2.0','1.0']]}",
                "spot GET /api/v3/aggTrades|[{'a':1,'p':'1.0','q':'1.0','f':1,'l':1,'T':1,'m':true,'M':true}]",
                "spot GET /api/v3/klines|[[1,'1.0','1.0','1.0','1.0','1.0',2,'1.0',3,'1.0','1.0','0']]",
                "usdm aggTrade|{'e':'aggTrade','E':1,'a':1,'s':'X','p':'1.0','q':'1','nq':'1','f':1,'l':1,'T':1,'m':false,'st':1}",
                "usdm depth@100ms|{'e':'depthUpdate','E':1,'T':1,'s':'X','ps':'X','U':1,'u':2,'pu':0,'b':[['1.0','0.000']],"
                        + "'a':[['2.0','1.0']],'st':1}",
                "usdm bookTicker|{'e':'bookTicker','u':1,'s':'X','ps':'X','b':'1.0','B':'1','a':'2.0','A':'1','T':1,'E':1,'st':1}",
                "usdm markPrice|{'e':'markPriceUpdate','E':1,'s':'X','p':'1.0','ap':'1.0','P':'1.0','i':'1.0','r':'0.1','T':1,'st':1}",
                "usdm kline_1m (closed)|{'e':'kline','E':1,'s':'X','k':{'t':1,'T':2,'s':'X','i':'1m','f':1,'L':2,'o':'1.0',"
                        + "'c':'1.0','h':'1.0','l':'1.0','v':'1.0','n':1,'x':true,'q':'1.0','V':'1.0','Q':'1.0','B':'0'}}",
                "usdm forceOrder|{'e':'forceOrder','E':1,'o':{'s':'X','S':'SELL','o':'LIMIT','f':'IOC','q':'1','p':'1.0',"
                        + "'ap':'1.0','X':'FILLED','l':'1','z':'1','T':1,'ps':'X','st':1}}",
                "usdm GET /fapi/v1/depth|{'lastUpdateId':1,'E':1,'T':1,'bids':[['1.0','1']],'asks':[['2.0','1']]}",
                "usdm GET /fapi/v1/aggTrades|[{'a':1,'p':'1.0','q':'1','nq':'1','f':1,'l':1,'T':1,'m':true}]",
                "usdm GET /fapi/v1/markPriceKlines|[[1,'1.0','1.0','1.0','1.0','0',2,'0',60,'0','0','0']]",
                "usdm GET /fapi/v1/premiumIndex|{'symbol':'X','markPrice':'1.0','indexPrice':'1.0','estimatedSettlePrice':'1.0',"
                        + "'lastFundingRate':'0.1','interestRate':'0.1','nextFundingTime':1,'time':1}",
                "usdm GET /fapi/v1/fundingRate|[{'symbol':'X','fundingTime':1,'fundingRate':'0.1','markPrice':'1.0','rateType':'R'}]",
                "usdm GET /fapi/v1/fundingInfo|[{'symbol':'X','adjustedFundingRateCap':'0.1','adjustedFundingRateFloor':'-0.1',"
                        + "'fundingIntervalHours':4,'disclaimer':false}]",
                "usdm GET /fapi/v1/openInterest|{'openInterest':'1.0','symbol':'X','time':1}",
                "usdm GET /futures/data/openInterestHist|[{'symbol':'X','sumOpenInterest':'1.0','sumOpenInterestValue':'1.0',"
                        + "'CMCCirculatingSupply':'1.0','timestamp':1}]",
                "usdm GET /futures/data/globalLongShortAccountRatio|[{'symbol':'X','longShortRatio':'1.0','longAccount':'0.5',"
                        + "'shortAccount':'0.5','timestamp':1}]",
                "usdm GET /futures/data/takerlongshortRatio|[{'buySellRatio':'1.0','buyVol':'1.0','sellVol':'1.0','timestamp':1}]",
                "spot control SUBSCRIBE ack|{'result':null,'id':1}",
                "spot control LIST_SUBSCRIPTIONS result|{'result':['btcusdt@aggTrade'],'id':3}",
                "spot control error (missing method)|{'code':2,'msg':'Invalid request'}",
                "spot serverShutdown (raw)|{'e':'serverShutdown','E':1}",
                "spot REST error|{'code':-1121,'msg':'Invalid symbol.'}",
            })
    void each_channel_has_its_documented_form(String channel, String payload) {
        JsonNode documented = JSON.readTree(payload.replace('\'', '"'));
        JsonNode ours = new Channels(exhibits).ours(channel, false);
        assertThat(Shape.differences(channel, documented, ours)).isEmpty();
    }

    @Test
    void futures_candles_have_spaces_inside_and_nothing_else_has() {
        String text = exhibits.text("btcusdt@kline_1m");
        assertThat(text)
                .startsWith("{\"stream\":\"btcusdt@kline_1m\",\"data\":{\"e\":\"kline\",\"E\":")
                .contains(", \"T\":");
        assertThat(exhibits.text("btcusdt@markPrice@1s")).doesNotContain(" ");
    }
}
