package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.bus.EventPublisher;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RecordingSettings;
import io.tapeline.collector.rest.RestSettings;
import io.tapeline.collector.session.SessionSettings;
import io.tapeline.collector.state.StateDirectory;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.identity.EventIdentity;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Venues that list instruments for minutes end thousands a day: none may stay in memory. */
class EndedInstrumentsTest {
    private static final long START = 1_700_000_000_000_000L;
    private static final int AT_ONCE = 20;
    private static final int ROUNDS = 50;

    @TempDir
    Path directory;

    private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();
    private final FakeTransport transport = new FakeTransport();
    private final FakePublisher publisher = new FakePublisher();
    private List<Instrument> listed = List.of();

    private long now() {
        return START + scheduler.now(TimeUnit.MICROSECONDS);
    }

    private Instrument instrument(int number) {
        return new Instrument(
                new InstrumentId("toy", Market.FUTURE, "BTC-" + number),
                "BTC",
                "USDT",
                "USDT",
                null,
                null,
                ContractType.LINEAR,
                null,
                null,
                now() + 1_000_000,
                null,
                null,
                Sector.MAJORS,
                null,
                null,
                null,
                null);
    }

    private LiveFeed start() {
        FeedSettings settings = new FeedSettings(true, List.of("BTC"), List.of(), List.of(), List.of(), List.of());
        return new LiveFeed(
                new ToyVenue(),
                new CollectorProperties(
                        directory,
                        Duration.ofHours(2),
                        true,
                        50,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(1),
                        1,
                        Map.of(),
                        Map.of("toy-futures", settings),
                        RecordingSettings.into(directory.resolve("recordings")),
                        SessionSettings.defaults(),
                        RestSettings.defaults()),
                publisher,
                transport,
                new StateDirectory(directory),
                scheduler,
                this::now,
                new SimpleMeterRegistry());
    }

    private void everythingOf(Instrument instrument) {
        Header header = Header.venue(instrument.id(), now(), now());
        BigDecimal price = Decimals.parse("5");
        transport.listener.onFrame(
                new RawFrame("toy-futures", RawFrame.Transport.WS, "c1", null, now(), new byte[0]),
                List.of(
                        new Decoded.BookUpdate(
                                header,
                                true,
                                Levels.of("4", "1"),
                                Levels.of("6", "1"),
                                SizeUnit.BASE,
                                null,
                                null,
                                null,
                                null),
                        new Decoded.QuoteChange(
                                header, true, Levels.of("4", "1"), Levels.of("6", "1"), SizeUnit.BASE, 7L),
                        new Decoded.Event(new Quote(header, price, price, price, price, SizeUnit.BASE, 8L)),
                        new Decoded.Event(new MarkPrice(header, price, null, null)),
                        new Decoded.Event(new FundingRate(
                                header, price, FundingStatus.ESTIMATED, null, null, null, null, Map.of())),
                        new Decoded.FundingTerms(instrument.id(), price),
                        new Decoded.Event(new Candle(
                                header,
                                "1m",
                                CandleSource.TRADE,
                                price,
                                price,
                                price,
                                price,
                                price,
                                null,
                                null,
                                null,
                                false))));
    }

    @Test
    void whatEndedIsForgottenEverywhere() throws Exception {
        transport.rest = path ->
                FakeTransport.answered(listed.stream().map(Decoded.Listed::new).toArray(Decoded[]::new));
        LiveFeed feed = start();
        for (int round = 0; round < ROUNDS; round++) {
            int first = round * AT_ONCE;
            listed = IntStream.range(first, first + AT_ONCE)
                    .mapToObj(this::instrument)
                    .toList();
            if (round == 0) {
                feed.start();
                scheduler.advanceTimeBy(Duration.ZERO);
            } else {
                scheduler.advanceTimeBy(Duration.ofHours(2));
            }
            listed.forEach(this::everythingOf);
            scheduler.advanceTimeBy(Duration.ofSeconds(2));
        }
        Set<InstrumentId> known = reachable(feed);
        feed.stop();
        assertThat(known).as("those of the last round at least").hasSizeGreaterThanOrEqualTo(AT_ONCE);
        assertThat(known).hasSizeLessThanOrEqualTo(2 * AT_ONCE + 1);
        assertThat(Files.readString(directory.resolve("toy-futures.json"))).doesNotContain("\"BTC-1\"");
        scheduler.dispose();
    }

    /** Every instrument that a feed still refers to, but for the identities of events, of which it keeps so many. */
    private static Set<InstrumentId> reachable(Object root) throws IllegalAccessException {
        Set<InstrumentId> found = new HashSet<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) {
            Object next = left.pop();
            if (next instanceof InstrumentId id) {
                found.add(id);
            } else if (isOfTheFeed(next) && seen.add(next)) {
                follow(next, left);
            }
        }
        return found;
    }

    private static boolean isOfTheFeed(Object object) {
        return object instanceof Collection<?>
                || object instanceof Map<?, ?>
                || (object.getClass().getName().startsWith("io.tapeline.")
                        && !(object instanceof EventIdentity)
                        && !(object instanceof EventPublisher)
                        && !(object instanceof FakeTransport)
                        && !(object instanceof EndedInstrumentsTest)
                        && !(object instanceof Enum<?>));
    }

    private static void follow(Object object, Deque<Object> left) throws IllegalAccessException {
        if (object instanceof Collection<?> all) {
            all.stream().filter(one -> one != null).forEach(left::push);
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                left.push(key);
                left.push(value);
            });
        } else {
            for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        Object value = field.get(object);
                        if (value != null) {
                            left.push(value);
                        }
                    }
                }
            }
        }
    }
}
