package io.tapeline.emulator.upbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.kit.WireSamples;
import io.tapeline.emulator.kit.WireSamples.Sample;
import io.tapeline.emulator.kit.WireShape;
import io.tapeline.emulator.kit.WireShape.Freedom;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Messages and answers against real ones: members, types, spelling. */
class UpbitWireTruthTest {
    private static final Map<String, String> ANSWERS = Map.of(
            "rest.orderbook_instruments", "/v1/orderbook/instruments?markets=KRW-BTC,KRW-ETH",
            "rest.market_all", "/v1/market/all?is_details=true",
            "rest.orderbook", "/v1/orderbook?markets=KRW-BTC",
            "rest.ticker", "/v1/ticker?markets=KRW-BTC",
            "rest.candles_seconds", "/v1/candles/minutes/1?market=KRW-BTC",
            "rest.trades_ticks", "/v1/trades/ticks?market=KRW-BTC",
            "rest.error", "/v1/orderbook?markets=KRW-NOPE");

    /** What came in the years after some of the samples; {@code unit} is that of minutes, which stand in for seconds. */
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    "best_ask_price",
                    "best_ask_size",
                    "best_bid_price",
                    "best_bid_size",
                    "bap",
                    "bas",
                    "bbp",
                    "bbs",
                    "level",
                    "lv",
                    "stream_type",
                    "st",
                    "sequential_id",
                    "market_event",
                    "trade_date_kst",
                    "trade_time_kst",
                    "unit")
            .allowing(
                    Freedom.FRACTION,
                    "ask_price",
                    "bid_price",
                    "ask_size",
                    "bid_size",
                    "ap",
                    "bp",
                    "as",
                    "bs",
                    "tas",
                    "tbs",
                    "tp",
                    "tv",
                    "pcp",
                    "cp",
                    "total_ask_size",
                    "total_bid_size",
                    "trade_volume",
                    "change_price",
                    "change_rate",
                    "signed_change_rate",
                    "acc_trade_price",
                    "acc_trade_price_24h",
                    "acc_trade_volume",
                    "acc_trade_volume_24h",
                    "acc_ask_volume",
                    "acc_bid_volume",
                    "highest_52_week_price",
                    "lowest_52_week_price",
                    "candle_acc_trade_price",
                    "candle_acc_trade_volume",
                    "tick_size",
                    "trade_price",
                    "opening_price",
                    "high_price",
                    "low_price",
                    "prev_closing_price",
                    "signed_change_price");

    /** Prices of one documented ticker are texts, which live ones never are. */
    private static final WireShape ANSWER_SHAPE = SHAPE.allowing(
            Freedom.VALUE,
            "opening_price",
            "high_price",
            "low_price",
            "trade_price",
            "prev_closing_price",
            "signed_change_price");

    private final UpbitMarketplace market = new UpbitMarketplace();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void messagesLookLikeTheVenuesInBothSpellings() throws IOException {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (boolean simple : List.of(false, true)) {
            market.subscribe(simple ? "SIMPLE" : "DEFAULT", "trade", "orderbook", "ticker", "candle.1m");
            market.pass(Duration.ofSeconds(10));
            for (Sample sample : WireSamples.of("upbit")) {
                String type = sample.payload().path(simple ? "ty" : "type").asString("");
                if (!sample.rest() && !type.isEmpty() && !sample.channel().equals("subscribe")) {
                    compared++;
                    JsonNode ours = market.message(simple ? "ty" : "type", type);
                    SHAPE.differences(sample.payload(), ours)
                            .forEach(difference -> differences.add(sample.channel() + difference));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(22);
        assertThat(market.socket().texts()).hasSize(market.socket().binaries());
    }

    @Test
    void answersLookLikeTheVenues() throws IOException {
        market.pass(Duration.ofSeconds(10));
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Sample sample : WireSamples.of("upbit")) {
            if (sample.rest()) {
                compared++;
                JsonNode ours = market.answer(ANSWERS.get(sample.channel()));
                market.pass(Duration.ofSeconds(1));
                ANSWER_SHAPE
                        .differences(sample.payload(), ours)
                        .forEach(difference -> differences.add(sample.channel() + difference));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isEqualTo(11);
    }
}
