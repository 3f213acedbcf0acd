package io.tapeline.collector.venue;

import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A feed of a venue: who it is, what it offers, its limits, and the parts that speak its dialect. Keeps no state. */
public interface Venue {

    /** The unit of configuration and status, such as {@code binance-futures}. */
    String feed();

    /** The venue, such as {@code binance}. */
    String exchange();

    /** The market that events about the whole feed are filed under. */
    Market primaryMarket();

    /** The markets its instruments trade on. */
    default Set<Market> markets() {
        return Set.of(primaryMarket());
    }

    /** Kinds it can collect. */
    Set<Kind> kinds();

    /** Kinds people would expect and it does not have, each with the reason. */
    default Map<Kind, String> unsupported() {
        return Map.of();
    }

    /** What can be checked of a kind. */
    Continuity continuity(Kind kind);

    VenueLimits limits();

    VenueSubscriptions subscriptions();

    VenueDecoder decoder();

    /** Empty where it has no books. */
    Optional<BookSequencer> books();

    VenueRest rest();

    /** Whether streams also tell of instruments that nobody asked for and no listing names. */
    default boolean tellsOfOthers() {
        return false;
    }

    /** Whether the first message of an instrument's trades on a connection has, unmarked, those from before it. */
    default boolean tradesBeginInThePast() {
        return false;
    }

    /**
     * Where candles do not say that they are closed: how long after the next one began one may still change. It is
     * published once more, closed, with the first candle of its series that comes after that. Empty where they say it.
     */
    default Optional<Duration> candlesSettleWithin() {
        return Optional.empty();
    }

    /** Hours between funding payments of an instrument nothing is known about; empty where there is no default. */
    default Optional<BigDecimal> defaultFundingIntervalHours(InstrumentId instrument) {
        return Optional.empty();
    }
}
