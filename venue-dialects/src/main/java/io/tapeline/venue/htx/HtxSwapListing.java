package io.tapeline.venue.htx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Contracts of {@code swap_contract_info} and of {@code contract_info}. Fees are those of the lowest tier.
 *
 * @param tradfi whether contracts on stocks, metals and currencies are listed
 */
record HtxSwapListing(boolean tradfi) {
    private static final BigDecimal MAKER_FEE_BPS = BigDecimal.TWO;
    private static final BigDecimal TAKER_FEE_BPS = BigDecimal.valueOf(6);

    /** Not listed yet. */
    private static final long PENDING = 2;

    /**
     * Delisted, suspended, being delivered, delivered. The others trade, or pause for the seconds of a settlement; a
     * status that is new is taken to trade.
     */
    private static final Set<Long> NOT_TRADING = Set.of(0L, 3L, 6L, 8L);

    List<Decoded> read(JsonValue rows, long received, InstrumentLookup instruments) {
        return JsonDecoder.rows(rows.elements(), row -> contract(row, received, instruments));
    }

    private List<Decoded> contract(JsonValue row, long received, InstrumentLookup instruments) {
        String symbol = row.text("contract_code");
        if (!tradfi && labelled(row)) {
            return List.of(new Decoded.Ignored(symbol + " is no crypto contract"));
        } else if (row.integer("contract_status") == PENDING) {
            return List.of(new Decoded.Ignored(symbol + " is not listed yet"));
        }
        Instrument instrument = instrument(symbol, row, received, instruments);
        List<Decoded> decoded = new ArrayList<>();
        decoded.add(new Decoded.Listed(instrument));
        BigDecimal hours = row.optionalDecimal("settlement_period");
        if (hours != null && hours.signum() > 0) {
            decoded.add(new Decoded.FundingTerms(instrument.id(), hours));
        }
        return decoded;
    }

    private static boolean labelled(JsonValue row) {
        JsonValue labels = row.find("tradfi_labels");
        return labels != null && !(labels.isArray() && labels.elements().isEmpty());
    }

    private static Instrument instrument(String symbol, JsonValue row, long received, InstrumentLookup instruments) {
        String[] parts = symbol.split("-");
        if (parts.length < 2 || parts.length > 3) {
            throw new BadMember("contract_code", "expected BASE-QUOTE or BASE-QUOTE-YYMMDD, got '" + symbol + "'");
        }
        boolean dated = parts.length == 3;
        String settle = row.textOr("trade_partition", parts[1]);
        String unified = parts[0] + "/" + parts[1] + ":" + settle;
        Long delivery = row.optionalMillis("delivery_time");
        return new Instrument(
                new InstrumentId(HtxSwapVenue.EXCHANGE, dated ? Market.FUTURE : Market.PERPETUAL, symbol),
                parts[0],
                parts[1],
                settle,
                dated ? unified + "-" + parts[2] : unified,
                row.optionalDecimal("contract_size"),
                ContractType.LINEAR,
                row.optionalDecimal("price_tick"),
                BigDecimal.ONE,
                dated ? delivery : null,
                null,
                null,
                Sector.of(parts[0]),
                MAKER_FEE_BPS,
                TAKER_FEE_BPS,
                listedAt(row),
                endedAt(symbol, row, delivery, received, instruments));
    }

    private static @Nullable Long listedAt(JsonValue row) {
        String date = row.optionalText("create_date");
        if (date == null) {
            return null;
        }
        try {
            return EpochTime.of(LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant());
        } catch (DateTimeException e) {
            throw new BadMember("create_date", "expected a date such as 20201021, got '" + date + "'");
        }
    }

    /** Null while it trades. When it stopped is told of delivered ones only: else it is when that was first seen. */
    private static @Nullable Long endedAt(
            String symbol, JsonValue row, @Nullable Long delivery, long received, InstrumentLookup instruments) {
        if (!NOT_TRADING.contains(row.integer("contract_status"))) {
            return null;
        } else if (delivery != null && delivery <= received) {
            return delivery;
        }
        return seenEnded(symbol, received, instruments);
    }

    /** When it was first seen not to trade. */
    static long seenEnded(String symbol, long received, InstrumentLookup instruments) {
        Instrument known = instruments.find(symbol);
        Long ended = known == null ? null : known.endedAt();
        return ended != null ? ended : received;
    }
}
