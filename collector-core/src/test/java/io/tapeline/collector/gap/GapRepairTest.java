package io.tapeline.collector.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.testing.ScriptedVenue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.GapState;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Gaps in time of a venue that has its newest trades and nothing older. */
class GapRepairTest implements GapRepair.Feed {
    private static final InstrumentId BTC = ScriptedVenue.instrument("BTC");
    private static final long SECOND = 1_000_000;
    private static final long FROM = 1_763_114_400_000_000L;
    private static final long TO = FROM + 60 * SECOND;

    private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();
    private final List<MarketEvent> said = new ArrayList<>();
    private final List<Decoded> repaired = new ArrayList<>();
    private final GapLedger ledger = new GapLedger(said::add, () -> TO);
    private final Venue venue =
            ScriptedVenue.at(URI.create("http://127.0.0.1:1")).keepingOnlyTheNewest();

    @AfterEach
    void stop() {
        scheduler.dispose();
    }

    /** What is said of the gap when these are the venue's newest trades. */
    private Gap afterwards(long... times) {
        List<Decoded> newest = new ArrayList<>();
        for (long time : times) {
            newest.add(new Decoded.Event(trade(time)));
        }
        return afterwards(Kind.TRADE, newest);
    }

    private Gap afterwards(Kind kind, List<Decoded> newest) {
        RawFrame frame = new RawFrame("scripted", Transport.REST, null, null, TO, new byte[0]);
        GapRepair repair = new GapRepair(
                venue,
                (call, instruments) -> Mono.just(new RestResult.Answered(frame, newest)),
                InstrumentLookup.NONE,
                ledger,
                this,
                scheduler);
        repair.add(ledger.open(kind, BTC, FROM, TO, "disconnect"));
        scheduler.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(ledger.open()).isEmpty();
        return (Gap) said.getLast();
    }

    private static Trade trade(long time) {
        return new Trade(
                Header.venue(BTC, time, TO),
                "t" + time,
                Side.BUY,
                BigDecimal.ONE,
                BigDecimal.ONE,
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of());
    }

    @Test
    void newestTradesThatReachBackBeforeAGapFillIt() {
        Gap gap = afterwards(FROM - 10 * SECOND, FROM + SECOND, TO);
        assertThat(gap.state()).isEqualTo(GapState.REPAIRED);
        assertThat(gap.to()).isEqualTo(TO);
    }

    @Test
    void whatIsOlderThanTheNewestTradesIsLost() {
        Gap gap = afterwards(FROM + 20 * SECOND, TO);
        assertThat(gap.state()).isEqualTo(GapState.UNRECOVERABLE);
        assertThat(gap.from()).isEqualTo(FROM);
        assertThat(gap.to()).as("what came after was filled").isEqualTo(FROM + 20 * SECOND);
    }

    @Test
    void tradesFromTheVeryBeginningOfAGapProveNothing() {
        // A trade still on its way when the connection was lost may be older than the last one received.
        assertThat(afterwards(FROM - SECOND, TO).state()).isEqualTo(GapState.UNRECOVERABLE);
    }

    @Test
    void noTradesAtAllFillNothing() {
        Gap gap = afterwards();
        assertThat(gap.state()).isEqualTo(GapState.UNRECOVERABLE);
        assertThat(gap.to()).isEqualTo(TO);
    }

    @Test
    void onlyWhatFallsIntoAGapIsTakenOfTheNewest() {
        afterwards(FROM - 10 * SECOND, FROM + SECOND, TO, TO + 10 * SECOND);
        assertThat(repaired)
                .extracting(part -> ((Decoded.Event) part).event().header().timestamp())
                .containsExactly(FROM + SECOND, TO);
    }

    @Test
    void aCandleThatOpenedBeforeAGapMayHaveGoneOnIntoIt() {
        Gap gap = afterwards(
                Kind.CANDLE,
                List.of(
                        new Decoded.Event(candle(FROM - 90 * SECOND)),
                        new Decoded.Event(candle(FROM - 30 * SECOND)),
                        new Decoded.Event(candle(TO + 30 * SECOND))));
        assertThat(gap.state()).isEqualTo(GapState.REPAIRED);
        assertThat(repaired)
                .extracting(part -> ((Decoded.Event) part).event().header().timestamp())
                .containsExactly(FROM - 90 * SECOND, FROM - 30 * SECOND);
    }

    private static Candle candle(long opened) {
        return new Candle(
                Header.venue(BTC, opened, TO),
                "1m",
                CandleSource.TRADE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                null,
                null,
                null,
                null,
                true);
    }

    @Override
    public void onRepaired(List<Decoded> decoded, RawFrame frame) {
        repaired.addAll(decoded);
    }

    @Override
    public boolean room() {
        return true;
    }

    @Override
    public void resubscribe(Kind kind, InstrumentId instrument) {}

    @Override
    public void whenDurable(Runnable action) {
        action.run();
    }

    @Override
    public void giveUp(OpenGap gap) {}
}
