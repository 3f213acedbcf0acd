package io.tapeline.venue.upbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the venue says when it does not say what is expected. */
class UpbitBadInputTest {

    @ParameterizedTest
    @CsvSource({
        "NO_TICKET, 티켓이 존재하지 않거나",
        "NO_TYPE, no type",
        "NO_CODES, no codes",
        "INVALID_PARAM, nope 은 지원하지 않는 타입입니다.",
        "WRONG_FORMAT, Format 이 맞지 않습니다."
    })
    void anErrorRefusesWhatWasAskedLast(String name, String message) {
        assertThat(UpbitTape.message("{\"error\":{\"name\":\"" + name + "\",\"message\":\"" + message + "\"}}"))
                .containsExactly(new Decoded.Rejected(null, name + ": " + message));
    }

    @Test
    void theListOfSubscriptionsIsTheAnswerToARequest() {
        assertThat(
                        UpbitTape.message(
                                "{\"method\":\"LIST_SUBSCRIPTIONS\",\"result\":[{\"type\":\"trade\",\"codes\":[\"KRW-BTC\","
                                        + "\"BTC-ETH\"]},{\"type\":\"orderbook\",\"codes\":[\"KRW-BTC.30\"],\"level\":0}],\"ticket\":\"tapeline-3\"}"))
                .containsExactly(new Decoded.Accepted(
                        "tapeline-3", Set.of("trade:KRW-BTC", "trade:BTC-ETH", "orderbook:KRW-BTC")));
    }

    @Test
    void aListThatLacksEverythingAcceptsNothing() {
        assertThat(UpbitTape.message("{\"method\":\"LIST_SUBSCRIPTIONS\",\"result\":[],\"ticket\":\"tapeline-3\"}"))
                .containsExactly(new Decoded.Accepted("tapeline-3", Set.of()));
    }

    @Test
    void upIsASignOfLife() {
        assertThat(UpbitTape.message("{\"status\":\"UP\"}")).containsExactly(new Decoded.Heartbeat());
    }

    @Test
    void aNullPriceIsNamed() {
        assertThat(UpbitTape.message(
                        UpbitPayloads.TRADE.text().replace("116539000,\"trade_volume", "null,\"trade_volume")))
                .containsExactly(new Decoded.Malformed("trade_price: expected a value, got nothing"));
        assertThat(UpbitTape.message(
                        "{\"ty\":\"trade\",\"cd\":\"KRW-BTC\",\"ttms\":1795168799846,\"ab\":\"BID\",\"tv\":1}"))
                .containsExactly(new Decoded.Malformed("tp: expected a value, got nothing"));
    }

    @Test
    void oneRowThatCannotBeReadSpoilsNoNeighbour() {
        String row = "{\"market\":\"KRW-BTC\",\"timestamp\":1751068799336,\"trade_price\":%s,\"trade_volume\":1,"
                + "\"ask_bid\":\"BID\",\"sequential_id\":1}";
        List<Decoded> decoded = UpbitTape.answer(
                "/v1/trades/ticks?market=KRW-BTC", "[" + row.formatted("\"x\"") + "," + row.formatted("5") + "]");
        assertThat(decoded).hasSize(2);
        assertThat(decoded.getFirst()).isInstanceOf(Decoded.Event.class);
        assertThat(decoded.getLast()).isInstanceOf(Decoded.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC", "-BTC", "KRW-"})
    void aCodeWithoutItsHalvesIsNamed(String code) {
        assertThat(UpbitTape.message(UpbitPayloads.TRADE.text().replace("KRW-BTC", code)))
                .containsExactly(new Decoded.Malformed("code: expected one such as KRW-BTC, got '" + code + "'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/market/all",
                "/v1/orderbook/instruments",
                "/v1/orderbook",
                "/v1/ticker",
                "/v1/trades/ticks?market=KRW-BTC&count=500#since=1&until=2",
                "/v1/candles/minutes/1?market=KRW-BTC"
            })
    void anEmptyListIsNoFault(String path) {
        assertThat(UpbitTape.answer(path, "[]")).doesNotHaveAnyElementsOfTypes(Decoded.Malformed.class);
    }

    @Test
    void anUnknownCodeRefusesItsCall() {
        String answer = "{\"error\":{\"name\":404,\"message\":\"Code not found\"}}";
        assertThat(UpbitTape.answer("/v1/orderbook?markets=KRW-NOPE", answer))
                .containsExactly(new Decoded.Rejected(null, "404: Code not found"));
        assertThat(UpbitRefusals.RULES.reason(404, answer)).isEqualTo(Reason.REFUSED);
        assertThat(UpbitRefusals.RULES.message(answer)).isEqualTo("Code not found");
    }

    @Test
    void aPlaceThatIsNotServedIsToldFromARefusedCall() {
        assertThat(UpbitRefusals.RULES.reason(451, "")).isEqualTo(Reason.BLOCKED);
        assertThat(UpbitRefusals.RULES.reason(403, "<html>")).isEqualTo(Reason.BLOCKED);
    }

    @Test
    void aBanLastsAsLongAsItSays() {
        assertThat(UpbitRefusals.RULES.quiet(418, "{\"error\":{\"name\":418,\"message\":\"blocked for 37 seconds\"}}"))
                .contains(Duration.ofSeconds(37));
        assertThat(UpbitRefusals.RULES.quiet(418, "12초 동안 차단")).contains(Duration.ofSeconds(12));
        assertThat(UpbitRefusals.RULES.quiet(418, "blocked")).contains(Duration.ofMinutes(1));
        assertThat(UpbitRefusals.RULES.quiet(429, "wait 37 seconds"))
                .as("the second that runs")
                .isEmpty();
    }

    @Test
    void whatIsLeftOfASecondIsTakenFromTheVenue() {
        assertThat(UpbitTape.VENUE.rest().budgets())
                .allSatisfy(budget ->
                        assertThat(budget.used("group=candles; min=600; sec=4")).hasValue(6))
                .allSatisfy(budget ->
                        assertThat(budget.used("group=candles; min=600")).isEmpty());
    }

    @Test
    void whatOnlyFuturesHaveIsUnsupportedWithTheReason() {
        assertThat(UpbitTape.VENUE.unsupported())
                .containsKeys(Kind.FUNDING_RATE, Kind.OPEN_INTEREST, Kind.MARK_PRICE, Kind.LIQUIDATION)
                .hasEntrySatisfying(
                        Kind.FUNDING_RATE, reason -> assertThat(reason).contains("spot only"));
    }
}
