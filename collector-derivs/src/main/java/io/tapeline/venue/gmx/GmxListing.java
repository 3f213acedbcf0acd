package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Tokens and markets. A token is listed as its oracle price, so that its decimals are known; a market as a linear
 * perpetual whose contract is one unit of the index token.
 */
final class GmxListing {
    private static final int MOST_DECIMALS = 30;
    private static final String NO_TOKEN = "0x0000000000000000000000000000000000000000";
    /** Position fee on notional when it improves or worsens the balance of longs and shorts. */
    private static final BigDecimal IMPROVING_BPS = BigDecimal.valueOf(4);

    private static final BigDecimal WORSENING_BPS = BigDecimal.valueOf(6);

    private GmxListing() {}

    static List<Decoded> tokens(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        return JsonDecoder.rows(answer.get("tokens").elements(), GmxListing::token);
    }

    private static List<Decoded> token(JsonValue row) {
        long decimals = row.integer("decimals");
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new BadMember("decimals", "expected 0 to " + MOST_DECIMALS + ", got " + decimals);
        }
        String symbol = row.text("symbol");
        return List.of(new Decoded.Listed(new Instrument(
                GmxMarkets.oracle(row.text("address")),
                symbol,
                "USD",
                null,
                null,
                null,
                null,
                null,
                GmxScale.smallest((int) decimals),
                null,
                null,
                null,
                Sector.of(symbol),
                null,
                null,
                null,
                null)));
    }

    static List<Decoded> markets(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        List<JsonValue> rows = answer.get("markets").elements();
        GmxPools pools = GmxPools.of(rows, instruments);
        return JsonDecoder.rows(rows, row -> market(row, pools, frame.received(), instruments));
    }

    private static List<Decoded> market(JsonValue row, GmxPools pools, long received, InstrumentLookup instruments) {
        String index = row.text("indexToken");
        String name = row.text("name");
        String address = row.text("marketToken");
        if (index.equals(NO_TOKEN)) {
            return List.of(new Decoded.Ignored("a pool for swaps only"));
        }
        if (!GmxPools.open(row)) {
            Instrument known = instruments.find(address);
            return known != null && known.live()
                    ? List.of(new Decoded.Listed(perpetual(row, pools, received, instruments)))
                    : List.of(new Decoded.Ignored("not listed any more: " + name));
        }
        return List.of(new Decoded.Listed(perpetual(row, pools, null, instruments)));
    }

    private static Instrument perpetual(
            JsonValue row, GmxPools pools, @Nullable Long ended, InstrumentLookup instruments) {
        GmxPools.Pool pool = GmxPools.pool(row, instruments);
        OptionalInt decimals = GmxMarkets.decimals(instruments, row.text("indexToken"));
        return new Instrument(
                GmxMarkets.perpetual(pool.address()),
                pool.base(),
                "USD",
                pool.shortToken(),
                pools.isMain(pool) ? pool.base() + "/" + pool.shortToken() + ":" + pool.shortToken() : null,
                BigDecimal.ONE,
                ContractType.LINEAR,
                null,
                decimals.isPresent() ? GmxScale.smallest(decimals.getAsInt()) : null,
                null,
                null,
                null,
                Sector.of(pool.base()),
                IMPROVING_BPS,
                WORSENING_BPS,
                row.has("listingDate") ? (Long) row.iso("listingDate") : null,
                ended);
    }
}
