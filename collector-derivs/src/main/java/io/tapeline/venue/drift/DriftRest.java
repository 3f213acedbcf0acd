package io.tapeline.venue.drift;

import static io.tapeline.collector.decode.RestCalls.query;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calls to the data host. Its limits are not published and its answers are kept by a CDN for seconds to minutes: the
 * budget is what the polls need and some more.
 */
final class DriftRest implements VenueRest {
    static final String BUDGET = "velocity-data";
    private static final String BOOK_BUDGET = "velocity-dlob";
    private static final Set<Kind> OF_MARKETS = EnumSet.of(Kind.FUNDING_RATE, Kind.OPEN_INTEREST);
    private static final long MICROS = 1_000_000;
    /** Most rows of a page. */
    private static final int FILLS = 50;

    private static final int FUNDING = 750;
    private static final int CANDLES = 1_000;
    private static final int BOOK_DEPTH = 100;

    private final DriftSettings settings;
    private final RestCalls data;

    DriftRest(DriftSettings settings) {
        this.settings = settings;
        this.data = new RestCalls(settings.data().getFirst(), BUDGET);
    }

    @Override
    public List<RestBudget> budgets() {
        Duration minute = Duration.ofMinutes(1);
        return List.of(new RestBudget(BUDGET, 120, minute, null), new RestBudget(BOOK_BUDGET, 60, minute, null));
    }

    @Override
    public List<RestCall> instruments() {
        return List.of(data.listing("/stats/markets", 1));
    }

    @Override
    public List<URI> mirrors(URI uri) {
        return Stream.of(settings.data(), settings.books())
                .filter(hosts -> uri.toString().startsWith(hosts.getFirst() + "/"))
                .findFirst()
                .map(hosts -> hosts.stream()
                        .skip(1)
                        .map(host -> URI.create(
                                host + uri.toString().substring(hosts.getFirst().length())))
                        .toList())
                .orElse(List.of());
    }

    /** Where the stream is stuck the book is still had here. */
    @Override
    public Optional<RestCall> bookSnapshot(InstrumentId instrument) {
        String asked = "/l2?" + query("marketName", instrument.symbol(), "depth", BOOK_DEPTH);
        return Optional.of(new RestCalls(settings.books().getFirst(), BOOK_BUDGET).listing(asked, 1));
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<Poll> polls = new ArrayList<>();
        Set<Kind> ofMarkets = EnumSet.copyOf(OF_MARKETS);
        ofMarkets.retainAll(kinds);
        if (!ofMarkets.isEmpty() && instruments.stream().anyMatch(Instrument::live)) {
            RestCall markets = data.poll("/stats/markets", 1);
            polls.add(new Poll("markets", ofMarkets, DriftMarkets.all(), settings.marketsEvery(), now -> markets));
        }
        for (Instrument instrument : instruments) {
            if (instrument.live() && DriftMarkets.isPerpetual(instrument.symbol())) {
                ofPerpetual(instrument.id(), kinds, polls);
            } else if (instrument.live() && kinds.contains(Kind.BORROW_RATE)) {
                polls.add(loan(instrument.id()));
            }
        }
        return polls;
    }

    private void ofPerpetual(InstrumentId id, Set<Kind> kinds, List<Poll> polls) {
        if (kinds.contains(Kind.FUNDING_RATE)) {
            RestCall call = data.poll("/market/" + id.symbol() + "/fundingRates?limit=5", 1);
            polls.add(new Poll(
                    "settled_funding:" + id.symbol(), Kind.FUNDING_RATE, id, settings.settledFundingEvery(), call));
        }
    }

    private Poll loan(InstrumentId id) {
        RestCall call = data.poll("/stats/" + id.symbol() + "/rateHistory/borrow", 1);
        return new Poll("loan:" + id.symbol(), Kind.BORROW_RATE, id, settings.loansEvery(), call);
    }

    /** Fills of 31 days, candles, settled funding. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return between(kind, instrument, hole.from(), hole.to(), Priority.REPAIR, Origin.REPAIR);
    }

    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        boolean slow = kind == Kind.CANDLE || kind == Kind.FUNDING_RATE;
        return slow ? between(kind, instrument, from, to, Priority.BACKFILL, Origin.BACKFILL) : List.of();
    }

    private List<RestCall> between(Kind kind, InstrumentId id, long from, long to, Priority priority, Origin origin) {
        if (!DriftMarkets.isPerpetual(id.symbol())) {
            return List.of();
        }
        String market = "/market/" + id.symbol();
        return switch (kind) {
            case TRADE, LIQUIDATION ->
                List.of(data.get(market + "/trades?limit=" + FILLS + since(from), 1, priority, origin));
            case FUNDING_RATE ->
                List.of(data.get(market + "/fundingRates?limit=" + FUNDING + since(from), 1, priority, origin));
            case CANDLE ->
                settings.candleResolutions().stream()
                        .flatMap(resolution -> candles(market, resolution, from / MICROS, to / MICROS).stream())
                        .map(path -> data.get(path, 1, priority, origin))
                        .toList();
            default -> List.of();
        };
    }

    /** The answer goes on until it reaches back that far. */
    private static String since(long from) {
        return "#" + query(DriftPages.FROM, from / MICROS);
    }

    /** A call names the newest candle that is wanted and how many before it. */
    private static List<String> candles(String market, String resolution, long from, long to) {
        long length = DriftCandles.seconds(resolution);
        List<String> paths = new ArrayList<>();
        for (long newest = to; newest > from - length; newest -= CANDLES * length) {
            long wanted = Math.min(CANDLES, Math.ceilDiv(newest - from, length) + 1);
            paths.addFirst(market + "/candles/" + resolution + "?" + query("limit", wanted, "startTs", newest));
        }
        return paths;
    }
}
