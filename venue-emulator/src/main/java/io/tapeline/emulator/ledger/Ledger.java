package io.tapeline.emulator.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/**
 * What was produced, sent and answered. Events lost, delayed or garbled by a fault are here as they were produced, and
 * what a client was really given stands beside them.
 */
public final class Ledger {
    private final BoundedLog<Produced> produced;
    private final BoundedLog<Sent> sent;
    private final BoundedLog<Answered> answered;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private long numbers;

    public Ledger(LedgerBounds bounds) {
        produced = new BoundedLog<>(bounds.produced());
        sent = new BoundedLog<>(bounds.sent());
        answered = new BoundedLog<>(bounds.answered());
    }

    /** Writes down an event; {@code facts} is JSON. */
    public synchronized void produced(String prefix, String symbol, String kind, long time, long id, String facts) {
        produced.add(new Produced(++numbers, prefix, symbol, kind, time, id, facts));
        count("produced", prefix, kind);
    }

    public void sent(Sent frame) {
        sent.add(frame);
        count("sent", frame.prefix(), channel(frame.stream()));
    }

    public void answered(Answered answer) {
        answered.add(answer);
        count("answered", answer.prefix(), Integer.toString(answer.status()));
    }

    /** Everything remembered of a kind and symbol, in the order it was produced. */
    public List<Produced> produced(String prefix, String symbol, String kind) {
        return produced.all(entry -> entry.prefix().equals(prefix)
                && entry.symbol().equals(symbol)
                && entry.kind().equals(kind));
    }

    /** At most {@code limit} events that are wanted, in the order they were produced. */
    public List<Produced> produced(Predicate<Produced> wanted, int limit) {
        return produced.first(wanted, limit);
    }

    /** Frames sent, in order. */
    public List<Sent> sent(Predicate<Sent> wanted) {
        return sent.all(wanted);
    }

    /** At most {@code limit} frames that are wanted. */
    public List<Sent> sent(Predicate<Sent> wanted, int limit) {
        return sent.first(wanted, limit);
    }

    public List<Answered> answered(Predicate<Answered> wanted) {
        return answered.all(wanted);
    }

    /** Counts since the start, forgotten entries included, such as {@code produced.binance-spot.trade}. */
    public Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((name, adder) -> all.put(name, adder.sum()));
        all.put("forgotten.produced", produced.dropped());
        all.put("forgotten.sent", sent.dropped());
        all.put("forgotten.answered", answered.dropped());
        return all;
    }

    private void count(String what, String prefix, String kind) {
        counts.computeIfAbsent(what + '.' + prefix + '.' + kind, name -> new LongAdder())
                .increment();
    }

    private static String channel(String stream) {
        return stream.isEmpty() ? "control" : stream.substring(stream.indexOf('@') + 1);
    }
}
