package io.tapeline.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.bus.BrokerLink.Outgoing;
import io.tapeline.bus.BrokerLink.Refusal;
import io.tapeline.model.event.EventSamples;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.VolatilityIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboundTest {
    @TempDir
    Path directory;

    private PublisherBench bench;

    @BeforeEach
    void open() {
        bench = new PublisherBench(directory);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aBatchWaitsForTheLingerAndNoLonger() {
        bench.up().offer(Events.trades("A", 0, 3)).run();
        assertThat(bench.link.sent).isEmpty();
        bench.after(Duration.ofMillis(3));
        assertThat(bench.link.take()).singleElement().satisfies(sent -> assertThat(FakeLink.ids(sent))
                .containsExactly(0, 1, 2));
    }

    @Test
    void sixtyFourEventsDoNotWait() {
        bench.up().offer(Events.trades("A", 0, 63)).run();
        assertThat(bench.link.sent).isEmpty();
        bench.offer(Events.trades("A", 63, 64)).run();
        assertThat(bench.link.take()).singleElement().satisfies(sent -> assertThat(FakeLink.ids(sent))
                .hasSize(64));
    }

    @Test
    void oneBatchOfAKeyIsOnItsWayAtATimeAndOtherKeysDoNotWait() {
        bench.up().offer(Events.trades("A", 0, 2)).later();
        Outgoing first = bench.link.take().getFirst();
        bench.offer(Events.trades("A", 2, 4)).offer(Events.trades("B", 0, 1)).later();
        assertThat(bench.link.take())
                .singleElement()
                .satisfies(sent -> assertThat(sent.key().routingKey()).isEqualTo("trade.binance.spot.B"));
        bench.confirm(first);
        assertThat(bench.link.take()).singleElement().satisfies(sent -> assertThat(FakeLink.ids(sent))
                .containsExactly(2, 3));
    }

    @Test
    void whatPilesUpBehindAConfirmIsTheNextBatchUpToItsBound() {
        bench.up().offer(Events.trades("A", 0, 1)).later();
        bench.offer(Events.trades("A", 1, 1000)).confirm(bench.link.take().getFirst());
        assertThat(bench.link.take()).singleElement().satisfies(sent -> assertThat(FakeLink.ids(sent))
                .hasSize(512));
    }

    @Test
    void aNackKeepsTheOrderOfItsKey() {
        bench.up().offer(Events.trades("A", 0, 2)).later();
        Outgoing first = bench.link.take().getFirst();
        bench.offer(Events.trades("A", 2, 4)).refuse(first, Refusal.NACK);
        assertThat(idsOf(bench.confirmAll())).containsExactly(0, 1, 2, 3);
        assertThat(bench.count("tapeline.bus.nacks")).isEqualTo(1);
    }

    @Test
    void newEventsNeverOvertakeTheSpool() {
        bench.up().offer(Events.trades("A", 0, 2)).later();
        bench.refuse(bench.link.take().getFirst(), Refusal.NACK);
        bench.offer(Events.trades("A", 2, 4)).offer(Events.trades("B", 0, 2)).later();
        List<Outgoing> round = bench.link.take();
        bench.offer(Events.trades("A", 4, 6)).offer(Events.trades("B", 2, 4)).later();
        assertThat(bench.link.take()).as("nothing passes the spool").isEmpty();
        round.forEach(bench::confirm);
        List<Outgoing> rest = bench.confirmAll();
        assertThat(idsOf(round, "A")).containsExactly(0, 1);
        assertThat(idsOf(rest, "A")).startsWith(2, 3).endsWith(4, 5);
        assertThat(idsOf(rest, "B")).startsWith(0, 1).endsWith(2, 3);
        assertThat(bench.spool.isEmpty()).isTrue();
    }

    @Test
    void aBatchOfAnotherKeyThatIsStillOnItsWayHoldsTheSpoolBack() {
        bench.up()
                .offer(Events.trades("A", 0, 1))
                .offer(Events.trades("B", 0, 1))
                .later();
        List<Outgoing> sent = bench.link.take();
        Outgoing b = sent.get(sent.get(0).key().routingKey().endsWith("B") ? 0 : 1);
        Outgoing a = sent.get(sent.get(0) == b ? 1 : 0);
        bench.refuse(a, Refusal.NACK).offer(Events.trades("B", 1, 2)).later();
        assertThat(bench.link.take()).isEmpty();
        bench.refuse(b, Refusal.NACK);
        assertThat(idsOf(bench.confirmAll(), "B")).containsExactly(0, 1);
    }

    @Test
    void aReturnIsNotAcceptedAndHasTheQueuesDeclaredAgain() {
        bench.up().offer(Events.trades("A", 0, 2)).later();
        bench.refuse(bench.link.take().getFirst(), Refusal.RETURNED);
        assertThat(bench.count("tapeline.bus.published")).isZero();
        assertThat(bench.link.declared).isEqualTo(1);
        assertThat(bench.count("tapeline.bus.returns")).isEqualTo(1);
        assertThat(idsOf(bench.confirmAll())).containsExactly(0, 1);
    }

    @Test
    void aConfirmThatDoesNotComeInTimeIsARefusalAndTheConnectionIsGivenUp() {
        bench.up().offer(Events.trades("A", 0, 2)).later();
        bench.link.take();
        bench.after(Duration.ofSeconds(11));
        assertThat(bench.link.resets).isEqualTo(1);
        bench.later();
        assertThat(bench.spool.entries()).isEqualTo(1);
        assertThat(bench.link.take())
                .as("nothing is sent before the link is back")
                .isEmpty();
        bench.up();
        assertThat(idsOf(bench.confirmAll())).containsExactly(0, 1);
    }

    @Test
    void aBrokerThatBlocksIsAway() {
        bench.up().offer(Events.trades("A", 0, 2)).later();
        bench.link.take();
        bench.down().offer(Events.trades("A", 2, 4)).later();
        assertThat(bench.durable).extracting(Events::id).containsExactly(0, 1, 2, 3);
        assertThat(bench.link.take()).isEmpty();
        bench.up();
        assertThat(idsOf(bench.confirmAll())).containsExactly(0, 1, 2, 3);
    }

    @Test
    void eventsAreDurableInTheirOrderOnceConfirmedOrSpooled() {
        bench.up().offer(Events.trades("A", 0, 2)).later();
        Outgoing first = bench.link.take().getFirst();
        assertThat(bench.durable).isEmpty();
        bench.confirm(first);
        assertThat(bench.durable).extracting(Events::id).containsExactly(0, 1);
        bench.down().offer(Events.trades("A", 2, 4));
        assertThat(bench.durable).hasSize(2);
        bench.later();
        assertThat(bench.durable).extracting(Events::id).containsExactly(0, 1, 2, 3);
    }

    @Test
    void nothingIsSpooledWhileItIsNotKnownWhetherTheBrokerIsThere() {
        bench.offer(Events.trades("A", 0, 2)).later();
        assertThat(bench.spool.isEmpty()).isTrue();
        bench.up().later();
        assertThat(idsOf(bench.link.take())).containsExactly(0, 1);
    }

    @Test
    void aLateConfirmOfAMessageGivenUpChangesNothing() {
        bench.up().offer(Events.trades("A", 0, 2)).later();
        Outgoing first = bench.link.take().getFirst();
        bench.down().confirm(first).later();
        assertThat(bench.durable).extracting(Events::id).containsExactly(0, 1);
        bench.up();
        assertThat(idsOf(bench.confirmAll())).containsExactly(0, 1);
    }

    @Test
    void backfillAndReplayGoToTheHistoryExchange() {
        bench.up();
        for (Origin origin : Origin.values()) {
            Header header = Events.trade("A", 1).header().withOrigin(origin);
            bench.offer(new VolatilityIndex(header, java.math.BigDecimal.ONE));
        }
        bench.later();
        assertThat(bench.link.take())
                .allSatisfy(sent -> assertThat(FakeLink.events(sent))
                        .allSatisfy(event -> assertThat(sent.key().exchange())
                                .isEqualTo(
                                        switch (event.header().origin()) {
                                            case LIVE, REPAIR -> "market_data";
                                            case BACKFILL, REPLAY -> "market_data.history";
                                        })))
                .hasSize(2);
    }

    @Test
    void everyKindButBookMustBeTakenByAQueue() {
        for (MarketEvent event : EventSamples.all()) {
            assertThat(LaneKey.of(event).mandatory())
                    .as(event.kind().wireName())
                    .isEqualTo(event.kind() != Kind.BOOK);
        }
    }

    @Test
    void anEventWithoutJsonFormIsLeftOutAndItsNeighboursArrive() {
        Header afterTheYear9999 =
                new Header(Events.trade("A", 0).instrumentId(), Long.MAX_VALUE, null, 0, Origin.LIVE, 0);
        bench.up()
                .offer(List.of(
                        new VolatilityIndex(Events.trade("A", 0).header(), java.math.BigDecimal.ONE),
                        new VolatilityIndex(afterTheYear9999, java.math.BigDecimal.ONE)))
                .later();
        assertThat(bench.link.take()).singleElement().satisfies(sent -> assertThat(FakeLink.events(sent))
                .hasSize(1));
        assertThat(bench.count("tapeline.bus.unpublishable")).isEqualTo(1);
    }

    private static List<Integer> idsOf(List<Outgoing> messages) {
        return messages.stream().flatMap(sent -> FakeLink.ids(sent).stream()).toList();
    }

    private static List<Integer> idsOf(List<Outgoing> messages, String symbol) {
        return idsOf(messages.stream()
                .filter(sent -> sent.key().routingKey().endsWith("." + symbol))
                .toList());
    }

    static List<Integer> range(int to) {
        return IntStream.range(0, to).boxed().toList();
    }
}
