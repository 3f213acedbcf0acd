package io.tapeline.collector.venue;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.GapState;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the venue's ledger has, from the first trade published on, is what was published, digit for digit, each once; where
 * the venue does not keep what was missed, that is inside of gaps.
 */
final class TradeAgreement {
    private final VenueTrial trial;

    TradeAgreement(VenueTrial trial) {
        this.trial = trial;
    }

    void publishedOnce(InstrumentId instrument) {
        holds(instrument, this::told);
    }

    /** Trades as they came: what a process fetches again of the last seconds before it is stored once all the same. */
    void storedOnce(InstrumentId instrument) {
        holds(instrument, trial.traits().repeatsAfterARestart() ? this::toldOnce : this::told);
    }

    private void holds(InstrumentId instrument, BiFunction<InstrumentId, List<EmulatedFeed.Trade>, List<String>> told) {
        List<EmulatedFeed.Trade> due = due(instrument);
        if (trial.end(Kind.TRADE) == GapState.REPAIRED) {
            until(
                    "every trade of " + instrument,
                    () -> told.apply(instrument, due).size() >= due.size());
            assertThat(told.apply(instrument, due)).containsExactlyInAnyOrderElementsOf(digits(due));
        } else {
            List<String> came = told.apply(instrument, due);
            assertThat(came).doesNotHaveDuplicates().isSubsetOf(digits(due));
            due.stream().filter(trade -> !came.contains(digits(trade))).forEach(trade -> isInAGap(instrument, trade));
        }
    }

    /** Waits for the newest trade; answers what was produced from the first published one up to it. */
    private List<EmulatedFeed.Trade> due(InstrumentId instrument) {
        List<EmulatedFeed.Trade> produced = trial.emulated().trades(instrument);
        EmulatedFeed.Trade newest = produced.getLast();
        until("trade " + newest.id(), () -> ids(instrument).contains(newest.id()));
        int first = IntStream.range(0, produced.size())
                .filter(i -> ids(instrument).contains(produced.get(i).id()))
                .findFirst()
                .orElseThrow();
        return produced.subList(first, produced.size());
    }

    private void isInAGap(InstrumentId instrument, EmulatedFeed.Trade missed) {
        assertThat(trial.feed().gaps(0, Kind.TRADE, instrument))
                .as("a gap for %s", missed)
                .anyMatch(gap -> missed.time() * 1_000 >= gap.from() - 1_000_000 && missed.time() * 1_000 <= gap.to());
    }

    private Set<String> ids(InstrumentId instrument) {
        return trial.feed().of(Trade.class, instrument).stream()
                .map(Trade::tradeId)
                .collect(Collectors.toSet());
    }

    private List<String> toldOnce(InstrumentId instrument, List<EmulatedFeed.Trade> due) {
        return told(instrument, due).stream().distinct().toList();
    }

    /** The published ones among those that are due. */
    private List<String> told(InstrumentId instrument, List<EmulatedFeed.Trade> due) {
        Set<String> wanted = due.stream().map(EmulatedFeed.Trade::id).collect(Collectors.toSet());
        List<Trade> came = trial.feed().of(Trade.class, instrument).stream()
                .filter(trade -> wanted.contains(trade.tradeId()))
                .toList();
        List<String> told = new ArrayList<>();
        came.stream()
                .filter(trade -> trial.numbered() || trade.header().origin() == Origin.LIVE)
                .forEach(trade -> told.add(digits(trade)));
        // Where nothing tells what of a history was there before, it is told again, and stored once.
        came.stream()
                .map(TradeAgreement::digits)
                .filter(trade -> !told.contains(trade))
                .distinct()
                .toList()
                .forEach(told::add);
        return told;
    }

    private static String digits(Trade trade) {
        return digits(new EmulatedFeed.Trade(
                trade.tradeId(),
                trade.side().name().toLowerCase(Locale.ROOT),
                trade.price().toPlainString(),
                trade.size().toPlainString(),
                0));
    }

    private static List<String> digits(List<EmulatedFeed.Trade> trades) {
        return trades.stream().map(TradeAgreement::digits).toList();
    }

    private static String digits(EmulatedFeed.Trade trade) {
        return trade.id() + " " + trade.side() + " " + trade.price() + " " + trade.size();
    }
}
