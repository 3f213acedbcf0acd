package io.tapeline.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.bus.BrokerLink.Outgoing;
import io.tapeline.bus.BrokerLink.Refusal;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Trade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A broker that nacks, returns, blocks, vanishes with messages half accepted, and a publisher that is killed now and then:
 * each key's events still reach the broker without one missing, and none before its predecessor.
 */
class PublisherChaosTest {
    private static final String[] SYMBOLS = {"A", "B", "C"};

    @TempDir
    Path directory;

    private final Map<String, Integer> offered = new HashMap<>();
    private final Map<String, Integer> durable = new HashMap<>();
    private final Map<String, Set<Integer>> accepted = new HashMap<>();
    private final List<Outgoing> onTheirWay = new ArrayList<>();
    private PublisherBench bench;
    private int life;
    private int kills;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void eachKeyArrivesWholeAndInOrder(long seed) throws IOException {
        Random random = new Random(seed);
        bench = open(directory.resolve("0")).up();
        for (int step = 0; step < 1_200; step++) {
            act(random);
        }
        bench.up();
        settle();
        bench.close();
        for (String symbol : SYMBOLS) {
            assertThat(accepted.get(symbol))
                    .as("%s, first arrivals with seed %d and %d kills", symbol, seed, kills)
                    .containsExactlyElementsOf(OutboundTest.range(offered.get(symbol)));
        }
        assertThat(kills).isPositive();
    }

    private void act(Random random) throws IOException {
        int dice = random.nextInt(100);
        if (dice < 45) {
            offer(SYMBOLS[random.nextInt(SYMBOLS.length)], 1 + random.nextInt(40));
        } else if (dice < 70) {
            answer(random, true);
        } else if (dice < 80) {
            bench.after(Duration.ofMillis(random.nextInt(30)));
        } else if (dice < 86) {
            answer(random, false);
        } else if (dice < 91) {
            lose(random);
            bench.down();
        } else if (dice < 99) {
            bench.up();
        } else {
            kill(random);
        }
        onTheirWay.addAll(bench.link.take());
        forgetDurable();
    }

    private void offer(String symbol, int count) {
        for (int i = 0; i < count; i++) {
            if (bench.offer(Events.trade(symbol, offered.getOrDefault(symbol, 0)))) {
                offered.merge(symbol, 1, Integer::sum);
            }
        }
        bench.run();
    }

    private void answer(Random random, boolean confirm) {
        if (onTheirWay.isEmpty()) {
            return;
        }
        Outgoing message = onTheirWay.remove(random.nextInt(onTheirWay.size()));
        if (confirm) {
            accept(message);
            bench.confirm(message);
        } else {
            bench.refuse(message, Refusal.values()[random.nextInt(3)]);
        }
    }

    /** The connection goes; nobody knows which messages the broker took. */
    private void lose(Random random) {
        onTheirWay.stream().filter(message -> random.nextBoolean()).forEach(this::accept);
        onTheirWay.clear();
    }

    private void accept(Outgoing message) {
        for (MarketEvent event : FakeLink.events(message)) {
            accepted.computeIfAbsent(((Trade) event).header().instrument().symbol(), symbol -> new LinkedHashSet<>())
                    .add(Events.id(event));
        }
    }

    /** What was not durable is offered again, as a collector repairs its gap. */
    private void kill(Random random) throws IOException {
        kills++;
        lose(random);
        forgetDurable();
        Path after = Files.createDirectory(directory.resolve(Integer.toString(++life)));
        Files.copy(bench.spool.directory().resolve("spool.queue"), after.resolve("spool.queue"));
        bench.close();
        bench = open(after);
        for (String symbol : SYMBOLS) {
            int from = durable.getOrDefault(symbol, 0);
            int count = offered.getOrDefault(symbol, 0) - from;
            offered.put(symbol, from);
            offer(symbol, count);
        }
    }

    private void forgetDurable() {
        for (MarketEvent event : bench.durable) {
            String symbol = event.instrumentId().symbol();
            assertThat(Events.id(event)).isEqualTo(durable.getOrDefault(symbol, 0));
            durable.merge(symbol, 1, Integer::sum);
        }
        bench.durable.clear();
    }

    private void settle() {
        onTheirWay.addAll(bench.link.take());
        while (!onTheirWay.isEmpty()) {
            Outgoing message = onTheirWay.removeFirst();
            accept(message);
            bench.confirm(message);
            onTheirWay.addAll(bench.link.take());
        }
        bench.confirmAll().forEach(this::accept);
        assertThat(bench.spool.isEmpty()).isTrue();
    }

    private static PublisherBench open(Path directory) {
        return new PublisherBench(directory, "publisher.batch-events", 8, "publisher.batch-events-max", 16);
    }
}
