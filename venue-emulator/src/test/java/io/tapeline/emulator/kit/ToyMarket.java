package io.tapeline.emulator.kit;

import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.toy.ToyEmulation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The toy venue in virtual time, and clients of it. */
final class ToyMarket implements AutoCloseable {
    /** As lively as Binance's in the tests, and no client falls silent for too long. */
    static final EmulatorSettings SETTINGS = VirtualMarket.SETTINGS
            .withPrefixes(ToyEmulation.TEXT, ToyEmulation.GZIP, ToyEmulation.NUMBERED)
            .withAssets("BTC")
            .withLimits(Map.of(
                    ToyEmulation.TEXT,
                            WireLimits.wide().withMessages(20).withStreams(8).withSilence(Duration.ofDays(1)),
                    ToyEmulation.GZIP, WireLimits.wide().withPings(Duration.ofDays(1), Duration.ofDays(1)),
                    ToyEmulation.NUMBERED, WireLimits.wide().withSilence(Duration.ofDays(1))));

    private final VirtualMarket market;
    private final String prefix;

    ToyMarket(String prefix, EmulatorSettings settings) {
        this.prefix = prefix;
        market = new VirtualMarket(settings);
    }

    ToyMarket(String prefix) {
        this(prefix, SETTINGS);
    }

    Emulator emulator() {
        return market.emulator();
    }

    void pass(Duration duration) {
        market.pass(duration);
    }

    void fault(Fault fault) {
        emulator().faults().add(fault.prefix(prefix));
    }

    /** A client that has been welcomed. */
    TestSocket open() {
        TestSocket socket = market.open(prefix, "/ws");
        socket.await(1, text -> text.contains("welcome"));
        return socket;
    }

    /** Subscribes and waits for the answer. */
    TestSocket subscribe(TestSocket socket, String... streams) {
        ask(socket, "subscribe", streams);
        return socket;
    }

    void ask(TestSocket socket, String op, String... streams) {
        long before = answers(socket, op);
        send(socket, op, streams);
        Awaitility.await().until(() -> answers(socket, op) > before);
    }

    static void send(TestSocket socket, String op, String... streams) {
        socket.send("{\"op\":\"" + op + "\",\"args\":"
                + Json.array(List.of(streams).stream().map(Json::escaped)) + "}");
    }

    /** What a client has got when everything that was sent to it has arrived. */
    List<JsonNode> frames(TestSocket socket, String connection) {
        int sent = emulator()
                .ledger()
                .sent(frame ->
                        frame.prefix().equals(prefix) && frame.connection().equals(connection))
                .size();
        socket.await(sent, text -> true);
        return socket.frames();
    }

    private static long answers(TestSocket socket, String op) {
        return socket.texts().stream()
                .filter(text -> text.contains("\"event\":\"" + op))
                .count();
    }

    @Override
    public void close() {
        market.close();
    }
}
