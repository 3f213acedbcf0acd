package io.tapeline.emulator.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.PrefixMarket;
import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.ledger.Produced;
import io.tapeline.emulator.market.MarketRates;
import io.tapeline.emulator.toy.ToyEmulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ExchangeTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static final Pattern TRADE = Pattern.compile("\"id\":[^}]+");

    @ParameterizedTest
    @ValueSource(strings = {"BTC/USD", "BTC-PERP", "BTC-INV", "BTC-NEXT"})
    void every_trade_of_the_ledger_is_on_the_wire_in_the_same_digits(String symbol) {
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT);
                TestSocket socket = market.subscribe(market.open(), "trades:" + symbol)) {
            market.pass(Duration.ofSeconds(60));
            market.frames(socket, "c1");
            List<String> sent =
                    socket.texts().stream().flatMap(ExchangeTest::lines).toList();
            List<String> produced = trades(market, symbol).stream()
                    .flatMap(entry -> lines(entry.facts()))
                    .limit(sent.size())
                    .toList();
            assertThat(sent).hasSizeGreaterThan(200).containsExactlyElementsOf(produced);
        }
    }

    @Test
    void sizes_are_in_the_contracts_own_unit() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT)) {
            market.pass(Duration.ofMinutes(3));
            double spot = meanValue(market, "BTC/USD", 1, true);
            assertThat(meanValue(market, "BTC-PERP", 1, true)).isBetween(spot / 2, spot * 2);
            assertThat(meanValue(market, "BTC-NEXT", 0.01, true)).isBetween(spot / 2, spot * 2);
            assertThat(meanValue(market, "BTC-INV", 1, false)).isBetween(spot / 2, spot * 2);
        }
    }

    @Test
    void funding_is_settled_and_minutes_and_liquidations_are_written_down() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT)) {
            market.pass(Duration.ofMinutes(61));
            assertThat(of(market, "BTC-PERP", "funding_rate")).hasSize(1);
            assertThat(of(market, "BTC-INV", "funding_rate")).isEmpty();
            assertThat(of(market, "BTC-PERP", "candle")).hasSize(61);
            assertThat(of(market, "BTC-PERP", "liquidation")).isNotEmpty();
            assertThat(of(market, "BTC/USD", "liquidation")).isEmpty();
        }
    }

    @Test
    void marks_touches_candles_and_the_volatility_index_are_told() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT);
                TestSocket socket = market.subscribe(
                        market.open(), "mark:BTC-PERP", "touch:BTC-PERP", "candles:BTC-PERP", "volatility")) {
            market.pass(Duration.ofSeconds(61));
            market.frames(socket, "c1");
            assertThat(socket.texts())
                    .filteredOn(text -> text.contains("\"mark\""))
                    .hasSizeBetween(60, 61);
            assertThat(socket.texts())
                    .filteredOn(text -> text.contains("\"value\""))
                    .hasSizeBetween(60, 61);
            assertThat(socket.texts())
                    .filteredOn(text -> text.contains("\"bid\""))
                    .hasSizeGreaterThan(50);
            assertThat(socket.texts())
                    .filteredOn(text -> text.contains("\"closed\":true"))
                    .hasSize(1);
        }
    }

    @Test
    void options_trade_near_what_they_are_worth() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT)) {
            market.pass(Duration.ofMinutes(2));
            List<String> options =
                    symbols(market).stream().filter(name -> name.endsWith("-C")).toList();
            assertThat(options).hasSize(15);
            List<Produced> trades = options.stream()
                    .flatMap(name -> trades(market, name).stream())
                    .toList();
            assertThat(trades).isNotEmpty().allSatisfy(entry -> assertThat(
                            JSON.readTree(entry.facts()).get("price").asString())
                    .satisfies(price -> assertThat(Double.parseDouble(price)).isBetween(0.0, 0.5)));
        }
    }

    @Test
    void requests_have_method_body_and_headers_and_errors_are_the_venues() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT)) {
            var emulator = market.emulator();
            assertThat(TestRest.post(emulator, ToyEmulation.TEXT, "/info", "{\"coin\":\"BTC-PERP\"}")
                            .body())
                    .contains("\"bids\"");
            assertThat(TestRest.post(emulator, ToyEmulation.TEXT, "/info", "{}").statusCode())
                    .isEqualTo(422);
            assertThat(TestRest.authorized(emulator, ToyEmulation.TEXT, "/secret", "Bearer x")
                            .body())
                    .isEqualTo("{\"key\":true}");
            market.fault(Fault.of(FaultKind.HTTP_STATUS).status(429).amount(7).times(1));
            var failed = TestRest.get(emulator, ToyEmulation.TEXT, "/markets");
            assertThat(failed.statusCode()).isEqualTo(429);
            assertThat(failed.body()).isEqualTo("{\"error\":\"ordered\",\"wait\":7}");
        }
    }

    @Test
    void requests_over_the_limit_are_refused_until_the_window_ends() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT)) {
            for (int i = 0; i < 20; i++) {
                assertThat(TestRest.get(market.emulator(), ToyEmulation.TEXT, "/markets")
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(TestRest.get(market.emulator(), ToyEmulation.TEXT, "/markets")
                            .statusCode())
                    .isEqualTo(403);
            market.pass(Duration.ofMinutes(1));
            assertThat(TestRest.get(market.emulator(), ToyEmulation.TEXT, "/markets")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void other_venues_are_quiet_unless_told_otherwise() {
        EmulatorSettings defaults = EmulatorSettings.defaults();
        assertThat(defaults.marketOf("toy")).isEqualTo(MarketRates.quiet());
        assertThat(defaults.assetsOf("toy")).containsExactly("BTC", "ETH", "SOL");
        PrefixMarket busy = new PrefixMarket(List.of("ETH"), 50.0, null, null, null, null, null);
        EmulatorSettings told = defaults.withMarkets(Map.of("toy", busy));
        MarketRates rates = told.marketOf("toy");
        assertThat(told.assetsOf("toy")).containsExactly("ETH");
        assertThat(told.marketOf("other")).isEqualTo(MarketRates.quiet());
        assertThat(rates.tradesPerSecond()).isEqualTo(50);
        assertThat(rates.bookLevels()).isEqualTo(MarketRates.quiet().bookLevels());
    }

    private static List<String> symbols(ToyMarket market) {
        List<String> names = new ArrayList<>();
        TestRest.json(market.emulator(), ToyEmulation.TEXT, "/markets").forEach(name -> names.add(name.asString()));
        return names;
    }

    private static double meanValue(ToyMarket market, String symbol, double unit, boolean priced) {
        return trades(market, symbol).stream()
                .map(entry -> JSON.readTree(entry.facts()))
                .mapToDouble(trade -> unit
                        * Double.parseDouble(trade.get("size").asString())
                        * (priced ? Double.parseDouble(trade.get("price").asString()) : 1))
                .average()
                .orElse(0);
    }

    private static List<Produced> trades(ToyMarket market, String symbol) {
        return of(market, symbol, "trade");
    }

    private static List<Produced> of(ToyMarket market, String symbol, String kind) {
        return market.emulator().ledger().produced(ToyEmulation.TEXT, symbol, kind);
    }

    /** The digits as they stand, numbers or texts. */
    private static Stream<String> lines(String text) {
        return TRADE.matcher(text).results().map(trade -> trade.group().replace("\"", ""));
    }
}
