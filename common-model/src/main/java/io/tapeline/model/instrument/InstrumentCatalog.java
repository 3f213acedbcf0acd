package io.tapeline.model.instrument;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The instruments that are known, and what a user's name for one means. Safe for use by several threads. */
public final class InstrumentCatalog {
    /** How long an ended instrument is kept. */
    public static final Duration KEEP_ENDED = Duration.ofHours(1);

    private final Map<InstrumentId, Instrument> byId = new ConcurrentHashMap<>();

    /** Adds or replaces one; tells whether anything changed. */
    public boolean put(Instrument instrument) {
        return !instrument.equals(byId.put(instrument.id(), instrument));
    }

    public Optional<Instrument> find(InstrumentId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Instrument> all() {
        return byId.values();
    }

    /**
     * What a name means: the venue's symbol, the unified symbol or the bare asset, in any case. A bare asset means its
     * live spot, perpetual and future unless a market is given.
     *
     * @param exchange limits the answer to one venue when not null
     * @param market limits the answer to one market when not null
     */
    public List<Instrument> resolve(String name, @Nullable String exchange, @Nullable Market market) {
        return candidates(exchange, market)
                .filter(i -> isNamed(i, name) || isMeant(i, name, market))
                .toList();
    }

    private static boolean isNamed(Instrument instrument, String name) {
        return instrument.symbol().equalsIgnoreCase(name) || name.equalsIgnoreCase(instrument.unifiedSymbol());
    }

    /** Whether a bare asset means it; on some venues the symbol of a market is the asset itself. */
    private static boolean isMeant(Instrument instrument, String asset, @Nullable Market market) {
        return instrument.live()
                && instrument.base().equalsIgnoreCase(asset)
                && (market != null
                        || switch (instrument.id().market()) {
                            case SPOT, PERPETUAL, FUTURE -> true;
                            case OPTION, PREDICTION, INDEX -> false;
                        });
    }

    private Stream<Instrument> candidates(@Nullable String exchange, @Nullable Market market) {
        return byId.values().stream()
                .filter(i -> exchange == null || i.id().exchange().equals(exchange))
                .filter(i -> market == null || i.id().market() == market);
    }

    /** Forgets instruments that are {@link #forgettable}. */
    public void forgetEnded(long nowMicros) {
        byId.values().removeIf(instrument -> forgettable(instrument, nowMicros));
    }

    /** Whether an instrument ended more than {@link #KEEP_ENDED} before a time in epoch microseconds. */
    public static boolean forgettable(Instrument instrument, long nowMicros) {
        Long ended = instrument.endedAt();
        return ended != null && ended < nowMicros - KEEP_ENDED.toNanos() / 1_000;
    }
}
