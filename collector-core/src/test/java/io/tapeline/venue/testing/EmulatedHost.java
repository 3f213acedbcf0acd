package io.tapeline.venue.testing;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.Venue;
import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.market.MarketRates;
import io.tapeline.model.instrument.InstrumentId;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A lively emulated host of one venue, and the venue's adapter pointed at it. */
public final class EmulatedHost implements EmulatedFeed {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ASSETS = List.of("BTC", "ETH");

    private final Emulator emulator;
    private final String prefix;
    private final Venue venue;
    private final boolean announcesItsEnd;
    private final TradeFacts facts;

    /** How the facts of a trade read in the ledger of an emulated venue. */
    @FunctionalInterface
    public interface TradeFacts {
        /** @param time epoch milliseconds */
        Trade read(JsonNode facts, long time);
    }

    /**
     * A host of a running emulator; closing it closes the emulator.
     *
     * @param venue the adapter, pointed at the host
     * @param announcesItsEnd whether the venue tells of its maintenance before it cuts connections
     */
    public EmulatedHost(Emulator emulator, String prefix, Venue venue, boolean announcesItsEnd, TradeFacts facts) {
        this.emulator = emulator;
        this.prefix = prefix;
        this.venue = venue;
        this.announcesItsEnd = announcesItsEnd;
        this.facts = facts;
    }

    /**
     * Starts one.
     *
     * @param adapter makes the adapter from the roots of REST and of WebSocket
     * @param announcesItsEnd whether the venue tells of its maintenance before it cuts connections
     */
    public static EmulatedHost start(
            String prefix, BiFunction<String, String, Venue> adapter, boolean announcesItsEnd) {
        return start(prefix, adapter, announcesItsEnd, 10);
    }

    /** The same with so many trades a second and symbol, for a venue that repairs from few of the newest. */
    public static EmulatedHost start(
            String prefix, BiFunction<String, String, Venue> adapter, boolean announcesItsEnd, double tradesPerSecond) {
        Emulator emulator = emulator(new MarketRates(tradesPerSecond, 20, 60, 0.02, 50, 50_000, 2), prefix);
        Venue venue = adapter.apply(
                emulator.baseUri(prefix).toString(), emulator.wsUri(prefix).toString());
        return new EmulatedHost(emulator, prefix, venue, announcesItsEnd, EmulatedHost::trade);
    }

    /** Starts the emulator of some hosts alone. */
    public static Emulator emulator(MarketRates rates, String... prefixes) {
        return Emulator.start(EmulatorSettings.defaults()
                .withPrefixes(prefixes)
                .withAssets(ASSETS.toArray(String[]::new))
                .withMarket(rates));
    }

    public Emulator emulator() {
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
                .map(entry -> facts.read(JSON.readTree(entry.facts()), entry.time()))
                .toList();
    }

    private static Trade trade(JsonNode facts, long time) {
        return new Trade(
                facts.get("id").asString(),
                facts.get("side").asString(),
                facts.get("price").asString(),
                facts.get("size").asString(),
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
        return announcesItsEnd;
    }

    @Override
    public void close() {
        emulator.close();
    }
}
