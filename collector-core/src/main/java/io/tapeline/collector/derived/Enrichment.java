package io.tapeline.collector.derived;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fills the fields that a venue does not send: base sizes, USD values, funding per 8 hours, open interest in USD. What
 * cannot be known stays null. Not for use by several threads.
 */
public final class Enrichment {
    private static final BigDecimal EIGHT = BigDecimal.valueOf(8);
    private static final String USD_RATE = "usd_rate";

    private final Venue venue;
    private final InstrumentLookup instruments;
    private final UsdRates rates = new UsdRates();
    private final Map<InstrumentId, BigDecimal> marks = new HashMap<>();
    private final Map<InstrumentId, BigDecimal> lastTrades = new HashMap<>();
    private final Map<InstrumentId, BigDecimal> fundingHours = new HashMap<>();

    public Enrichment(Venue venue, InstrumentLookup instruments) {
        this.venue = venue;
        this.instruments = instruments;
    }

    /** Hours between funding payments, as the venue states them. */
    public void fundingInterval(InstrumentId instrument, BigDecimal hours) {
        fundingHours.put(instrument, hours);
    }

    /** An instrument is not collected any more. */
    public void forget(InstrumentId instrument) {
        marks.remove(instrument);
        lastTrades.remove(instrument);
        fundingHours.remove(instrument);
    }

    /** The event with what can be derived. */
    public MarketEvent enrich(MarketEvent event) {
        return switch (event) {
            case Trade trade -> trade(trade);
            case Liquidation liquidation -> liquidation(liquidation);
            case FundingRate funding -> funding(funding);
            case OpenInterest interest -> openInterest(interest);
            case MarkPrice mark -> {
                BigDecimal price = mark.markPrice();
                if (price != null) {
                    marks.put(mark.instrumentId(), price);
                }
                yield mark;
            }
            case Settlement settlement -> {
                marks.put(settlement.instrumentId(), settlement.price());
                yield settlement;
            }
            default -> event;
        };
    }

    private Trade trade(Trade t) {
        Instrument instrument = instruments.find(t.instrumentId().symbol());
        if (instrument != null) {
            rates.observe(instrument, t.price());
        }
        lastTrades.put(t.instrumentId(), t.price());
        BigDecimal rate = rate(t, instrument);
        return new Trade(
                t.header(),
                t.tradeId(),
                t.side(),
                t.price(),
                t.size(),
                t.sizeUnit(),
                or(t.baseSize(), () -> Amounts.base(t.size(), t.sizeUnit(), t.price(), instrument)),
                or(t.valueUsd(), () -> usd(Amounts.quote(t.size(), t.sizeUnit(), t.price(), instrument), rate)),
                t.sequence(),
                t.isLiquidation(),
                withRate(t.metadata(), rate));
    }

    /** What the quote asset is worth: by the venue's own word in the trade, which is remembered, else by its price. */
    private @Nullable BigDecimal rate(Trade t, @Nullable Instrument instrument) {
        if (t.metadata().get(USD_RATE) instanceof BigDecimal told) {
            if (instrument != null) {
                rates.told(instrument.quote(), told);
            }
            return told;
        }
        return rate(instrument);
    }

    private Liquidation liquidation(Liquidation l) {
        Instrument instrument = instruments.find(l.instrumentId().symbol());
        return new Liquidation(
                l.header(),
                l.side(),
                l.price(),
                l.size(),
                l.sizeUnit(),
                or(l.baseSize(), () -> Amounts.base(l.size(), l.sizeUnit(), l.price(), instrument)),
                or(
                        l.valueUsd(),
                        () -> usd(Amounts.quote(l.size(), l.sizeUnit(), l.price(), instrument), rate(instrument))),
                l.tradeId());
    }

    private FundingRate funding(FundingRate f) {
        BigDecimal hours = f.intervalHours();
        if (hours == null) {
            hours = fundingHours.get(f.instrumentId());
        }
        if (hours == null && instruments.find(f.instrumentId().symbol()) != null) {
            hours = venue.defaultFundingIntervalHours(f.instrumentId()).orElse(null);
        }
        BigDecimal rate8h = f.rate8h();
        if (rate8h == null && hours != null && hours.signum() > 0) {
            rate8h = hours.compareTo(EIGHT) == 0
                    ? f.rate()
                    : Decimals.divide(f.rate().multiply(EIGHT), hours);
        }
        return new FundingRate(
                f.header(), f.rate(), f.status(), hours, rate8h, f.predictedRate(), f.nextFundingTime(), f.metadata());
    }

    private OpenInterest openInterest(OpenInterest o) {
        Instrument instrument = instruments.find(o.instrumentId().symbol());
        BigDecimal price = presentPrice(o);
        BigDecimal usd = o.openInterestUsd();
        BigDecimal base = o.openInterestBase();
        if (base == null && usd != null && usd.compareTo(Decimals.usd(o.openInterest())) == 0) {
            // The venue counts in USD, whatever a contract is.
            base = Amounts.base(o.openInterest(), SizeUnit.QUOTE, price, instrument);
        } else if (base == null && instrument != null) {
            SizeUnit unit = instrument.contractSize() == null && instrument.contractType() != ContractType.INVERSE
                    ? SizeUnit.BASE
                    : SizeUnit.CONTRACTS;
            base = Amounts.base(o.openInterest(), unit, price, instrument);
        }
        if (usd == null && base != null && price != null) {
            usd = usd(base.multiply(price), rate(instrument));
        }
        return new OpenInterest(o.header(), o.openInterest(), base, usd, o.metadata());
    }

    /** What open interest is valued at; that of the past was worth something else. */
    private @Nullable BigDecimal presentPrice(OpenInterest o) {
        if (o.header().origin() != Origin.LIVE) {
            return null;
        }
        BigDecimal mark = marks.get(o.instrumentId());
        return mark != null ? mark : lastTrades.get(o.instrumentId());
    }

    /** What the venue says itself comes first. */
    private static @Nullable BigDecimal or(@Nullable BigDecimal sent, Supplier<@Nullable BigDecimal> derived) {
        return sent != null ? sent : derived.get();
    }

    private @Nullable BigDecimal rate(@Nullable Instrument instrument) {
        return instrument == null ? null : rates.of(instrument.quote());
    }

    @SuppressWarnings("ReferenceEquality") // a stablecoin has this very object, a price of 1 is another
    private static @Nullable BigDecimal usd(@Nullable BigDecimal quote, @Nullable BigDecimal rate) {
        return quote == null || rate == null
                ? null
                : Decimals.usd(rate == BigDecimal.ONE ? quote : quote.multiply(rate));
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private static Map<String, Object> withRate(Map<String, Object> metadata, @Nullable BigDecimal rate) {
        if (rate == null || rate == BigDecimal.ONE) {
            return metadata;
        }
        Map<String, Object> extended = new LinkedHashMap<>(metadata);
        extended.put(USD_RATE, rate);
        return extended;
    }
}
