package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.CandleLengths;
import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Candles of the oracle price of a token, filed under the market that was asked for: {@code [opened, open, high, low,
 * close]}, opened in seconds, newest first, no volume. Given oldest first, so that one reading makes up for others that
 * failed.
 */
final class GmxCandles {
    /** What the question says: the market, and in epoch seconds what is wanted of the answer, which has no beginning. */
    static final String MARKET = "market";

    static final String FROM = "from";
    static final String TO = "to";

    static final Map<String, Duration> PERIODS = CandleLengths.of("1m", "5m", "15m", "1h", "4h", "1d");

    private GmxCandles() {}

    /** How long a candle of a configured period is. */
    static long seconds(String period) {
        return Objects.requireNonNull(PERIODS.get(period)).toSeconds();
    }

    static List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        RequestAddress asked = RequestAddress.of(frame.url());
        String market = asked.optional(MARKET);
        if (market == null) {
            return List.of(new Decoded.Ignored("candles of a token, no market was asked for"));
        }
        String interval = interval(answer, asked);
        return JsonDecoder.rows(
                answer.get("candles").elements().reversed(),
                row -> candle(
                        row,
                        Header.venue(GmxMarkets.perpetual(market), opened(row), frame.received()),
                        interval,
                        asked));
    }

    private static String interval(JsonValue answer, RequestAddress asked) {
        String interval = answer.textOr("period", "");
        interval = interval.isEmpty() ? asked.parameter("period") : interval;
        if (!PERIODS.containsKey(interval)) {
            throw new BadMember("period", "expected one of " + PERIODS.keySet() + ", got '" + interval + "'");
        }
        return interval;
    }

    private static long opened(JsonValue row) {
        return EpochTime.seconds("candles", row.at(0).decimal());
    }

    private static List<Decoded> candle(JsonValue row, Header header, String interval, RequestAddress asked) {
        long seconds = header.timestamp() / 1_000_000;
        if (seconds < bound(asked.optional(FROM), Long.MIN_VALUE)
                || seconds >= bound(asked.optional(TO), Long.MAX_VALUE)) {
            return List.of();
        }
        long length = seconds(interval) * 1_000_000;
        return List.of(new Decoded.Event(new Candle(
                header,
                interval,
                CandleSource.INDEX,
                row.at(1).decimal(),
                row.at(2).decimal(),
                row.at(3).decimal(),
                row.at(4).decimal(),
                null,
                null,
                null,
                null,
                header.timestamp() + length <= header.receivedAt())));
    }

    private static long bound(@Nullable String asked, long otherwise) {
        return asked == null ? otherwise : Long.parseLong(asked);
    }
}
