package io.tapeline.collector.derived;

import io.tapeline.collector.venue.Decoded.ReferencePrice;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the settlements of one day together: basis against the spot price of the very instant the price was
 * fixed, days to expiry, open interest at that instant, front month and roll ({@link FrontMonths}). What cannot be known
 * stays null. Not for use by several threads.
 */
public final class SettlementEnrichment {
    /** In the metadata: the trade date that the open interest is of. */
    public static final String OPEN_INTEREST_DATE = "open_interest_date";

    /** In the metadata of open interest that is counted once a trade date: that date. */
    public static final String TRADE_DATE = "trade_date";

    private static final int REMEMBERED = 5_000;
    private static final BigDecimal DAY_MICROS = BigDecimal.valueOf(86_400_000_000L);
    private static final BigDecimal YEAR_PERCENT = BigDecimal.valueOf(365 * 100);

    private record Priced(String asset, long time) {}

    private record Counted(InstrumentId instrument, long time) {}

    /** Contracts that differ in nothing but their expiry. */
    private record Chain(
            String base, String quote, @Nullable BigDecimal contractSize) {
        static Chain of(Instrument instrument) {
            return new Chain(instrument.base(), instrument.quote(), instrument.contractSize());
        }
    }

    private record Known(Settlement settlement, Instrument instrument) {}

    private final InstrumentLookup instruments;
    private final Map<Priced, BigDecimal> references = bounded();
    private final Map<Counted, BigDecimal> interests = bounded();
    private final Map<Chain, FrontMonths> fronts = new HashMap<>();

    public SettlementEnrichment(InstrumentLookup instruments) {
        this.instruments = instruments;
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** What an asset cost at an instant. */
    public void reference(ReferencePrice price) {
        references.put(new Priced(price.asset(), price.time()), price.price());
    }

    /** Open interest of a trade date; its timestamp is the instant of that date's settlement. */
    public void interest(OpenInterest interest) {
        if (interest.metadata().containsKey(TRADE_DATE)) {
            interests.put(new Counted(interest.instrumentId(), interest.header().timestamp()), interest.openInterest());
        }
    }

    /** The settlements of an answer with what can be derived, in order of their trade date. */
    public List<Settlement> enrich(List<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return settlements;
        }
        List<Settlement> finished = new ArrayList<>();
        Map<Chain, List<Known>> chains = new LinkedHashMap<>();
        for (Settlement settlement : settlements) {
            Instrument instrument = instruments.find(settlement.instrumentId().symbol());
            if (instrument == null || instrument.id().market() == Market.PREDICTION) {
                // Outcome tokens of one asset are no months of one chain.
                finished.add(atTheClose(settlement));
            } else {
                noteDayBefore(settlement, instrument);
                chains.computeIfAbsent(Chain.of(instrument), chain -> new ArrayList<>())
                        .add(new Known(atTheClose(settlement), instrument));
            }
        }
        chains.forEach((chain, known) -> finished.addAll(ofChain(chain, known)));
        finished.sort(Comparator.comparing(Settlement::tradeDate));
        return finished;
    }

    /** What is published beside a price tells of the trade date before, whether that was read or not. */
    private void noteDayBefore(Settlement settlement, Instrument instrument) {
        BigDecimal interest = settlement.openInterest();
        if (interest != null
                && settlement.metadata().get(OPEN_INTEREST_DATE) instanceof String date
                && date.compareTo(settlement.tradeDate()) < 0) {
            months(Chain.of(instrument)).counted(date, instrument.id(), instrument.expiry(), interest);
        }
    }

    private FrontMonths months(Chain chain) {
        return fronts.computeIfAbsent(chain, absent -> new FrontMonths());
    }

    private List<Settlement> ofChain(Chain chain, List<Known> known) {
        FrontMonths months = months(chain);
        known.forEach(one -> months.settled(one.settlement(), one.instrument().expiry()));
        Map<String, FrontMonths.Front> byDate = known.stream()
                .map(one -> one.settlement().tradeDate())
                .distinct()
                .sorted()
                .collect(Collectors.toMap(date -> date, months::front));
        return known.stream()
                .map(one -> finished(one, byDate.get(one.settlement().tradeDate())))
                .toList();
    }

    /** The figure of the settlement's own day beats the one that was published beside it. */
    private Settlement atTheClose(Settlement s) {
        BigDecimal own = interests.get(new Counted(s.instrumentId(), s.header().timestamp()));
        if (own == null) {
            return s;
        }
        Map<String, Object> metadata = new LinkedHashMap<>(s.metadata());
        metadata.put(OPEN_INTEREST_DATE, s.tradeDate());
        return new Settlement(
                s.header(),
                s.price(),
                s.tradeDate(),
                own,
                s.volume(),
                s.basis(),
                s.basisAnnualisedPct(),
                s.daysToExpiry(),
                s.isFront(),
                s.roll(),
                metadata);
    }

    private Settlement finished(Known known, FrontMonths.@Nullable Front front) {
        Settlement s = known.settlement();
        boolean isFront = front != null && s.instrumentId().equals(front.instrument());
        boolean roll = isFront && front != null && front.roll();
        BigDecimal spot =
                references.get(new Priced(known.instrument().base(), s.header().timestamp()));
        BigDecimal days = days(s.header().timestamp(), known.instrument().expiry());
        return new Settlement(
                s.header(),
                s.price(),
                s.tradeDate(),
                s.openInterest(),
                s.volume(),
                spot == null ? null : s.price().subtract(spot),
                annualised(s.price(), spot, days),
                days,
                isFront,
                roll,
                s.metadata());
    }

    private static @Nullable BigDecimal days(long time, @Nullable Long expiry) {
        return expiry == null ? null : Decimals.divide(BigDecimal.valueOf(expiry - time), DAY_MICROS);
    }

    /** (F/S - 1) x 365 / days, in percent; nothing once the contract has expired. */
    private static @Nullable BigDecimal annualised(
            BigDecimal future, @Nullable BigDecimal spot, @Nullable BigDecimal days) {
        return spot == null || spot.signum() <= 0 || days == null || days.signum() <= 0
                ? null
                : Decimals.divide(future.subtract(spot).multiply(YEAR_PERCENT), spot.multiply(days));
    }
}
