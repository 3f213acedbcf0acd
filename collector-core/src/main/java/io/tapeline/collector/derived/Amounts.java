package io.tapeline.collector.derived;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Sizes in base units and in quote units, from what a venue's size counts. */
final class Amounts {
    private Amounts() {}

    /** Size in base units; null when the metadata it takes is absent. */
    static @Nullable BigDecimal base(
            BigDecimal size, SizeUnit unit, @Nullable BigDecimal price, @Nullable Instrument instrument) {
        return switch (unit) {
            case BASE -> size;
            case QUOTE -> price == null || price.signum() == 0 ? null : Decimals.divide(size, price);
            case CONTRACTS -> contractsToBase(size, price, instrument);
        };
    }

    private static @Nullable BigDecimal contractsToBase(
            BigDecimal contracts, @Nullable BigDecimal price, @Nullable Instrument instrument) {
        BigDecimal contractSize = instrument == null ? null : instrument.contractSize();
        if (instrument == null || contractSize == null) {
            return null;
        }
        BigDecimal amount = contracts.multiply(contractSize);
        if (instrument.contractType() != ContractType.INVERSE) {
            return Decimals.derived(amount);
        }
        return price == null || price.signum() == 0 ? null : Decimals.divide(amount, price);
    }

    /** Notional in quote units; null when the metadata it takes is absent. */
    static @Nullable BigDecimal quote(
            BigDecimal size, SizeUnit unit, BigDecimal price, @Nullable Instrument instrument) {
        if (unit == SizeUnit.QUOTE) {
            return size;
        } else if (unit == SizeUnit.CONTRACTS
                && instrument != null
                && instrument.contractType() == ContractType.INVERSE) {
            BigDecimal contractSize = instrument.contractSize();
            return contractSize == null ? null : size.multiply(contractSize);
        }
        BigDecimal base = base(size, unit, price, instrument);
        return base == null ? null : base.multiply(price);
    }
}
