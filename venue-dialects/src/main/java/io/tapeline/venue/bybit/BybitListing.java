package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import io.tapeline.model.json.IsoMicros;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Listed contracts, a page at a time, and pairs, all at once. One that stopped trading is told again only while it is known: thousands did before.
 * Fees are those of the lowest tier (https://www.bybit.com/en/help-center/article/Trading-Fee-Structure).
 */
final class BybitListing {
    private static final BigDecimal MAKER_FEE_BPS = BigDecimal.TWO;
    private static final BigDecimal TAKER_FEE_BPS = new BigDecimal("5.5");
    private static final BigDecimal SPOT_FEE_BPS = BigDecimal.TEN;
    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC);

    private final BybitCategory category;
    private final InstrumentLookup instruments;
    private final long received;

    private BybitListing(BybitCategory category, InstrumentLookup instruments, long received) {
        this.category = category;
        this.instruments = instruments;
        this.received = received;
    }

    static List<Decoded> read(JsonValue result, RawFrame frame, BybitCategory category, InstrumentLookup instruments) {
        BybitListing listing = new BybitListing(category, instruments, frame.received());
        List<Decoded> decoded = new ArrayList<>();
        result.get("list").elements().forEach(row -> decoded.addAll(listing.row(row)));
        String cursor = result.textOr("nextPageCursor", "");
        if (!cursor.isEmpty() && frame.url() != null) {
            decoded.add(new Decoded.Continued(BybitCalls.nextPage(frame.url(), cursor)));
        }
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("no instruments")) : decoded;
    }

    private List<Decoded> row(JsonValue row) {
        try {
            String symbol = row.text("symbol");
            String status = row.text("status");
            if (row.has("optionsType")) {
                return List.of(new Decoded.Ignored("options are not collected"));
            } else if (status.equals("PreLaunch")) {
                return List.of(new Decoded.Ignored(symbol + " does not trade yet"));
            }
            boolean trading = status.equals("Trading");
            Instrument known = instruments.find(symbol);
            return trading || known != null
                    ? listed(instrument(row, symbol, trading ? null : ended(row, known)), row)
                    : List.of(new Decoded.Ignored(symbol + " does not trade any more"));
        } catch (BadMember e) {
            String symbol = row.isObject() ? row.textOr("symbol", "an instrument") : "an instrument";
            return List.of(new Decoded.Malformed(new BadMember(symbol, e.reason()).reason()));
        }
    }

    private static List<Decoded> listed(Instrument instrument, JsonValue row) {
        List<Decoded> decoded = new ArrayList<>(List.of(new Decoded.Listed(instrument)));
        BigDecimal minutes = row.optionalDecimal("fundingInterval");
        if (minutes != null && minutes.signum() > 0 && instrument.id().market() == Market.PERPETUAL) {
            decoded.add(new Decoded.FundingTerms(instrument.id(), Decimals.divide(minutes, MINUTES_OF_AN_HOUR)));
        }
        return decoded;
    }

    private Instrument instrument(JsonValue row, String symbol, @Nullable Long ended) {
        return category.contracts() ? contract(row, symbol, ended) : pair(row, symbol, ended);
    }

    /** A pair has no contract, no launch and no delivery; its lot is the precision of the base asset. */
    private static Instrument pair(JsonValue row, String symbol, @Nullable Long ended) {
        String base = row.text("baseCoin");
        String quote = row.text("quoteCoin");
        return new Instrument(
                new InstrumentId(BybitCategory.EXCHANGE, Market.SPOT, symbol),
                base,
                quote,
                null,
                base + "/" + quote,
                null,
                null,
                inner(row, "priceFilter", "tickSize"),
                inner(row, "lotSizeFilter", "basePrecision"),
                null,
                null,
                null,
                Sector.of(base),
                SPOT_FEE_BPS,
                SPOT_FEE_BPS,
                null,
                ended);
    }

    private Instrument contract(JsonValue row, String symbol, @Nullable Long ended) {
        String base = row.text("baseCoin");
        String settle = row.textOr("settleCoin", row.text("quoteCoin"));
        Market market = market(row.textOr("contractType", ""), symbol);
        Long delivery = delivery(row);
        Long expiry = market == Market.FUTURE ? delivery : null;
        boolean inverse = row.textOr("contractType", "").startsWith("Inverse");
        return new Instrument(
                new InstrumentId(BybitCategory.EXCHANGE, market, symbol),
                base,
                row.text("quoteCoin"),
                settle,
                base + "/" + row.text("quoteCoin") + ":" + settle
                        + (expiry == null ? "" : "-" + DAY.format(IsoMicros.toInstant(expiry))),
                inverse ? BigDecimal.ONE : null,
                inverse ? ContractType.INVERSE : ContractType.LINEAR,
                inner(row, "priceFilter", "tickSize"),
                inner(row, "lotSizeFilter", "qtyStep"),
                expiry,
                null,
                null,
                Sector.of(base),
                MAKER_FEE_BPS,
                TAKER_FEE_BPS,
                row.optionalMillis("launchTime"),
                ended);
    }

    private Market market(String contractType, String symbol) {
        if (contractType.endsWith("Perpetual")) {
            return Market.PERPETUAL;
        }
        return contractType.endsWith("Futures") ? Market.FUTURE : category.market(symbol);
    }

    private static @Nullable BigDecimal inner(JsonValue row, String object, String member) {
        return row.has(object) ? row.get(object).optionalDecimal(member) : null;
    }

    /** Of a perpetual the time of its delisting; zero where none is planned. */
    private static @Nullable Long delivery(JsonValue row) {
        Long time = row.optionalMillis("deliveryTime");
        return time == null || time == 0 ? null : time;
    }

    /** Its delivery where that has passed, else the listing that first showed it. */
    private long ended(JsonValue row, @Nullable Instrument known) {
        Long delivery = delivery(row);
        if (delivery != null && delivery <= received) {
            return delivery;
        }
        Long before = known == null ? null : known.endedAt();
        return before == null ? received : before;
    }
}
