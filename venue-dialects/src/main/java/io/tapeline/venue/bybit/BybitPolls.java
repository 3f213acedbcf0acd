package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What no topic brings: settled funding, the long/short ratio, delivery prices. */
record BybitPolls(BybitSettings settings, BybitCalls calls) {

    List<Poll> of(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<Poll> polls = new ArrayList<>();
        List<Instrument> live = instruments.stream().filter(Instrument::live).toList();
        for (Instrument instrument : live) {
            if (instrument.id().market() != Market.PERPETUAL) {
                continue;
            }
            if (kinds.contains(Kind.FUNDING_RATE)) {
                polls.add(settledFunding(instrument.id()));
            }
            if (kinds.contains(Kind.LONG_SHORT_RATIO)) {
                polls.add(ratio(instrument.id()));
            }
        }
        if (kinds.contains(Kind.SETTLEMENT)
                && live.stream().anyMatch(instrument -> instrument.id().market() == Market.FUTURE)) {
            polls.add(deliveries());
        }
        return polls;
    }

    /** The last few payments, so that one missed reading costs nothing: what is known already is stored once. */
    private Poll settledFunding(InstrumentId id) {
        return new Poll(
                "settled_funding:" + id.symbol(),
                Kind.FUNDING_RATE,
                id,
                settings.settledFundingEvery(),
                calls.poll("funding/history", id, "limit", 10));
    }

    private Poll ratio(InstrumentId id) {
        String period = Objects.requireNonNull(BybitSettings.PERIODS.get(settings.ratioPeriod()));
        return new Poll(
                "account_ratio:" + id.symbol(),
                Kind.LONG_SHORT_RATIO,
                id,
                settings.ratiosEvery(),
                calls.poll("account-ratio", id, "period", period, "limit", 3));
    }

    /** Of all contracts at once: a future is gone from the listing when its price is known. */
    private Poll deliveries() {
        return new Poll(
                "delivery_prices",
                Kind.SETTLEMENT,
                InstrumentId.wholeFeed(BybitCategory.EXCHANGE, Market.FUTURE),
                settings.settlementsEvery(),
                calls.poll("delivery-price", "limit", 50));
    }
}
