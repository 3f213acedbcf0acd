package io.tapeline.venue.dydx;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** REST calls of the Indexer: 100 in 10 seconds. History reaches back to a market's launch. */
final class DydxRest implements VenueRest {
    private static final RestBudget BUDGET = new RestBudget(DydxNames.FEED, 100, Duration.ofSeconds(10), null);
    private static final int PAGE = DydxTradePages.PAGE;
    private static final long HOUR = Duration.ofHours(1).toMillis() * 1_000;
    /** Trades bear the time of their block, which is some seconds before they arrive. */
    private static final long BLOCK_DELAY = Duration.ofSeconds(10).toMillis() * 1_000;

    private final DydxSettings settings;
    private final RestCalls calls;

    DydxRest(DydxSettings settings) {
        this.settings = settings;
        this.calls = new RestCalls(settings.rest(), BUDGET.name());
    }

    @Override
    public List<RestBudget> budgets() {
        return List.of(BUDGET);
    }

    @Override
    public RefusalRules refusals() {
        return new DydxRefusals();
    }

    @Override
    public List<RestCall> instruments() {
        return List.of(calls.listing("/perpetualMarkets", 1));
    }

    @Override
    public Optional<RestCall> time() {
        return Optional.of(calls.poll("/time", 1));
    }

    @Override
    public long serverTime(byte[] body) {
        return DydxAnswers.time(body);
    }

    /** Trades, with the liquidations among them; candles; settled funding. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        long from = Math.max(0, hole.from() - BLOCK_DELAY);
        return switch (kind) {
            case TRADE, LIQUIDATION -> List.of(DydxTradePages.repair(calls, escaped(instrument), from, hole.to()));
            default -> slow(kind, instrument, Origin.REPAIR, from, hole.to() + 1);
        };
    }

    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return slow(kind, instrument, Origin.BACKFILL, from, to);
    }

    private List<RestCall> slow(Kind kind, InstrumentId instrument, Origin origin, long from, long to) {
        List<RestCall> pages = new ArrayList<>();
        switch (kind) {
            case CANDLE -> settings.resolutions().forEach(each -> candles(instrument, each, origin, from, to, pages));
            case FUNDING_RATE -> funding(instrument, origin, from, to, pages);
            default -> {}
        }
        return pages;
    }

    /** Windows of as many candles as a page has, from the one that was open at the start. */
    private void candles(
            InstrumentId instrument, DydxResolution each, Origin origin, long from, long to, List<RestCall> pages) {
        long first = from - Math.floorMod(from, each.micros());
        for (long start = first; start < to; start += PAGE * each.micros()) {
            String query = RestCalls.query(
                    "resolution",
                    each.wire,
                    "limit",
                    PAGE,
                    "fromISO",
                    DydxTradePages.iso(start),
                    "toISO",
                    DydxTradePages.iso(Math.min(to + 999, start + PAGE * each.micros())));
            pages.add(call("/candles/perpetualMarkets/" + escaped(instrument) + "?" + query, origin));
        }
    }

    /** A page ends at a time and has as many hours before it as were asked for. */
    private void funding(InstrumentId instrument, Origin origin, long from, long to, List<RestCall> pages) {
        for (long start = from; start < to; start += PAGE * HOUR) {
            long end = Math.min(to, start + PAGE * HOUR);
            long hours = Math.min(PAGE, Math.ceilDiv(end - start, HOUR) + 1);
            String query = RestCalls.query("limit", hours, "effectiveBeforeOrAt", DydxTradePages.iso(end));
            pages.add(call("/historicalFunding/" + escaped(instrument) + "?" + query, origin));
        }
    }

    private RestCall call(String pathAndQuery, Origin origin) {
        return origin == Origin.REPAIR ? calls.repair(pathAndQuery, 1) : calls.history(pathAndQuery, 1);
    }

    private static String escaped(InstrumentId instrument) {
        return URLEncoder.encode(instrument.symbol(), StandardCharsets.UTF_8);
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        return kinds.contains(Kind.FUNDING_RATE)
                ? instruments.stream()
                        .filter(Instrument::live)
                        .map(this::settledFunding)
                        .toList()
                : List.of();
    }

    private Poll settledFunding(Instrument instrument) {
        RestCall call = calls.poll("/historicalFunding/" + escaped(instrument.id()) + "?limit=5", 1);
        return new Poll(
                "settled_funding:" + instrument.symbol(),
                Kind.FUNDING_RATE,
                instrument.id(),
                settings.settledFundingEvery(),
                call);
    }
}
