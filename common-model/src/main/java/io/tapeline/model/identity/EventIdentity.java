package io.tapeline.model.identity;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.*;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Two events with equal identity are the same event, whether received live, repaired, replayed or backfilled.
 *
 * @param keyTime the event's time, epoch microseconds, truncated to the coarsest precision of the venue's channels
 * @param venueKey the venue's id when it is a number below 10^18, else the first 64 bits of the SHA-256 of what
 *     identifies the event: its id, or its content as the venue sent it
 */
public record EventIdentity(Kind kind, InstrumentId instrument, long keyTime, long venueKey) {
    private static final char SEPARATOR = '\u001f';

    public static EventIdentity of(MarketEvent event) {
        Header header = event.header();
        return new EventIdentity(
                event.kind(),
                header.instrument(),
                KeyTimes.truncate(header.instrument().exchange(), event.kind(), header.timestamp()),
                key(venueId(event)));
    }

    /**
     * What the venue knows an event by, as text: its id, or where it sends none the content it sent and n. Derived
     * fields have no part in it, since they may differ between two receptions of one event.
     */
    public static String venueId(MarketEvent event) {
        int n = event.header().n();
        return switch (event) {
            case Trade e -> e.tradeId() != null ? e.tradeId() : content(n, e.side(), e.price(), e.size());
            case Liquidation e -> e.tradeId() != null ? e.tradeId() : content(n, e.side(), e.price(), e.size());
            case LargeTrade e ->
                e.tradeId() != null ? e.tradeId() : content(n, e.side(), e.price(), e.size(), e.isLiquidation());
            case Book e ->
                e.sequence() != null
                        ? content(n, e.sequence(), e.snapshot())
                        : content(n, e.snapshot(), e.bids(), e.asks());
            case Orderbook e -> e.sequence() != null ? content(n, e.sequence()) : content(n, e.bids(), e.asks());
            case DepthMetrics e -> e.interval();
            case Quote e ->
                e.sequence() != null
                        ? e.sequence().toString()
                        : content(n, e.bidPrice(), e.bidSize(), e.askPrice(), e.askSize());
            case MarkPrice e -> content(n, e.markPrice(), e.indexPrice(), e.lastPrice());
            case FundingRate e -> fundingRate(e, n);
            case OpenInterest e -> content(n, e.openInterest());
            case Candle e -> content(0, e.interval(), e.source());
            case LongShortRatio e -> content(0, e.ratioType(), e.period());
            case VolatilityIndex e -> content(n, e.value());
            case Settlement e -> e.tradeDate();
            case OptionSummary e -> content(n, e.markPrice(), e.markIv(), e.openInterest());
            case BorrowRate e -> e.side();
            case InstrumentListed e -> content(0, e.instrument());
            case FeedStatus e -> content(n, e.feed(), e.connection(), e.stream(), e.state(), e.reason());
            case Gap e -> content(0, e.gapId(), e.state());
            case Watermark e -> content(0, e.stream(), e.from(), e.to());
            case Alert e -> content(0, e.rule(), e.state());
            case Feature e -> content(0, e.name(), e.interval());
            case Decision e -> content(0, e.strategy(), e.action());
        };
    }

    /** One venue may predict the rates of several others for the same moment. */
    private static String fundingRate(FundingRate e, int n) {
        Object rateType = e.metadata().get("rate_type");
        Object venue = e.metadata().get("venue");
        return venue == null ? content(n, e.status(), rateType) : content(n, e.status(), rateType, venue);
    }

    private static String content(int n, @Nullable Object... parts) {
        StringJoiner joined = new StringJoiner(String.valueOf(SEPARATOR));
        for (Object part : parts) {
            joined.add(part instanceof BigDecimal number ? Decimals.canonical(number) : Objects.toString(part, ""));
        }
        return joined.add(Integer.toString(n)).toString();
    }

    /** The 64-bit form of an id; see {@link EventIdentity}. */
    static long key(String venueId) {
        return isPlainNumber(venueId) ? Long.parseLong(venueId) : hash(venueId);
    }

    /** Whether an id is a number that its 64-bit form holds exactly, so that the text need not be kept. */
    public static boolean isPlainNumber(String id) {
        int length = id.length();
        if (length == 0 || length > 18 || (length > 1 && id.charAt(0) == '0')) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
