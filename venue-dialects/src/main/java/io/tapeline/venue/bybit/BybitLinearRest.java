package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.TimePages;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** REST calls of linear contracts: funding, open interest and prices beside what every category has. */
final class BybitLinearRest extends BybitRest {
    private static final int ROWS = 200;
    private static final int TRADES = 1000;

    /** The shortest interval between payments. */
    private static final Duration FUNDING = Duration.ofHours(1);

    /** The finest sampling of past open interest. */
    private static final Duration OPEN_INTEREST = Duration.ofMinutes(5);

    /** Of every contract; the premium index exists for perpetuals alone. */
    private static final List<String> PRICE_CANDLES = List.of("mark-price-kline", "index-price-kline");

    private final BybitSettings settings;

    BybitLinearRest(BybitSettings settings) {
        super(BybitCategory.LINEAR, settings.hosts(), settings.intervals(), TRADES);
        this.settings = settings;
    }

    /** Without a status only what trades is listed; what was closed tells when known contracts ended. */
    @Override
    public List<RestCall> instruments() {
        return List.of(calls().listing("limit", 1000), calls().listing("limit", 1000, "status", "Closed"));
    }

    /** Settled funding too. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return kind == Kind.FUNDING_RATE
                ? funding(Origin.REPAIR, instrument, hole.from(), hole.to())
                : super.repair(kind, instrument, hole);
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

    private List<RestCall> funding(Origin origin, InstrumentId instrument, long from, long to) {
        return instrument.market() != Market.PERPETUAL
                ? List.of()
                : TimePages.of(from, to, FUNDING, ROWS, (start, end) -> calls().past(
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
        return TimePages.of(from, to, OPEN_INTEREST, ROWS, (start, end) -> calls().past(
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
        return new BybitPolls(settings, calls()).of(instruments, kinds);
    }
}
