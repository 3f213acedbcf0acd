package io.tapeline.emulator.htx;

import static io.tapeline.emulator.htx.HtxWire.channel;
import static io.tapeline.emulator.htx.HtxWire.first;
import static io.tapeline.emulator.htx.HtxWire.like;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds the emulator to the real payloads that are kept beside the project. */
class HtxWireTruthTest {
    private static final Map<String, String> ANSWERS = Map.of(
            "linear.rest.contract_info", "/linear-swap-api/v1/swap_contract_info?business_type=all",
            "linear.rest.open_interest", "/linear-swap-api/v1/swap_open_interest?contract_code=BTC-USDT",
            "linear.rest.his_open_interest", "/linear-swap-api/v1/swap_his_open_interest?contract_code=BTC-USDT",
            "linear.rest.historical_funding_rate",
                    "/linear-swap-api/v1/swap_historical_funding_rate?contract_code=BTC-USDT",
            "linear.rest.elite_account_ratio", "/linear-swap-api/v1/swap_elite_account_ratio?contract_code=BTC-USDT",
            "linear.rest.elite_position_ratio", "/linear-swap-api/v1/swap_elite_position_ratio?contract_code=BTC-USDT",
            "linear.rest.settlement_records", "/linear-swap-api/v1/swap_settlement_records?contract_code=BTC-USDT",
            "linear.rest.history_trade", "/linear-swap-ex/market/history/trade?contract_code=BTC-USDT&size=10",
            "linear.rest.kline", "/linear-swap-ex/market/history/kline?contract_code=BTC-USDT&period=1min&size=10");

    private VirtualMarket market;

    @BeforeEach
    void start() {
        market = HtxMarket.start(HtxEmulation.SWAP);
    }

    @AfterEach
    void stop() {
        market.close();
    }

    @Test
    void everyAnswerHasTheMembersAndTypesOfItsSamples() throws IOException {
        market.pass(Duration.ofSeconds(10));
        for (Map.Entry<String, String> answer : ANSWERS.entrySet()) {
            JsonNode ours = TestRest.json(market.emulator(), HtxEmulation.SWAP, answer.getValue());
            assertThat(ours.get("data")).as(answer.getKey()).isNotEmpty();
            like(answer.getKey(), ours);
        }
    }

    @Test
    void everyFrameHasTheMembersAndTypesOfItsSamples() throws IOException {
        String book = "market.BTC-USDT.depth.size_20.high_freq";
        TestSocket data = HtxMarket.market(
                market,
                HtxEmulation.SWAP,
                HtxSession.MARKET,
                "market.BTC-USDT.trade.detail",
                "market.BTC-USDT.bbo",
                "market.BTC-USDT.kline.1min",
                book);
        TestSocket prices = HtxMarket.market(
                market,
                HtxEmulation.SWAP,
                HtxSession.INDEX,
                "market.BTC-USDT.mark_price.1min",
                "market.BTC-USDT.index.1min");
        TestSocket notices = HtxMarket.notified(
                market,
                List.of(
                        "public.BTC-USDT.funding_rate",
                        "public.BTC-USDT.liquidation_orders",
                        "public.*.contract_info"));
        market.pass(Duration.ofSeconds(30));
        like("linear.subscribe_ack", first(data, f -> f.has("subbed")), f -> f.has("subbed"));
        like("linear.subscribe_ack", first(notices, f -> f.has("err-code")), f -> f.has("err-code"));
        like("linear.trade.detail", first(data, channel("trade.detail")));
        like("linear.bbo", first(data, channel("bbo")));
        like("linear.kline", first(data, channel("kline.1min")));
        like("linear.depth.size_20.high_freq.snapshot", first(data, event("snapshot")));
        like(
                "linear.depth.size_20.high_freq.update",
                first(data, event("update").and(f -> !f.at("/tick/bids").isEmpty())));
        like("linear.mark_price.1min", first(prices, channel("mark_price.1min")));
        like("linear.index", first(prices, channel("index.1min")));
        like("linear.funding_rate", first(notices, topic("funding_rate")));
        like("linear.liquidation_orders", first(notices, topic("liquidation_orders")));
        like("linear.contract_info", first(notices, topic("contract_info")));
    }

    @Test
    void errorsAndPingsAreTheVenues() throws IOException {
        TestSocket data = market.open(HtxEmulation.SWAP, HtxSession.MARKET);
        data.send("{\"sub\":\"market.BTC-USDT.depth.size_400.high_freq\",\"id\":\"e-size400\"}");
        data.await(1, text -> text.contains("error"));
        like("linear.error", first(data, f -> f.has("err-code")));
        assertThat(first(data, f -> f.has("err-code")).get("err-msg").asString())
                .isEqualTo("invalid topic market.BTC-USDT.depth.size_400.high_freq");
        TestSocket notices = market.open(HtxEmulation.SWAP, HtxSession.NOTIFICATION);
        market.pass(Duration.ofDays(1));
        data.await(1, text -> text.startsWith("{\"ping\":"));
        notices.await(1, text -> text.contains("ping"));
        like("linear.ping", first(data, f -> f.has("ping")));
        like("notification.ping", first(notices, f -> f.path("op").asString("").equals("ping")));
        assertThat(TestRest.json(
                                market.emulator(),
                                HtxEmulation.SWAP,
                                "/linear-swap-api/v1/swap_open_interest?contract_code=NO-USDT")
                        .get("err_code")
                        .asInt())
                .isEqualTo(1014);
    }

    private static Predicate<JsonNode> event(String name) {
        return frame -> frame.at("/tick/event").asString("").equals(name);
    }

    private static Predicate<JsonNode> topic(String name) {
        return frame -> frame.path("op").asString("").equals("notify")
                && frame.path("topic").asString("").endsWith(name);
    }
}
