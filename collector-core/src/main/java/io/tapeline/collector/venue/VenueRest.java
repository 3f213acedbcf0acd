package io.tapeline.collector.venue;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The REST calls of a venue. Builds them only: sending, budgets, retries and decoding are the core's. */
public interface VenueRest {

    List<RestBudget> budgets();

    /** Lists instruments: yields {@link Decoded.Listed}. */
    List<RestCall> instruments();

    /**
     * As {@link #instruments()}, where what is listed depends on the time: windows of a few minutes, asked for by name.
     *
     * @param now epoch microseconds
     */
    default List<RestCall> instruments(long now) {
        return instruments();
    }

    /** How often instruments are listed that come and go; empty: as is set for all. */
    default Optional<Duration> listsEvery() {
        return Optional.empty();
    }

    /** Facts about instruments that are read again and again, such as funding intervals. */
    default List<RestCall> terms() {
        return List.of();
    }

    /** The same call on other hosts, tried in turn while one does not answer. Empty where there is one host. */
    default List<URI> mirrors(URI uri) {
        return List.of();
    }

    /** Headers to send, credentials among them: they are neither logged nor recorded. */
    default Map<String, String> headers(RestCall call) {
        return Map.of();
    }

    /**
     * Folders whose files {@code file} calls may read. A folder is answered with a listing of the files that are new or
     * changed: {@code {"files":[{"name":..,"size":..,"modified":..}]}}; a file with its content.
     */
    default List<Path> folders() {
        return List.of();
    }

    /** How long a regular reading rests that the venue does not answer from this place; empty: as is set for all. */
    default Optional<Duration> restsWhenBlocked() {
        return Optional.empty();
    }

    /** How the venue says no. */
    default RefusalRules refusals() {
        return RefusalRules.COMMON;
    }

    /** The venue's clock, for measuring the offset; the answer is {@link #serverTime}. */
    default Optional<RestCall> time() {
        return Optional.empty();
    }

    /** The time in the answer to {@link #time}, epoch microseconds. */
    default long serverTime(byte[] body) {
        throw new UnsupportedOperationException("no clock");
    }

    /** A whole book: yields one snapshot {@link Decoded.BookUpdate}. Empty where the stream brings it. */
    default Optional<RestCall> bookSnapshot(InstrumentId instrument) {
        return Optional.empty();
    }

    /**
     * What can be fetched to fill a hole of a kind, in order; empty where the venue cannot supply it. A hole in time is
     * filled when all calls are answered. Of a hole with ids only the first call is made: what is missing after it is
     * asked for anew.
     */
    default List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return List.of();
    }

    /**
     * Whether {@link #repair} of a hole in time gets the newest events of the kind whatever is asked, so that it covers
     * only what is not older than the oldest of them.
     */
    default boolean repairsNewestOnly(Kind kind) {
        return false;
    }

    /**
     * What happened before the collector was there, oldest first, each call within the venue's page limit, priority and
     * origin {@code BACKFILL}. Empty where the venue keeps no such history.
     *
     * @param from epoch microseconds, included
     * @param to epoch microseconds, excluded
     */
    default List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return List.of();
    }

    /** As {@link #repair(Kind, InstrumentId, Hole)}, where a call needs more of an instrument than its symbol. */
    default List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole, InstrumentLookup instruments) {
        return repair(kind, instrument, hole);
    }

    /** As {@link #history(Kind, InstrumentId, long, long)}, where a call needs more of an instrument than its symbol. */
    default List<RestCall> history(
            Kind kind, InstrumentId instrument, long from, long to, InstrumentLookup instruments) {
        return history(kind, instrument, from, to);
    }

    /** Regular reading of what no stream brings. */
    default List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        return List.of();
    }

    /**
     * What is missing, both ends included; ids where the stream has consecutive ids, otherwise only times.
     *
     * @param firstId first missing id, or -1
     * @param lastId last missing id, or -1
     * @param from epoch microseconds
     * @param to epoch microseconds
     */
    record Hole(long firstId, long lastId, long from, long to) {
        public boolean hasIds() {
            return firstId >= 0;
        }
    }

    /**
     * A call that is made again and again.
     *
     * @param name for logs and metrics, such as {@code open_interest:BTCUSDT}
     * @param kinds what it brings
     * @param instrument what it is about, {@link InstrumentId#wholeFeed} where it is about many
     * @param interval from one to the next; of calls by the clock, the usual one
     * @param call to make at a time, epoch microseconds
     * @param next for calls by the clock: when the next one is due after a time, epoch microseconds both; null where it is
     *     the interval that counts
     */
    record Poll(
            String name,
            Set<Kind> kinds,
            InstrumentId instrument,
            Duration interval,
            LongFunction<RestCall> call,
            @Nullable LongUnaryOperator next) {

        /** At its interval. */
        public Poll(
                String name, Set<Kind> kinds, InstrumentId instrument, Duration interval, LongFunction<RestCall> call) {
            this(name, kinds, instrument, interval, call, null);
        }

        /** The same call every time. */
        public Poll(String name, Kind kind, InstrumentId instrument, Duration interval, RestCall call) {
            this(name, Set.of(kind), instrument, interval, now -> call);
        }
    }
}
