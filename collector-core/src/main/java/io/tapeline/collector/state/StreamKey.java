package io.tapeline.collector.state;

import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.InstrumentId;

/** A stream of events: one kind of one instrument. */
public record StreamKey(Kind kind, InstrumentId instrument) {
    public static StreamKey of(MarketEvent event) {
        return new StreamKey(event.kind(), event.instrumentId());
    }

    @Override
    public String toString() {
        return kind + " " + instrument;
    }
}
