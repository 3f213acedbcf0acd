package io.tapeline.model.event;

import io.tapeline.model.instrument.Instrument;

/**
 * An instrument as discovered or changed.
 */
public record InstrumentListed(Header header, Instrument instrument) implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.INSTRUMENT;
    }
}
