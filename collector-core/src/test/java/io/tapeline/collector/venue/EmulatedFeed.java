package io.tapeline.collector.venue;

import io.tapeline.model.instrument.InstrumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed whose venue is emulated: what {@link VenueSessionCompatibilityKit} needs to know and to order. */
public interface EmulatedFeed extends AutoCloseable {

    /** A trade as the emulator has it in its ledger, in the venue's digits. @param time epoch milliseconds */
    record Trade(String id, String side, String price, String size, long time) {}

    /** A REST request that was answered. @param time epoch milliseconds */
    record Request(String target, int status, long time) {}

    /**
     * A fault.
     *
     * @param kind by the emulator's name, such as {@code SKIP}
     * @param stream name of a stream, null for all
     * @param path beginning of a REST path, null for all
     * @param times how often, null for until {@link #endFaults}
     */
    record Order(
            String kind,
            @Nullable String stream,
            @Nullable String path,
            @Nullable Integer times,
            @Nullable Long millis,
            @Nullable Long amount,
            @Nullable Integer status) {

        public static Order of(String kind) {
            return new Order(kind, null, null, null, null, null, null);
        }

        public Order stream(VenueStream value) {
            return new Order(kind, value.name(), path, times, millis, amount, status);
        }

        public Order times(int value) {
            return new Order(kind, stream, path, value, millis, amount, status);
        }

        public Order millis(long value) {
            return new Order(kind, stream, path, times, value, amount, status);
        }

        public Order amount(long value) {
            return new Order(kind, stream, path, times, millis, value, status);
        }

        public Order status(int value) {
            return new Order(kind, stream, path, times, millis, amount, value);
        }
    }

    /** The venue's adapter, pointed at the emulator. */
    Venue venue();

    /** Base assets that are listed, two at least. */
    List<String> assets();

    void order(Order order);

    void endFaults();

    /** Every trade produced so far, in order. */
    List<Trade> trades(InstrumentId instrument);

    List<Request> requests();

    /** Whether the venue tells of its maintenance before it cuts connections. */
    boolean announcesItsEnd();

    @Override
    void close();
}
