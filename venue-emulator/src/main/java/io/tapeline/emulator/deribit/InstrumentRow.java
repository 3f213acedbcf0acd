package io.tapeline.emulator.deribit;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.OptionContract;
import io.tapeline.emulator.market.SymbolSpec;
import java.time.Duration;
import java.util.Locale;

/** A row of {@code get_instruments}. */
final class InstrumentRow {
    /** What stands where a perpetual has no end. */
    private static final long NEVER = 32_503_708_800_000L;

    private static final long LISTED_BEFORE = Duration.ofDays(200).toMillis();

    private InstrumentRow() {}

    static String kind(Contract contract) {
        return switch (contract.kind()) {
            case PERPETUAL, FUTURE -> "future";
            case OPTION -> "option";
            case SPOT -> "spot";
        };
    }

    static String of(Instrument instrument, long started) {
        Contract contract = instrument.contract();
        SymbolSpec spec = contract.spec();
        OptionContract option = contract.option();
        boolean reversed = contract.inverse() || option != null;
        Json row = Json.object()
                .raw("tick_size", spec.price().step().toPlainString())
                .raw("tick_size_steps", "[]")
                .raw("taker_commission", option == null ? "0.0005" : "0.0003")
                .raw("maker_commission", option == null ? "0.0" : "0.0003");
        if (option != null) {
            row.number("strike", option.strike()).text("option_type", option.call() ? "call" : "put");
        }
        if (contract.kind() != Contract.Kind.SPOT) {
            row.text("settlement_period", contract.expiry() == 0 ? "perpetual" : "month")
                    .text("settlement_currency", reversed ? spec.base() : spec.quote());
        }
        return row.text("base_currency", spec.base())
                .text("quote_currency", option == null ? spec.quote() : spec.base())
                .text("counter_currency", reversed ? "USD" : spec.quote())
                .text("price_index", spec.base().toLowerCase(Locale.ROOT) + (reversed ? "_usd" : "_usdc"))
                .raw("min_trade_amount", spec.size().step().toPlainString())
                .raw("contract_size", option == null ? spec.size().step().toPlainString() : "1")
                .text("kind", kind(contract))
                .text("instrument_type", reversed ? "reversed" : "linear")
                .text("instrument_name", instrument.name())
                .number("instrument_id", 100_000 + instrument.number())
                .number("expiration_timestamp", contract.expiry() == 0 ? NEVER : contract.expiry())
                .number("creation_timestamp", started - LISTED_BEFORE)
                .flag("is_active", true)
                .text("state", "open")
                .end();
    }
}
