package io.tapeline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the venue says when it does not say what is expected. */
class OkxBadInputTest {

    @Test
    void aRefusalThatNamesAStreamRefusesThatOneAlone() {
        assertThat(OkxTape.message("{\"id\":\"3\",\"event\":\"error\",\"code\":\"60018\",\"msg\":\"Wrong URL or "
                        + "channel:trades-all,instId:FOO-USDT doesn't exist. Please use the correct URL, channel and parameters "
                        + "referring to API document.\",\"connId\":\"a4d3ae55\"}"))
                .singleElement()
                .isInstanceOfSatisfying(Decoded.RejectedStream.class, refused -> {
                    assertThat(refused.stream()).isEqualTo("trades-all:FOO-USDT");
                    assertThat(refused.reason()).startsWith("60018: Wrong URL");
                });
    }

    @Test
    void anErrorThatNamesNoStreamRefusesItsRequest() {
        assertThat(OkxTape.message("{\"id\":\"1512\",\"event\":\"error\",\"code\":\"60012\","
                        + "\"msg\":\"Invalid request: {\\\"op\\\": \\\"subscribe\\\"}\",\"connId\":\"a4d3ae55\"}"))
                .singleElement()
                .isEqualTo(new Decoded.Rejected("1512", "60012: Invalid request: {\"op\": \"subscribe\"}"));
    }

    @Test
    void everyArgOfARequestIsAcceptedByItself() {
        assertThat(OkxTape.message("{\"id\":\"1\",\"event\":\"subscribe\",\"arg\":{\"channel\":\"liquidation-orders\","
                        + "\"instType\":\"SWAP\"},\"connId\":\"a4d3ae55\"}"))
                .containsExactly(new Decoded.Accepted(null, Set.of("liquidation-orders:SWAP")));
        assertThat(OkxTape.message(
                        "{\"event\":\"unsubscribe\",\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT\"}}"))
                .containsExactly(new Decoded.Accepted(null, Set.of("books:BTC-USDT")));
    }

    @Test
    void anUpgradeIsANoticeAndOtherNoticesAreNot() {
        assertThat(OkxTape.message(
                        "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"The connection will soon be closed\"}"))
                .containsExactly(new Decoded.Closing("64008: The connection will soon be closed"));
        assertThat(OkxTape.message("{\"event\":\"notice\",\"code\":\"64999\",\"msg\":\"News\"}"))
                .singleElement()
                .isInstanceOf(Decoded.Ignored.class);
    }

    @Test
    void aConnectionThatHasHadItsRequestsIsReplacedAndNoStreamIsRefusedForIt() {
        assertThat(OkxTape.message(
                        "{\"id\":\"3\",\"event\":\"error\",\"code\":\"60014\",\"msg\":\"Requests too frequent\"}"))
                .containsExactly(new Decoded.Closing("60014: Requests too frequent"));
    }

    @Test
    void theAnswerToAPingIsNoJson() {
        assertThat(OkxTape.message("pong")).containsExactly(new Decoded.Heartbeat());
    }

    @ParameterizedTest
    @CsvSource({"50011, LIMITED", "50040, LIMITED", "50013, UNAVAILABLE", "50001, UNAVAILABLE", "51001, REFUSED"})
    void anErrorCodeWithStatus200TellsTooFastFromNotNowFromNever(String code, Reason reason) {
        assertThat(OkxRefusals.RULES.inAnswer("{\"code\":\"" + code + "\",\"data\":[],\"msg\":\"no\"}"))
                .contains(reason);
    }

    @Test
    void anAnswerWithoutErrorIsNone() {
        assertThat(OkxRefusals.RULES.inAnswer("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instIdCode\":50011}]}"))
                .isEmpty();
    }

    @Test
    void aPlaceThatIsNotServedIsToldFromARefusedCall() {
        assertThat(OkxRefusals.RULES.reason(403, "<html>Access denied</html>")).isEqualTo(Reason.BLOCKED);
        assertThat(OkxRefusals.RULES.reason(451, "")).isEqualTo(Reason.BLOCKED);
        assertThat(OkxRefusals.RULES.reason(403, "{\"code\":\"50011\",\"msg\":\"Too Many Requests\"}"))
                .isEqualTo(Reason.LIMITED);
        assertThat(OkxRefusals.RULES.reason(400, "{\"code\":\"51001\",\"msg\":\"Instrument ID doesn't exist\"}"))
                .isEqualTo(Reason.REFUSED);
    }

    @Test
    void anErrorInAnAnswerIsNoEvent() {
        assertThat(OkxTape.answer(
                        "/api/v5/market/history-trades?instId=X", "{\"code\":\"51001\",\"msg\":\"gone\",\"data\":[]}"))
                .containsExactly(new Decoded.Rejected(null, "51001: gone"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v5/public/instruments",
        "/api/v5/market/history-trades",
        "/api/v5/market/candles?instId=BTC-USDT",
        "/api/v5/public/funding-rate-history?instId=BTC-USDT-SWAP",
        "/api/v5/rubik/stat/taker-volume-contract?instId=BTC-USDT-SWAP"
    })
    void anEmptyListIsNoFault(String path) {
        assertThat(OkxTape.answer(path, "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}"))
                .singleElement()
                .isInstanceOf(Decoded.Ignored.class);
    }

    @Test
    void aNullPriceIsNamedAndSpoilsNoNeighbour() {
        List<Decoded> decoded = OkxTape.message(
                "{\"arg\":{\"channel\":\"trades-all\",\"instId\":\"BTC-USDT\"},\"data\":["
                        + "{\"instId\":\"BTC-USDT\",\"tradeId\":\"1\",\"px\":null,\"sz\":\"1\",\"side\":\"buy\",\"ts\":\"1786540436090\"},"
                        + "{\"instId\":\"BTC-USDT\",\"tradeId\":\"2\",\"px\":\"5\",\"sz\":\"1\",\"side\":\"buy\",\"ts\":\"1786540436090\"}]}");
        assertThat(decoded).first().isEqualTo(new Decoded.Malformed("px: expected a value, got nothing"));
        assertThat(decoded).last().isInstanceOf(Decoded.Event.class);
    }

    @Test
    void aSideThatIsYetToBeInventedIsUnknown() {
        assertThat(((Trade) trade("auction", "5")).side()).isEqualTo(Side.UNKNOWN);
    }

    @Test
    void scientificNotationIsResolved() {
        assertThat(((Trade) trade("buy", "1.2e-7")).price().toPlainString()).isEqualTo("0.00000012");
    }

    private static Object trade(String side, String price) {
        return OkxTape.event(OkxTape.row(
                "trades-all",
                "BTC-USDT",
                "\"tradeId\":\"1\",\"px\":\"" + price + "\",\"sz\":\"1\",\"side\":\"" + side
                        + "\",\"ts\":\"1786540436090\""));
    }

    @Test
    void anInstrumentThatIsNotOpenYetIsSkippedAndOneThatCannotBeReadIsNamed() {
        List<Decoded> decoded = OkxTape.answer(
                "/api/v5/public/instruments",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":["
                        + "{\"instId\":\"NEW-USDT-SWAP\",\"instType\":\"SWAP\",\"state\":\"preopen\",\"tickSz\":\"\",\"instIdCode\":null},"
                        + "{\"instId\":\"ODD\",\"instType\":\"SWAP\",\"state\":\"live\",\"settleCcy\":\"USDT\"}]}");
        assertThat(decoded).first().isInstanceOf(Decoded.Ignored.class);
        assertThat(decoded)
                .last()
                .isEqualTo(new Decoded.Malformed("ODD: instFamily: expected one such as BTC-USDT, got ''"));
    }
}
