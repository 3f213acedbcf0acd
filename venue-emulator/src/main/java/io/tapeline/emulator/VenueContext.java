package io.tapeline.emulator;

import io.tapeline.emulator.fault.Faults;
import io.tapeline.emulator.ledger.Ledger;
import io.tapeline.emulator.server.Engine;
import io.tapeline.emulator.stream.StreamHub;
import java.util.function.LongFunction;

/** What the core gives to a venue. */
public record VenueContext(EmulatorSettings settings, Engine engine, Ledger ledger, Faults faults) {
    /** The venue's present, wrong by as much as a fault says, epoch milliseconds. */
    public long now(String prefix) {
        return engine.now() + faults.clockOffset(prefix);
    }

    /** A place for the streams of one prefix. */
    public StreamHub hub(String prefix) {
        return hub(prefix, VenueContext::somethingNew);
    }

    /** The same; {@code unknownEvent} is what the fault of that name sends, at a time. */
    public StreamHub hub(String prefix, LongFunction<String> unknownEvent) {
        return new StreamHub(prefix, engine, faults, unknownEvent);
    }

    private static String somethingNew(long time) {
        return "{\"e\":\"somethingNew\",\"E\":" + time + ",\"x\":[1,{\"y\":null}]}";
    }
}
