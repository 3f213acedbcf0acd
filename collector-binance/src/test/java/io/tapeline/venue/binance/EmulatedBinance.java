package io.tapeline.venue.binance;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.Venue;
import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.market.MarketRates;
import io.tapeline.model.instrument.InstrumentId;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of the two emulated hosts of Binance. */
final class EmulatedBinance implements EmulatedFeed {
    static final String SPOT = "binance-spot";
    static final String FUTURES = "binance-usdm";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ASSETS = List.of("BTC", "ETH");

    private final Emulator emulator;
    private final String prefix;
    private final Venue venue;

    private EmulatedBinance(String prefix, Function<BinanceSettings, Venue> adapter) {
        this.prefix = prefix;
        this.emulator = Emulator.start(EmulatorSettings.defaults()
                .withPrefixes(SPOT, FUTURES)
                .withAssets(ASSETS.toArray(String[]::new))
                .withMarket(new MarketRates(10, 20, 60, 0.02, 200, 200_000, 40)));
        this.venue = adapter.apply(settings(emulator));
    }

    static EmulatedBinance spot() {
        return new EmulatedBinance(SPOT, BinanceSpotVenue::new);
    }

    static EmulatedBinance futures() {
        return new EmulatedBinance(FUTURES, BinanceFuturesVenue::new);
    }

    static BinanceSettings settings(Emulator emulator) {
        return BinanceSettings.of(
                emulator.baseUri(SPOT).toString(),
                emulator.wsUri(SPOT).toString(),
                emulator.baseUri(FUTURES).toString(),
                emulator.wsUri(FUTURES).toString());
    }

    Emulator emulator() {
        return emulator;
    }

    @Override
    public Venue venue() {
        return venue;
    }

    @Override
    public List<String> assets() {
        return ASSETS;
    }

    @Override
    public void order(Order order) {
        emulator.faults()
                .add(new Fault(
                        FaultKind.valueOf(order.kind()),
                        prefix,
                        null,
                        order.stream(),
                        order.path(),
                        order.times(),
                        order.millis(),
                        order.amount(),
                        order.status()));
    }

    @Override
    public void endFaults() {
        emulator.faults().clear();
    }

    @Override
    public List<Trade> trades(InstrumentId instrument) {
        return emulator.ledger().produced(prefix, instrument.symbol(), "trade").stream()
                .map(entry -> trade(JSON.readTree(entry.facts()), entry.time()))
                .toList();
    }

    private static Trade trade(JsonNode row, long time) {
        return new Trade(
                row.get("a").asString(),
                row.get("m").asBoolean() ? "sell" : "buy",
                row.get("p").asString(),
                row.get("q").asString(),
                time);
    }

    @Override
    public List<Request> requests() {
        return emulator.ledger().answered(answer -> answer.prefix().equals(prefix)).stream()
                .map(answer -> new Request(answer.target(), answer.status(), answer.time()))
                .toList();
    }

    @Override
    public boolean announcesItsEnd() {
        return prefix.equals(SPOT);
    }

    @Override
    public void close() {
        emulator.close();
    }
}
