package io.tapeline.emulator.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.kit.WireSamples;
import io.tapeline.emulator.kit.WireShape;
import io.tapeline.emulator.kit.WireShape.Freedom;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each message has the members, JSON types and order of arrays of the real ones kept beside the project. */
class DeribitWireTruthTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** Members that only some rows have, or that the venue added or dropped over the years. */
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    "id",
                    "usIn",
                    "usOut",
                    "usDiff",
                    "testnet",
                    "starbase_match_id",
                    "starbase_timestamp",
                    "contracts",
                    "mark_price",
                    "liquidation",
                    "combo_id",
                    "combo_trade_id",
                    "iv",
                    "volume_usd",
                    "volume_notional",
                    "price_change",
                    "settlement_price",
                    "estimated_delivery_price",
                    "interest_value",
                    "max_leverage",
                    "max_liquidation_commission",
                    "block_trade_tick_size",
                    "block_trade_min_trade_amount",
                    "block_trade_commission")
            .allowing(Freedom.EMPTY, "asks", "bids")
            .allowing(Freedom.LIST, "open", "high", "low", "close", "volume", "cost", "ticks")
            .allowing(
                    Freedom.FRACTION,
                    "asks",
                    "bids",
                    "best_ask_amount",
                    "best_ask_price",
                    "best_bid_amount",
                    "best_bid_price",
                    "open",
                    "high",
                    "low",
                    "close",
                    "volume",
                    "cost",
                    "data",
                    "current_funding",
                    "funding_8h",
                    "interest_1h",
                    "interest_8h",
                    "interest_value",
                    "interest_rate",
                    "estimated_delivery_price",
                    "settlement_price",
                    "delivery_price",
                    "underlying_price",
                    "index_price",
                    "prev_index_price",
                    "last_price",
                    "mark_price",
                    "max_price",
                    "min_price",
                    "price",
                    "price_change",
                    "open_interest",
                    "volume_usd",
                    "volume_notional",
                    "amount",
                    "contracts",
                    "delta",
                    "gamma",
                    "rho",
                    "theta",
                    "vega",
                    "iv",
                    "mark_iv",
                    "bid_iv",
                    "ask_iv",
                    "volatility",
                    "maker_commission",
                    "taker_commission");

    /** Samples by what the emulator has instead of the sample's instrument. */
    private static Map<String, String> channels(String option) {
        Map<String, String> channels = new LinkedHashMap<>();
        channels.put("ticker.BTC-PERPETUAL.100ms", "ticker.BTC-PERPETUAL.100ms");
        channels.put("trades.BTC-PERPETUAL.100ms", "trades.BTC-PERPETUAL.100ms");
        channels.put("book.BTC-PERPETUAL.100ms snapshot (levels cut to 5 in the fixture)", "book.BTC-PERPETUAL.100ms");
        channels.put("book.BTC-PERPETUAL.100ms change", "book.BTC-PERPETUAL.100ms");
        channels.put("quote.BTC-PERPETUAL", "quote.BTC-PERPETUAL");
        channels.put("chart.trades.BTC-PERPETUAL.1", "chart.trades.BTC-PERPETUAL.1");
        channels.put("deribit_price_index.btc_usd", "deribit_price_index.btc_usd");
        channels.put("deribit_volatility_index.btc_usd", "deribit_volatility_index.btc_usd");
        channels.put("ticker.BTC-5JUN20-9250-C.raw", "ticker." + option + ".agg2");
        return channels;
    }

    @Test
    void notificationsLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("deribit");
        try (DeribitMarket market = new DeribitMarket();
                TestSocket socket = market.open()) {
            Map<String, String> channels = channels(option(market));
            market.subscribe(socket, 1, channels.values().stream().distinct().toArray(String[]::new));
            market.pass(Duration.ofSeconds(30));
            channels.forEach((sample, channel) -> {
                DeribitMarket.first(socket, channel);
                boolean change = sample.endsWith("change");
                JsonNode ours = DeribitMarket.data(socket, channel).stream()
                        .filter(data -> !data.has("change_id") || data.has("prev_change_id") == change)
                        .findFirst()
                        .orElseThrow();
                for (JsonNode real : samples.get(sample)) {
                    assertThat(SHAPE.differences(real.get("params").get("data"), ours))
                            .as("%s: %s beside %s", sample, real, ours)
                            .isEmpty();
                }
            });
        }
    }

    @Test
    void answersLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("deribit");
        try (DeribitMarket market = new DeribitMarket()) {
            market.pass(Duration.ofMinutes(3));
            String option = option(market);
            Map<String, String> calls = Map.of(
                    "GET public/get_instruments", "get_instruments?currency=BTC&kind=future",
                    "GET public/get_last_trades_by_instrument",
                            "get_last_trades_by_instrument?instrument_name=BTC-PERPETUAL&count=3",
                    "GET public/get_funding_rate_history",
                            "get_funding_rate_history?instrument_name=BTC-PERPETUAL&start_timestamp=0&end_timestamp="
                                    + Long.MAX_VALUE,
                    "GET public/get_tradingview_chart_data",
                            "get_tradingview_chart_data?instrument_name=BTC-PERPETUAL&resolution=1&start_timestamp=0&end_timestamp="
                                    + Long.MAX_VALUE,
                    "GET public/get_volatility_index_data", "get_volatility_index_data?currency=BTC&resolution=60",
                    "GET public/get_order_book", "get_order_book?instrument_name=BTC-PERPETUAL",
                    "GET public/ticker", "ticker?instrument_name=BTC-PERPETUAL",
                    "GET public/get_time", "get_time");
            calls.forEach((sample, call) -> {
                for (JsonNode real : samples.get(sample)) {
                    JsonNode ours = market.call(call);
                    assertThat(SHAPE.differences(real.get("result"), ours))
                            .as("%s: %s beside %s", sample, real, ours)
                            .isEmpty();
                }
            });
            assertThat(option).matches("BTC-\\d{1,2}[A-Z]{3}\\d\\d-\\d+-[CP]");
        }
    }

    private static String option(DeribitMarket market) {
        return market.call("get_instruments?currency=BTC&kind=option")
                .get(0)
                .get("instrument_name")
                .asString();
    }
}
