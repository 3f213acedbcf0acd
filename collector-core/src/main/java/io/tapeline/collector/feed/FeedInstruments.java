package io.tapeline.collector.feed;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentCatalog;
import io.tapeline.model.instrument.InstrumentId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The instruments of one feed by the venue's symbol. Safe for use by several threads. */
public final class FeedInstruments implements InstrumentLookup {
    private final Map<String, Instrument> bySymbol = new ConcurrentHashMap<>();

    @Override
    public @Nullable Instrument find(String symbol) {
        return bySymbol.get(symbol);
    }

    /** Adds or replaces one; tells whether anything changed. */
    public boolean put(Instrument instrument) {
        return !instrument.equals(bySymbol.put(instrument.symbol(), instrument));
    }

    public Collection<Instrument> all() {
        return bySymbol.values();
    }

    /**
     * Forgets what ended long ago, see {@link InstrumentCatalog#KEEP_ENDED}.
     *
     * @return what was forgotten
     */
    public List<InstrumentId> forgetEnded(long nowMicros) {
        List<InstrumentId> forgotten = bySymbol.values().stream()
                .filter(instrument -> InstrumentCatalog.forgettable(instrument, nowMicros))
                .map(Instrument::id)
                .toList();
        forgotten.forEach(id -> bySymbol.remove(id.symbol()));
        return forgotten;
    }
}
