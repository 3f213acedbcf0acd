package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.TimePages;
import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** REST calls of linear contracts, https://bybit-exchange.github.io/docs/v5/market. */
final class BybitLinearRest implements VenueRest {
    private static final int CANDLES = 1000;
    private static final int ROWS = 200;
    private static final int TRADES = 1000;

    /** The shortest interval between payments. */
    private static final Duration FUNDING = Duration.ofHours(1);

    /** The finest sampling of past open interest. */
    private static final Duration OPEN_INTEREST = Duration.ofMinutes(5);

    /** Of every contract; the premium index exists for perpetuals alone. */
    private static final List<String> PRICE_CANDLES = List.of("mark-price-kline", "index-price-kline");

    private final BybitSettings settings;
    private final BybitCalls calls;

    BybitLinearRest(BybitSettings settings) {
        this.settings = settings;
        this.calls = new BybitCalls(settings, BybitCategory.LINEAR);
    }

    @Override
    public List<RestBudget> budgets() {
        return List.of(new RestBudget(BybitCalls.BUDGET, 600, Duration.ofSeconds(5), null));
    }

    @Override
    public RefusalRules refusals() {
        return new BybitRefusals();
    }

    @Override
    public List<URI> mirrors(URI uri) {
        String address = uri.toString();
        return settings.mirror().isEmpty() || !address.startsWith(settings.rest())
                ? List.of()
                : List.of(URI.create(
                        settings.mirror() + address.substring(settings.rest().length())));
    }

    /** Without a status only what trades is listed; what was closed tells when known contracts ended. */
    @Override
    public List<RestCall> instruments() {
        return List.of(calls.listing("limit", 1000), calls.listing("limit", 1000, "status", "Closed"));
    }

    @Override
    public Optional<RestCall> time() {
        return Optional.of(calls.poll("time"));
    }

    /** Reads {@code {"result":{"timeSecond":"1688639403","timeNano":"1688639403423213947"}}}. */
    @Override
    public long serverTime(byte[] body) {
        return EpochTime.nanos("timeNano", JsonReader.read(body).get("result").integer("timeNano"));
    }

    /** The newest 1000 trades, whenever the hole was; candles of every configured interval; settled funding. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return switch (kind) {
            case TRADE -> List.of(calls.past(Origin.REPAIR, "recent-trade", instrument, "limit", TRADES));
            case CANDLE -> candles("kline", Origin.REPAIR, instrument, hole.from(), hole.to());
            case FUNDING_RATE -> funding(Origin.REPAIR, instrument, hole.from(), hole.to());
            default -> List.of();
        };
    }

    @Override
    public boolean repairsNewestOnly(Kind kind) {
        return kind == Kind.TRADE;
    }

    /** Candles of trades, mark, index and premium; settled funding; open interest every 5 minutes. */
    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return switch (kind) {
            case CANDLE -> everyCandle(instrument, from, to);
            case FUNDING_RATE -> funding(Origin.BACKFILL, instrument, from, to);
            case OPEN_INTEREST -> openInterest(instrument, from, to);
            default -> List.of();
        };
    }

    private List<RestCall> everyCandle(InstrumentId instrument, long from, long to) {
        List<RestCall> pages = new ArrayList<>(candles("kline", Origin.BACKFILL, instrument, from, to));
        PRICE_CANDLES.forEach(path -> pages.addAll(candles(path, Origin.BACKFILL, instrument, from, to)));
        if (instrument.market() == Market.PERPETUAL) {
            pages.addAll(candles("premium-index-price-kline", Origin.BACKFILL, instrument, from, to));
        }
        return pages;
    }

    /** From the candle on that was running at the start. */
    private List<RestCall> candles(String path, Origin origin, InstrumentId instrument, long from, long to) {
        List<RestCall> pages = new ArrayList<>();
        for (BybitInterval interval : settings.intervals()) {
            long first = Math.max(0, from - interval.longest().toMillis() * 1_000 + 1);
            pages.addAll(TimePages.of(
                    first,
                    to,
                    interval.length(),
                    CANDLES,
                    (start, end) -> calls.past(
                            origin,
                            path,
                            instrument,
                            "interval",
                            interval.wireName(),
                            "start",
                            start,
                            "end",
                            end - 1,
                            "limit",
                            CANDLES)));
        }
        return pages;
    }

    private List<RestCall> funding(Origin origin, InstrumentId instrument, long from, long to) {
        return instrument.market() != Market.PERPETUAL
                ? List.of()
                : TimePages.of(
                        from,
                        to,
                        FUNDING,
                        ROWS,
                        (start, end) -> calls.past(
                                origin,
                                "funding/history",
                                instrument,
                                "startTime",
                                start,
                                "endTime",
                                end - 1,
                                "limit",
                                ROWS));
    }

    private List<RestCall> openInterest(InstrumentId instrument, long from, long to) {
        return TimePages.of(
                from,
                to,
                OPEN_INTEREST,
                ROWS,
                (start, end) -> calls.past(
                        Origin.BACKFILL,
                        "open-interest",
                        instrument,
                        "intervalTime",
                        "5min",
                        "startTime",
                        start,
                        "endTime",
                        end - 1,
                        "limit",
                        ROWS));
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        return new BybitPolls(settings, calls).of(instruments, kinds);
    }
}
