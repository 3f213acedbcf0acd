package io.tapeline.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.ledger.Produced;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MarketTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void the_same_seed_gives_the_same_market() {
        List<Produced> first = minute(VirtualMarket.SETTINGS);
        assertThat(first).hasSizeGreaterThan(2000).isEqualTo(minute(VirtualMarket.SETTINGS));
        assertThat(first).isNotEqualTo(minute(VirtualMarket.SETTINGS.withSeed(2)));
    }

    @ParameterizedTest
    @CsvSource({"binance-spot,BTCUSDT", "binance-spot,ETHUSDT", "binance-usdm,ETHUSDT", "binance-usdm,BTCUSD_PERP"})
    void trade_ids_are_consecutive_and_raw_ids_join(String prefix, String symbol) {
        try (VirtualMarket market = new VirtualMarket()) {
            market.pass(Duration.ofMinutes(2));
            List<JsonNode> trades = facts(market, prefix, symbol, "trade");
            assertThat(trades).hasSizeGreaterThan(300);
            IntStream.range(1, trades.size()).forEach(i -> {
                assertThat(trades.get(i).get("a").asLong())
                        .isEqualTo(trades.get(i - 1).get("a").asLong() + 1);
                assertThat(trades.get(i).get("f").asLong())
                        .isEqualTo(trades.get(i - 1).get("l").asLong() + 1);
                assertThat(trades.get(i).get("T").asLong())
                        .isGreaterThanOrEqualTo(trades.get(i - 1).get("T").asLong());
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"binance-spot,BTCUSDT", "binance-usdm,ETHUSDT"})
    void candles_are_made_of_the_trades_exactly(String prefix, String symbol) {
        try (VirtualMarket market = new VirtualMarket()) {
            market.pass(Duration.ofSeconds(190));
            List<JsonNode> candles = facts(market, prefix, symbol, "candle");
            assertThat(candles).hasSize(3);
            List<JsonNode> trades = facts(market, prefix, symbol, "trade");
            candles.forEach(candle -> assertMadeOf(candle, within(trades, candle)));
        }
    }

    @Test
    void large_trades_flow() {
        try (VirtualMarket market =
                new VirtualMarket(EmulatorSettings.defaults().withPrefixes("binance-spot", "binance-usdm"))) {
            market.pass(Duration.ofSeconds(10));
            long large = List.of("binance-spot", "binance-usdm").stream()
                    .flatMap(prefix -> facts(market, prefix, "BTCUSDT", "trade").stream())
                    .filter(trade -> value(trade).compareTo(BigDecimal.valueOf(100_000)) > 0)
                    .count();
            long others = market
                    .emulator()
                    .ledger()
                    .produced(e -> e.kind().equals("trade") && !e.symbol().startsWith("BTC"), 100_000)
                    .stream()
                    .map(entry -> JSON.readTree(entry.facts()))
                    .filter(trade -> value(trade).compareTo(BigDecimal.valueOf(50_000)) > 0)
                    .count();
            assertThat(large + others).isGreaterThan(3);
        }
    }

    @Test
    void every_fill_of_a_liquidation_is_on_the_tape() {
        try (VirtualMarket market = new VirtualMarket()) {
            market.pass(Duration.ofMinutes(2));
            List<JsonNode> trades = facts(market, "binance-usdm", "ETHUSDT", "trade");
            List<JsonNode> liquidations = facts(market, "binance-usdm", "ETHUSDT", "liquidation");
            assertThat(liquidations).hasSizeGreaterThan(10);
            for (JsonNode liquidation : liquidations) {
                boolean sell = liquidation.get("S").asString().equals("SELL");
                BigDecimal filled = trades.stream()
                        .filter(t -> t.get("T").asLong() == liquidation.get("T").asLong())
                        .filter(t -> t.get("m").asBoolean() == sell)
                        .map(t -> number(t, "q"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(filled).isGreaterThanOrEqualTo(number(liquidation, "z"));
            }
        }
    }

    @Test
    void funding_is_settled_at_its_time_and_is_in_the_history() {
        try (VirtualMarket market =
                new VirtualMarket(VirtualMarket.SETTINGS.withStart(java.time.Instant.parse("2026-11-20T15:59:50Z")))) {
            market.pass(Duration.ofSeconds(15));
            List<Produced> settled = market.emulator().ledger().produced("binance-usdm", "BTCUSDT", "funding_rate");
            assertThat(settled).hasSize(1);
            JsonNode rows = TestRest.json(market.emulator(), "binance-usdm", "/fapi/v1/fundingRate?symbol=BTCUSDT");
            assertThat(rows.get(rows.size() - 1))
                    .isEqualTo(JSON.readTree(settled.getFirst().facts()));
            assertThat(rows.size()).isEqualTo(30 * 3 + 1);
        }
    }

    private static List<Produced> minute(EmulatorSettings settings) {
        try (VirtualMarket market = new VirtualMarket(settings)) {
            market.pass(Duration.ofMinutes(1));
            return market.emulator().ledger().produced(entry -> true, Integer.MAX_VALUE);
        }
    }

    private static List<JsonNode> facts(VirtualMarket market, String prefix, String symbol, String kind) {
        return market.emulator().ledger().produced(prefix, symbol, kind).stream()
                .map(entry -> JSON.readTree(entry.facts()))
                .toList();
    }

    private static List<JsonNode> within(List<JsonNode> trades, JsonNode candle) {
        return trades.stream()
                .filter(trade -> trade.get("T").asLong() >= candle.get(0).asLong())
                .filter(trade -> trade.get("T").asLong() <= candle.get(6).asLong())
                .toList();
    }

    private static void assertMadeOf(JsonNode candle, List<JsonNode> trades) {
        List<BigDecimal> prices =
                trades.stream().map(trade -> number(trade, "p")).toList();
        List<JsonNode> bought =
                trades.stream().filter(trade -> !trade.get("m").asBoolean()).toList();
        assertThat(column(candle, 1)).isEqualByComparingTo(prices.getFirst());
        assertThat(column(candle, 2))
                .isEqualByComparingTo(prices.stream().max(BigDecimal::compareTo).orElseThrow());
        assertThat(column(candle, 3))
                .isEqualByComparingTo(prices.stream().min(BigDecimal::compareTo).orElseThrow());
        assertThat(column(candle, 4)).isEqualByComparingTo(prices.getLast());
        assertThat(column(candle, 5)).isEqualByComparingTo(sum(trades, trade -> number(trade, "q")));
        assertThat(column(candle, 7)).isEqualByComparingTo(sum(trades, MarketTest::value));
        assertThat(candle.get(8).asLong())
                .isEqualTo(trades.getLast().get("l").asLong()
                        - trades.getFirst().get("f").asLong()
                        + 1);
        assertThat(column(candle, 9)).isEqualByComparingTo(sum(bought, trade -> number(trade, "q")));
        assertThat(column(candle, 10)).isEqualByComparingTo(sum(bought, MarketTest::value));
    }

    private static BigDecimal sum(List<JsonNode> trades, java.util.function.Function<JsonNode, BigDecimal> of) {
        return trades.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(JsonNode trade) {
        return number(trade, "p").multiply(number(trade, "q"));
    }

    private static BigDecimal number(JsonNode node, String name) {
        return new BigDecimal(node.get(name).asString());
    }

    private static BigDecimal column(JsonNode row, int index) {
        return new BigDecimal(row.get(index).asString());
    }
}
