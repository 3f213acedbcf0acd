package io.tapeline.venue.okx;

import io.tapeline.collector.decode.JsonReader;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** REST calls; endpoints and their limits of https://www.okx.com/docs-v5/en (2026-07-28). */
final class OkxRest implements VenueRest {
    private static final int TRADES = 100;

    private static final List<OkxEndpoint> RATIOS = List.of(
            OkxEndpoint.ACCOUNTS, OkxEndpoint.TOP_ACCOUNTS, OkxEndpoint.TOP_POSITIONS, OkxEndpoint.TAKER_VOLUME);

    private final OkxSettings settings;
    private final String root;

    OkxRest(OkxSettings settings) {
        this.settings = settings;
        this.root = settings.rest();
    }

    @Override
    public List<RestBudget> budgets() {
        return OkxEndpoint.budgets();
    }

    @Override
    public List<RestCall> instruments() {
        return Stream.of("SPOT", "SWAP", "FUTURES")
                .map(type -> OkxEndpoint.INSTRUMENTS.at(root).listing(OkxEndpoint.query("instType", type), 1))
                .toList();
    }

    /** How often every instrument pays funding. */
    @Override
    public List<RestCall> terms() {
        return List.of(OkxEndpoint.FUNDING_RATE.at(root).listing(OkxEndpoint.query("instId", "ANY"), 1));
    }

    @Override
    public List<URI> mirrors(URI uri) {
        String call = uri.toString().substring(root.length());
        return settings.mirrors().stream()
                .map(mirror -> URI.create(mirror + call))
                .toList();
    }

    @Override
    public RefusalRules refusals() {
        return OkxRefusals.RULES;
    }

    @Override
    public Optional<RestCall> time() {
        return Optional.of(OkxEndpoint.TIME.at(root).poll("", 1));
    }

    @Override
    public long serverTime(byte[] body) {
        return JsonReader.read(body).get("data").at(0).millis("ts");
    }

    /** Trades by id, candles and settled funding by time; open interest as the venue keeps it, every few minutes. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        if (kind == Kind.TRADE) {
            return hole.hasIds() ? List.of(trades(instrument, hole)) : List.of();
        }
        return slow(kind, instrument, new OkxPages(root, Origin.REPAIR, hole.from() / 1_000, hole.to() / 1_000 + 1));
    }

    /** The lowest missing ids: {@code after} is the id above the page. */
    private RestCall trades(InstrumentId instrument, Hole hole) {
        long last = Math.min(hole.lastId(), hole.firstId() + TRADES - 1);
        String query = OkxEndpoint.query(
                "instId", instrument.symbol(), "type", 1, "after", last + 1, "limit", last - hole.firstId() + 1);
        return OkxEndpoint.HISTORY_TRADES.at(root).repair(query, 1);
    }

    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return slow(kind, instrument, new OkxPages(root, Origin.BACKFILL, from / 1_000, Math.ceilDiv(to, 1_000)));
    }

    private List<RestCall> slow(Kind kind, InstrumentId instrument, OkxPages pages) {
        String symbol = instrument.symbol();
        boolean derivative = instrument.market() == Market.PERPETUAL || instrument.market() == Market.FUTURE;
        return switch (kind) {
            case CANDLE ->
                settings.candleIntervals().stream()
                        .flatMap(interval -> pages.candles(symbol, interval).stream())
                        .toList();
            case FUNDING_RATE -> instrument.market() == Market.PERPETUAL ? pages.funding(symbol) : List.of();
            case OPEN_INTEREST -> derivative ? pages.openInterest(symbol, settings.ratioPeriod()) : List.of();
            default -> List.of();
        };
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<Poll> polls = new ArrayList<>();
        for (Instrument instrument : instruments) {
            InstrumentId id = instrument.id();
            if (!instrument.live() || id.market() != Market.PERPETUAL) {
                continue;
            }
            if (kinds.contains(Kind.FUNDING_RATE)) {
                polls.add(settledFunding(id));
            }
            if (kinds.contains(Kind.LONG_SHORT_RATIO) && OkxNames.isSwap(id)) {
                RATIOS.forEach(ratio -> polls.add(ratio(ratio, id)));
            }
        }
        return polls;
    }

    /** The last few payments, so that one missed reading costs nothing: what is known already is stored once. */
    private Poll settledFunding(InstrumentId id) {
        RestCall call =
                OkxEndpoint.FUNDING_HISTORY.at(root).poll(OkxEndpoint.query("instId", id.symbol(), "limit", 10), 1);
        return new Poll("settled_funding:" + id.symbol(), Kind.FUNDING_RATE, id, settings.settledFundingEvery(), call);
    }

    private Poll ratio(OkxEndpoint ratio, InstrumentId id) {
        String query =
                OkxEndpoint.query("instId", id.symbol(), "period", OkxBar.of(settings.ratioPeriod()), "limit", 3);
        String name = ratio.name().toLowerCase(Locale.ROOT) + ":" + id.symbol();
        return new Poll(
                name,
                Kind.LONG_SHORT_RATIO,
                id,
                settings.ratiosEvery(),
                ratio.at(root).poll(query, 1));
    }
}
