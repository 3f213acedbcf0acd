package io.tapeline.collector.derived;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.LargeTrade;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Picks live trades and liquidations whose value is over their asset's threshold. */
public final class LargeTrades {
    /** What the configuration calls the threshold of assets without one of their own. */
    public static final String OTHERS = "others";

    /** Thresholds when nothing else is said. */
    public static final Map<String, BigDecimal> DEFAULTS = Map.of(
            "BTC", BigDecimal.valueOf(100_000), "ETH", BigDecimal.valueOf(50_000), OTHERS, BigDecimal.valueOf(20_000));

    private final InstrumentLookup instruments;
    private final Map<String, BigDecimal> thresholds = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final BigDecimal others;

    /** @param thresholds USD by base asset, and by {@link #OTHERS} for the rest */
    public LargeTrades(InstrumentLookup instruments, Map<String, BigDecimal> thresholds) {
        this.instruments = instruments;
        this.thresholds.putAll(DEFAULTS);
        this.thresholds.putAll(thresholds);
        this.others = this.thresholds.getOrDefault(OTHERS, BigDecimal.ZERO);
    }

    /** The large trade an event is, if it is one. */
    public Optional<LargeTrade> of(MarketEvent event) {
        if (event.header().origin() != Origin.LIVE) {
            return Optional.empty();
        }
        return switch (event) {
            case Trade t
            when large(t, t.valueUsd()) ->
                Optional.of(new LargeTrade(
                        t.header(),
                        t.tradeId(),
                        t.side(),
                        t.price(),
                        t.size(),
                        t.sizeUnit(),
                        t.baseSize(),
                        Objects.requireNonNull(t.valueUsd()),
                        t.sequence(),
                        t.isLiquidation(),
                        t.metadata()));
            case Liquidation l
            when large(l, l.valueUsd()) ->
                Optional.of(new LargeTrade(
                        l.header(),
                        l.tradeId(),
                        l.side(),
                        l.price(),
                        l.size(),
                        l.sizeUnit(),
                        l.baseSize(),
                        Objects.requireNonNull(l.valueUsd()),
                        null,
                        true,
                        Map.of()));
            default -> Optional.empty();
        };
    }

    private boolean large(MarketEvent event, @Nullable BigDecimal valueUsd) {
        return valueUsd != null && valueUsd.compareTo(threshold(event)) > 0;
    }

    private BigDecimal threshold(MarketEvent event) {
        Instrument instrument = instruments.find(event.instrumentId().symbol());
        return instrument == null
                ? others
                : thresholds.getOrDefault(instrument.base().toUpperCase(Locale.ROOT), others);
    }
}
