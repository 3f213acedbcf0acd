package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of {@code /0/public/AssetPairs} and of the channel {@code instrument}. Tick and lot have as many decimals as the
 * pair's prices and sizes, since the checksum of its book is made of them.
 */
final class KrakenListing {
    /** Lowest tier of the schedule of July 2026, in basis points, where a listing does not say. */
    private static final BigDecimal MAKER_FEE = BigDecimal.valueOf(40);

    private static final BigDecimal TAKER_FEE = BigDecimal.valueOf(80);
    private static final int MOST_DECIMALS = 18;

    private KrakenListing() {}

    /** Fees are percents by volume, the first row is the lowest tier. */
    static List<Decoded> answered(JsonValue result) {
        return JsonDecoder.rows(
                result.members().values(), row -> List.of(answeredPair(row, row.optionalText("wsname"))));
    }

    /** Pairs of the dark pool have no name on the websocket; those of the American venue are not traded here. */
    private static Decoded answeredPair(JsonValue row, @Nullable String name) {
        if (name == null
                || name.indexOf(':') >= 0
                || !row.textOr("execution_venue", "international").equals("international")) {
            return new Decoded.Ignored("a pair that the websocket does not have");
        }
        BigDecimal tick = step("pair_decimals", row.optionalDecimal("tick_size"), row.get("pair_decimals"));
        BigDecimal lot = step("lot_decimals", null, row.get("lot_decimals"));
        return listed(
                KrakenPair.ofSlashed("wsname", name),
                row,
                tick,
                lot,
                fee(row, "fees_maker", MAKER_FEE),
                fee(row, "fees", TAKER_FEE),
                null);
    }

    private static BigDecimal fee(JsonValue row, String member, BigDecimal otherwise) {
        JsonValue tiers = row.find(member);
        return tiers == null || tiers.elements().isEmpty()
                ? otherwise
                : Decimals.plain(tiers.at(0).at(1).decimal().movePointRight(2).stripTrailingZeros());
    }

    static List<Decoded> streamed(JsonValue message, long received, InstrumentLookup instruments) {
        JsonValue pairs = message.get("data").find("pairs");
        return pairs == null
                ? List.of(new Decoded.Ignored("assets alone"))
                : JsonDecoder.rows(pairs.elements(), row -> List.of(streamedPair(row, received, instruments)));
    }

    private static Decoded streamedPair(JsonValue row, long received, InstrumentLookup instruments) {
        String symbol = row.text("symbol");
        Instrument known = instruments.find(symbol);
        Long ended = known == null ? null : known.endedAt();
        BigDecimal tick = row.optionalDecimal("price_increment");
        return listed(
                KrakenPair.ofSlashed("symbol", symbol),
                row,
                step(
                        "price_precision",
                        tick != null ? tick : row.optionalDecimal("tick_size"),
                        row.get("price_precision")),
                step("qty_precision", row.optionalDecimal("qty_increment"), row.get("qty_precision")),
                known == null ? MAKER_FEE : known.makerFeeBps(),
                known == null ? TAKER_FEE : known.takerFeeBps(),
                ended != null ? ended : (Long) received);
    }

    /** A step with all decimals of the pair; the smallest one where only decimals are told. */
    private static BigDecimal step(String name, @Nullable BigDecimal step, JsonValue precision) {
        long decimals = precision.integer();
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new BadMember(name, "expected a number of decimals, got " + decimals);
        }
        BigDecimal smallest = BigDecimal.ONE.movePointLeft((int) decimals);
        if (step == null) {
            return smallest;
        }
        return step.scale() < decimals ? step.setScale((int) decimals) : step;
    }

    /** @param ended when a pair that is delisted ended */
    private static Decoded listed(
            KrakenPair pair,
            JsonValue row,
            BigDecimal tick,
            BigDecimal lot,
            @Nullable BigDecimal maker,
            @Nullable BigDecimal taker,
            @Nullable Long ended) {
        String status = row.textOr("status", "online");
        if (status.equals("work_in_progress")) {
            return new Decoded.Ignored(pair.symbol() + " does not trade yet");
        }
        return new Decoded.Listed(new Instrument(
                pair.id(),
                pair.base(),
                pair.quote(),
                null,
                pair.symbol(),
                null,
                null,
                tick,
                lot,
                null,
                null,
                null,
                Sector.of(pair.base()),
                maker,
                taker,
                null,
                status.equals("delisted") ? ended : null));
    }
}
