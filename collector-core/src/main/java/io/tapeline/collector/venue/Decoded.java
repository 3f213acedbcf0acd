package io.tapeline.collector.venue;

import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that a frame says. Expected failures are cases, not exceptions. */
public sealed interface Decoded {

    /** A market event as the venue sent it; derived fields are null and filled by the core. */
    record Event(MarketEvent event) implements Decoded {}

    /**
     * A change of a book or a whole book, with everything its sequencer needs.
     *
     * @param snapshot true replaces the book
     * @param firstSequence first update id the change covers; equals {@code lastSequence} where the venue sends one id
     * @param lastSequence id of the state it leads to; null when the venue numbers nothing
     * @param previousSequence id of the state it applies to, where the venue says
     * @param checksum the venue's checksum over the resulting book, where it sends one
     * @param top best prices of the resulting book, where the venue says them
     */
    record BookUpdate(
            Header header,
            boolean snapshot,
            Levels bids,
            Levels asks,
            SizeUnit sizeUnit,
            @Nullable Long firstSequence,
            @Nullable Long lastSequence,
            @Nullable Long previousSequence,
            @Nullable Long checksum,
            @Nullable Top top)
            implements Decoded {

        /** One of a venue that does not say the best prices beside. */
        public BookUpdate(
                Header header,
                boolean snapshot,
                Levels bids,
                Levels asks,
                SizeUnit sizeUnit,
                @Nullable Long firstSequence,
                @Nullable Long lastSequence,
                @Nullable Long previousSequence,
                @Nullable Long checksum) {
            this(header, snapshot, bids, asks, sizeUnit, firstSequence, lastSequence, previousSequence, checksum, null);
        }
    }

    /** The best prices of a book; null: that side is empty. */
    record Top(@Nullable BigDecimal bid, @Nullable BigDecimal ask) {}

    /** A book begins anew: what is known of it counts for nothing until its next snapshot, which is fetched. */
    record BookRestart(Header header, String reason) implements Decoded {}

    /**
     * Members of a ticker that changed, or all of them. Events are made of the merged state: a kind only when one of its
     * members is in the change.
     *
     * @param snapshot true replaces what was known of the instrument
     */
    record TickerChange(Header header, boolean snapshot, Ticker values) implements Decoded {}

    /**
     * A change of the best bid and ask, or both of them. On each side absolute sizes as in a book of one level: 0 takes a
     * price away, any other size is that of the new best price. Quotes are made of the merged state.
     *
     * @param snapshot true replaces what was known of the instrument
     */
    record QuoteChange(
            Header header,
            boolean snapshot,
            Levels bids,
            Levels asks,
            SizeUnit sizeUnit,
            @Nullable Long sequence) implements Decoded {}

    /** An instrument of a listing. */
    record Listed(Instrument instrument) implements Decoded {}

    /** Hours between funding payments of an instrument; an instrument never named has the venue's default. */
    record FundingTerms(InstrumentId instrument, BigDecimal intervalHours) implements Decoded {}

    /**
     * A request was accepted.
     *
     * @param requestId as in {@link SubscribeRequest}
     */
    record Acknowledged(String requestId) implements Decoded {}

    /**
     * Streams were accepted one by one.
     *
     * @param requestId where the venue answers a request with what it accepts of it: its other streams are refused; null
     *     where every stream has an answer of its own
     * @param streams names as in {@link VenueStream#name}
     */
    record Accepted(@Nullable String requestId, Set<String> streams) implements Decoded {}

    /**
     * One stream was refused, whatever request asked for it.
     *
     * @param stream name as in {@link VenueStream#name}
     */
    record RejectedStream(String stream, String reason) implements Decoded {}

    /**
     * A request was refused, or the venue complains.
     *
     * @param requestId null when the venue does not say which
     */
    record Rejected(@Nullable String requestId, String reason) implements Decoded {}

    /**
     * Where the venue counts the frames of a connection: each number comes once, in order but for a short while, and one
     * that stays away is a lost frame, whatever stream it belonged to.
     */
    record FrameNumber(long number) implements Decoded {}

    /**
     * The venue says which trade of an instrument is its newest, beside the trades themselves: that one, and what lies
     * between it and the last that came, is lost unless it comes soon. For trades with consecutive numbers.
     *
     * @param number as {@link Continuity#number} has it
     */
    record NewestTrade(InstrumentId instrument, long number) implements Decoded {}

    /**
     * A change of a book, or a whole one, that cannot be read: what was known of the book is wrong from here on.
     *
     * @param reason as of {@link Malformed}
     */
    record BookLost(InstrumentId instrument, String reason) implements Decoded {}

    /**
     * The answer goes on in that of another call, such as the next page. Without it the answer is incomplete, and so good
     * for nothing.
     */
    record Continued(RestCall next) implements Decoded {}

    /**
     * The answer names another that belongs to it: a file of a listing, what an asset cost at that time. The answer stands
     * without it, and so do others that it names.
     */
    record Referred(RestCall call) implements Decoded {}

    /**
     * What an asset cost elsewhere at an instant, for comparison; no event of this venue.
     *
     * @param asset such as {@code BTC}
     * @param time epoch microseconds, the very instant that is compared with
     * @param price in USD
     */
    record ReferencePrice(String asset, long time, BigDecimal price) implements Decoded {}

    /** Sign of life without data. */
    record Heartbeat() implements Decoded {}

    /** The venue expects this text back. */
    record Reply(String text) implements Decoded {}

    /** The venue will cut the connection soon: replace it now. */
    record Closing(String reason) implements Decoded {}

    /** Understood and of no interest. */
    record Ignored(String reason) implements Decoded {}

    /** A well-formed message of a kind that is not known. */
    record Unknown(String reason) implements Decoded {}

    /** Not what the venue documents; the reason names the field. */
    record Malformed(String reason) implements Decoded {}
}
