package io.tapeline.venue.drift;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /stats/markets}: what is listed, with funding and open interest of the moment. Funding is percent per hour as the
 * holder feels it, negative where that side pays. Open interest counts base units, shorts below zero; the venue's own
 * pool holds the difference, so the larger side counts.
 */
final class DriftListing {
    private static final String PREDICTION = "-BET";
    private static final Set<String> ENDED = Set.of("delisted", "settlement", "settled");
    private static final BigDecimal TAKER_BPS = new BigDecimal("3.5");
    private static final BigDecimal MAKER_BPS = new BigDecimal("-0.25");

    private DriftListing() {}

    static List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        return JsonDecoder.rows(answer.get("markets").elements(), row -> market(row, frame.received(), instruments));
    }

    private static List<Decoded> market(JsonValue row, long received, InstrumentLookup instruments) {
        String symbol = row.text("symbol");
        if (symbol.contains(PREDICTION)) {
            return List.of(new Decoded.Ignored("a prediction market"));
        }
        boolean ended = ENDED.contains(row.textOr("status", "active"));
        Instrument known = instruments.find(symbol);
        if (ended && (known == null || !known.live())) {
            return List.of(new Decoded.Ignored("not traded any more: " + symbol));
        }
        List<Decoded> said = new ArrayList<>(3);
        said.add(new Decoded.Listed(instrument(row, symbol, ended ? received : null)));
        if (DriftMarkets.isPerpetual(symbol) && !ended) {
            Header header = Header.received(DriftMarkets.of(symbol), received);
            funding(row, header, said);
            openInterest(row, header, said);
        }
        return said;
    }

    private static Instrument instrument(JsonValue row, String symbol, @Nullable Long ended) {
        boolean perpetual = DriftMarkets.isPerpetual(symbol);
        String base = row.text("baseAsset");
        String quote = row.text("quoteAsset");
        return new Instrument(
                DriftMarkets.of(symbol),
                base,
                quote,
                perpetual ? quote : null,
                perpetual ? base + "/" + quote + ":" + quote : null,
                perpetual ? BigDecimal.ONE : null,
                perpetual ? ContractType.LINEAR : null,
                null,
                null,
                null,
                null,
                null,
                Sector.of(base),
                perpetual ? MAKER_BPS : null,
                perpetual ? TAKER_BPS : null,
                null,
                ended);
    }

    private static void funding(JsonValue row, Header header, List<Decoded> said) {
        JsonValue sides = row.find("fundingRate");
        if (sides == null || !sides.has("long")) {
            return;
        }
        BigDecimal ofLongs = sides.decimal("long").negate().movePointLeft(2);
        BigDecimal ofShorts = sides.optionalDecimal("short");
        said.add(new Decoded.Event(new FundingRate(
                header,
                ofLongs,
                FundingStatus.ESTIMATED,
                BigDecimal.ONE,
                null,
                null,
                null,
                ofShorts == null
                        ? Map.of("rate_long", ofLongs)
                        : Map.of("rate_long", ofLongs, "rate_short", ofShorts.movePointLeft(2)))));
    }

    private static void openInterest(JsonValue row, Header header, List<Decoded> said) {
        JsonValue sides = row.find("openInterest");
        if (sides == null || !sides.has("long") || !sides.has("short")) {
            return;
        }
        BigDecimal longs = sides.decimal("long");
        BigDecimal shorts = sides.decimal("short").abs();
        BigDecimal larger = longs.max(shorts);
        said.add(new Decoded.Event(
                new OpenInterest(header, larger, larger, null, Map.of("long", longs, "short", shorts))));
    }
}
