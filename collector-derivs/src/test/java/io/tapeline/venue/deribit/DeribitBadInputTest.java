package io.tapeline.venue.deribit;

import static io.tapeline.venue.deribit.DeribitFrames.answer;
import static io.tapeline.venue.deribit.DeribitFrames.decode;
import static io.tapeline.venue.deribit.DeribitFrames.frame;
import static io.tapeline.venue.deribit.DeribitFrames.message;
import static io.tapeline.venue.deribit.DeribitFrames.notification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals, errors, maintenance, empty and odd values. */
class DeribitBadInputTest {
    private static final String HOST = "https://www.deribit.com";

    @Test
    void whatIsNotInTheAnswerToASubscriptionWasNotAccepted() {
        assertThat(decode(message("{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":[\"quote.BTC-PERPETUAL\"],\"usIn\":1}")))
                .containsExactly(new Decoded.Accepted("3", Set.of("quote.BTC-PERPETUAL")));
        assertThat(decode(message("{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":[]}")))
                .containsExactly(new Decoded.Accepted("4", Set.of()));
    }

    @Test
    void anErrorIsARefusalInOneLine() {
        assertThat(decode(message("""
                {"jsonrpc":"2.0","id":5,"error":{"code":13778,"message":"raw_subscriptions_not_available_for_unauthorized"}}
                """)))
                .containsExactly(new Decoded.Rejected("5", "13778 raw_subscriptions_not_available_for_unauthorized"));
        assertThat(decode(message("""
                {"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params","data":{"reason":"wrong format",\
                "param":"channels"}},"testnet":false}
                """)))
                .containsExactly(new Decoded.Rejected(null, "-32602 Invalid params channels wrong format"));
        assertThat(decode(message("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":\"down\"}")))
                .containsExactly(new Decoded.Rejected("1", "down"));
    }

    @Test
    void maintenanceReplacesTheConnectionAndALockedIndexDoesNot() {
        assertThat(decode(notification("platform_state", "{\"maintenance\":true}")))
                .containsExactly(new Decoded.Closing("maintenance of the platform"));
        assertThat(decode(notification("platform_state", "{\"price_index\":\"btc_usd\",\"locked\":true}")))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400,10028,LIMITED",
        "400,10066,LIMITED",
        "400,10041,UNAVAILABLE",
        "503,11051,UNAVAILABLE",
        "400,13028,UNAVAILABLE",
        "400,13020,REFUSED",
        "403,10041,UNAVAILABLE"
    })
    void anErrorMeansWhatItsCodeSays(int status, String code, Reason reason) {
        String body = "{\"jsonrpc\":\"2.0\",\"error\":{\"message\":\"m\",\"data\":{},\"code\":" + code
                + "},\"testnet\":false}";
        String flat = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":" + code + ",\"message\":\"m\"},\"testnet\":false}";
        DeribitRefusals refusals = new DeribitRefusals();
        assertThat(refusals.reason(status, flat)).isEqualTo(reason);
        assertThat(refusals.reason(status, body)).isEqualTo(reason);
        assertThat(refusals.inAnswer(flat)).contains(reason);
        assertThat(refusals.inAnswer("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[]}"))
                .isEmpty();
        assertThat(refusals.message(flat)).isEqualTo("m");
    }

    @ParameterizedTest
    @CsvSource({"403", "451"})
    void aBlockedCountryIsNoError(int status) {
        assertThat(new DeribitRefusals().reason(status, "<html>Access denied</html>"))
                .isEqualTo(Reason.BLOCKED);
    }

    @Test
    void anErrorInAnAnswerYieldsNothing() {
        assertThat(decode(frame(Transport.REST, HOST + "/api/v2/public/get_instruments?currency=any", """
                {"jsonrpc":"2.0","error":{"code":11051,"message":"system_maintenance"}}""")))
                .containsExactly(new Decoded.Rejected(null, "11051 system_maintenance"));
    }

    @Test
    void emptyListsYieldNothing() {
        assertThat(decode(answer(HOST, "get_instruments?currency=any", "[]")))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
        assertThat(decode(notification("trades.BTC-PERPETUAL.100ms", "[]"))).isEmpty();
        assertThat(decode(answer(
                        "https://history.deribit.com",
                        "get_last_trades_by_instrument?instrument_name=BTC-PERPETUAL",
                        "{\"trades\":[],\"has_more\":false}")))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
        assertThat(decode(answer(
                        HOST,
                        "get_tradingview_chart_data?instrument_name=BTC-PERPETUAL&resolution=1",
                        "{\"status\":\"no_data\",\"ticks\":[]}")))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @Test
    void valuesThatAreNewCostNothingElse() {
        List<Decoded> decoded = decode(notification("trades.BTC-PERPETUAL.100ms", """
                [{"timestamp":1786563104514,"price":63344.5,"direction":"auction","trade_id":"1",\
                "instrument_name":"BTC-PERPETUAL","trade_seq":2,"amount":20,"liquidation":"X"}]"""));
        Trade trade = (Trade) ((Decoded.Event) decoded.getFirst()).event();
        assertThat(trade.side()).isEqualTo(Side.UNKNOWN);
        assertThat(trade.isLiquidation()).isTrue();
        assertThat(decoded).as("of whom is not known").hasSize(1);
        assertThat(decode(answer(HOST, "get_instruments?currency=any", """
                [{"kind":"swap","instrument_name":"BTC-PERPETUAL"},\
                {"kind":"spot","instrument_name":"ETH_USDC","base_currency":"ETH","quote_currency":"USDC","state":"paused"}]
                """)))
                .hasExactlyElementsOfTypes(Decoded.Unknown.class, Decoded.Listed.class);
    }

    @Test
    void aRowThatCannotBeReadNamesItsFieldAndSparesItsNeighbours() {
        assertThat(decode(notification("trades.BTC-PERPETUAL.100ms", """
                [{"timestamp":1786563104514,"price":null,"direction":"buy","trade_id":"1",\
                "instrument_name":"BTC-PERPETUAL","trade_seq":2,"amount":20},\
                {"timestamp":1786563104514,"price":1.5E+3,"direction":"buy","trade_id":"2",\
                "instrument_name":"BTC-PERPETUAL","trade_seq":3,"amount":2e1}]""")))
                .satisfiesExactly(
                        bad -> assertThat(bad).isEqualTo(new Decoded.Malformed("price: expected a value, got nothing")),
                        good -> assertThat(((Trade) ((Decoded.Event) good).event()).price())
                                .isEqualTo(new BigDecimal("1500")));
    }

    @Test
    void aListingWithoutContractSizeOrFeesIsListed() {
        Instrument listed = ((Decoded.Listed) decode(answer(HOST, "get_instruments?currency=any", """
                        [{"kind":"future","instrument_name":"BTC-PERPETUAL","base_currency":"BTC","quote_currency":"USD",\
                        "settlement_period":"perpetual","expiration_timestamp":32503708800000,"contract_size":null}]"""))
                        .getFirst())
                .instrument();
        assertThat(listed.contractSize()).isNull();
        assertThat(listed.makerFeeBps()).isNull();
        assertThat(listed.live()).isTrue();
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        assertThatThrownBy(() -> new DeribitSettings.Credentials("key", ""))
                .hasMessage("tapeline.deribit.credentials: expected key and secret, or neither, got a key alone");
        DeribitSettings fine = DeribitSettings.defaults();
        assertThatThrownBy(() -> new DeribitSettings(
                        fine.rest(),
                        fine.history(),
                        fine.ws(),
                        fine.credentials(),
                        List.of("7m"),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        Duration.ofMinutes(1)))
                .hasMessageStartingWith("tapeline.deribit.candle-intervals: expected some of")
                .hasMessageEndingWith("got [7m]");
        assertThatThrownBy(() -> new DeribitSettings(
                        fine.rest(),
                        fine.history(),
                        fine.ws(),
                        fine.credentials(),
                        List.of(),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        Duration.ofHours(1)))
                .hasMessage("tapeline.deribit.liquidations-every: expected at most 30 minutes, got PT1H");
    }
}
