package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * REST calls of Kraken's spot exchange. The venue allows about one call a second, for trades and candles one a second and
 * pair; both are counted here for all pairs together, so that no pair can have more.
 */
final class KrakenRest implements VenueRest {
    private static final String GENERAL = "kraken";
    private static final String BY_PAIR = "kraken-pair";
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final int CALLS = 5;

    /** What came before a hole is dated by the venue, on whose clock the question must begin early enough. */
    private static final long MARGIN_MICROS = 2_000_000;

    /** A call and the pages after it bring at most 500 000 trades. */
    private static final long HISTORY_MICROS = Duration.ofHours(6).toNanos() / 1_000;

    /** The newest candles, whatever is asked for; the one that runs is not counted. */
    private static final int CANDLES = 720;

    private final KrakenSettings settings;
    private final RestCalls general;
    private final RestCalls byPair;

    KrakenRest(KrakenSettings settings) {
        this.settings = settings;
        this.general = new RestCalls(settings.rest(), GENERAL);
        this.byPair = general.drawing(BY_PAIR);
    }

    KrakenTradePages tradePages() {
        return new KrakenTradePages(byPair);
    }

    @Override
    public List<RestBudget> budgets() {
        return List.of(new RestBudget(GENERAL, CALLS, WINDOW, null), new RestBudget(BY_PAIR, CALLS, WINDOW, null));
    }

    @Override
    public RefusalRules refusals() {
        return new KrakenRefusals();
    }

    @Override
    public List<RestCall> instruments() {
        return List.of(general.listing("/0/public/AssetPairs", 1));
    }

    @Override
    public Optional<RestCall> time() {
        return Optional.of(general.poll("/0/public/Time", 1));
    }

    @Override
    public long serverTime(byte[] body) {
        return JsonReader.read(body).get("result").seconds("unixtime");
    }

    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return switch (kind) {
            case TRADE -> List.of(missed(pair(instrument), hole));
            case CANDLE -> candles(pair(instrument), hole);
            default -> List.of();
        };
    }

    private static KrakenPair pair(InstrumentId instrument) {
        return KrakenPair.ofSlashed("symbol", instrument.symbol());
    }

    private RestCall missed(KrakenPair pair, Hole hole) {
        long since = Math.max(0, hole.from() - MARGIN_MICROS) * 1_000;
        return hole.hasIds()
                ? tradePages().untilId(pair, since, hole.lastId())
                : tradePages().untilTime(pair, since, hole.to() + MARGIN_MICROS, Origin.REPAIR);
    }

    /** Each interval from the candle that was open at the start. What is longer than the venue reaches back is lost. */
    private List<RestCall> candles(KrakenPair pair, Hole hole) {
        List<RestCall> calls = new ArrayList<>();
        for (String name : settings.candleIntervals()) {
            KrakenInterval interval = KrakenInterval.named(name);
            long length = interval.length().toNanos() / 1_000;
            if (hole.to() - hole.from() > (CANDLES - 2) * length) {
                return List.of();
            }
            long since = Math.max(0, hole.from() - 2 * length) / 1_000_000;
            calls.add(byPair.repair(candles(pair, interval, since), 1));
        }
        return calls;
    }

    private static String candles(KrakenPair pair, KrakenInterval interval, long sinceSeconds) {
        return "/0/public/OHLC?"
                + RestCalls.query("pair", pair.rest(), "interval", interval.minutes(), "since", sinceSeconds) + "#"
                + RestCalls.query(KrakenAnswers.SYMBOL, pair.symbol());
    }

    /** Trades of any time; candles reach back no further than their newest 720, whatever is asked. */
    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        if (kind != Kind.TRADE) {
            return List.of();
        }
        KrakenPair pair = pair(instrument);
        List<RestCall> calls = new ArrayList<>();
        for (long start = from; start < to; start += HISTORY_MICROS) {
            long end = Math.min(to, start + HISTORY_MICROS);
            calls.add(tradePages().untilTime(pair, (start - 1) * 1_000, end, Origin.BACKFILL));
        }
        return calls;
    }
}
