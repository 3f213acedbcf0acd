package io.tapeline.model.event;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kinds of events; the wire name is the lower-case constant name and the first word of the routing key. */
public enum Kind {
    TRADE(Trade.class),
    BOOK(Book.class),
    ORDERBOOK(Orderbook.class),
    DEPTH_METRICS(DepthMetrics.class),
    QUOTE(Quote.class),
    MARK_PRICE(MarkPrice.class),
    FUNDING_RATE(FundingRate.class),
    OPEN_INTEREST(OpenInterest.class),
    LIQUIDATION(Liquidation.class),
    CANDLE(Candle.class),
    LONG_SHORT_RATIO(LongShortRatio.class),
    VOLATILITY_INDEX(VolatilityIndex.class),
    SETTLEMENT(Settlement.class),
    OPTION_SUMMARY(OptionSummary.class),
    BORROW_RATE(BorrowRate.class),
    LARGE_TRADES(LargeTrade.class),
    INSTRUMENT(InstrumentListed.class),
    FEED_STATUS(FeedStatus.class),
    GAP(Gap.class),
    WATERMARK(Watermark.class),
    ALERT(Alert.class),
    FEATURE(Feature.class),
    DECISION(Decision.class);

    private static final Map<String, Kind> BY_WIRE_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Kind::wireName, Function.identity()));

    private final Class<? extends MarketEvent> type;
    private final String wireName = name().toLowerCase(Locale.ROOT);

    Kind(Class<? extends MarketEvent> type) {
        this.type = type;
    }

    /** The record that carries this kind. */
    public Class<? extends MarketEvent> type() {
        return type;
    }

    /** The name in JSON, routing keys and configuration, such as {@code funding_rate}. */
    public String wireName() {
        return wireName;
    }

    /** The kind with that wire name, or null. */
    public static @Nullable Kind ofWireName(String wireName) {
        return BY_WIRE_NAME.get(wireName);
    }

    /** Whether the kind is computed by Tapeline from other events rather than received. */
    public boolean derived() {
        return switch (this) {
            case ORDERBOOK, DEPTH_METRICS, LARGE_TRADES, FEED_STATUS, GAP, WATERMARK, ALERT, FEATURE, DECISION -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return wireName;
    }
}
