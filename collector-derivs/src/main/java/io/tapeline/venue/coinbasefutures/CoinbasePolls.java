package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What no channel brings: prices, funding and open interest of all products in one call, and candles of every length. */
record CoinbasePolls(CoinbaseFuturesSettings settings, RestCalls calls) {
    /** Products in one call, for the length of its address. */
    private static final int TOGETHER = 50;

    /** Candles are read when a minute may have ended, the last few so that one missed reading costs nothing. */
    private static final Duration CANDLES_EVERY = Duration.ofMinutes(1);

    private static final int LAST_CANDLES = 5;

    List<Poll> of(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<InstrumentId> live = instruments.stream()
                .filter(Instrument::live)
                .map(Instrument::id)
                .toList();
        List<Poll> polls = new ArrayList<>(states(live, kinds));
        if (kinds.contains(Kind.CANDLE)) {
            live.forEach(id -> settings.granularities().forEach(length -> polls.add(candles(id, length))));
        }
        return polls;
    }

    private List<Poll> states(List<InstrumentId> live, Set<Kind> kinds) {
        Set<Kind> brought = EnumSet.of(Kind.MARK_PRICE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST);
        brought.retainAll(kinds);
        List<Poll> polls = new ArrayList<>();
        for (int from = 0; from < live.size() && !brought.isEmpty(); from += TOGETHER) {
            List<InstrumentId> some = live.subList(from, Math.min(from + TOGETHER, live.size()));
            String query = CoinbaseFuturesRest.states(some);
            polls.add(new Poll(
                    "products:" + some.getFirst().symbol() + ".."
                            + some.getLast().symbol(),
                    Set.copyOf(brought),
                    InstrumentId.wholeFeed(CoinbaseProducts.EXCHANGE, Market.PERPETUAL),
                    settings.pricesEvery(),
                    now -> calls.poll(query, 1)));
        }
        return polls;
    }

    private Poll candles(InstrumentId id, CoinbaseGranularity length) {
        return new Poll(
                "candles_" + length.interval() + ":" + id.symbol(), Set.of(Kind.CANDLE), id, CANDLES_EVERY, now -> {
                    long until = now / 1_000;
                    long from = until - LAST_CANDLES * length.length().toMillis();
                    String query = CoinbaseFuturesRest.path(id, "candles", from, until);
                    return calls.poll(query + "&granularity=" + length, 1);
                });
    }
}
