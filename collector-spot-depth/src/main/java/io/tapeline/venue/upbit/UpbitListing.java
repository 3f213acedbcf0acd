package io.tapeline.venue.upbit;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Markets. The list of them has no ticks: it leads to the details, which do. Ticks in won follow the price in steps, so they
 * are read again with every listing.
 */
final class UpbitListing {
    /** The listing with the details of all that it names. */
    static final String DETAILED = "/v1/market/all?is_details=true#ticks=true";

    private static final String PATH = "/v1/market/all";

    /** Some 900 characters of an address. */
    private static final int MARKETS_A_CALL = 100;

    /** Volumes have eight decimals. */
    private static final BigDecimal LOT = BigDecimal.valueOf(1, 8);

    private static final BigDecimal KRW_FEE = BigDecimal.valueOf(5);
    private static final BigDecimal COIN_FEE = BigDecimal.valueOf(25);

    private UpbitListing() {}

    /** A tick that is known stays until it is read again. */
    static List<Decoded> markets(List<JsonValue> rows, RawFrame frame, InstrumentLookup instruments) {
        List<Decoded> listed = new ArrayList<>(JsonDecoder.rows(rows, row -> {
            String code = row.text("market");
            Instrument known = instruments.find(code);
            return List.of(new Decoded.Listed(instrument(code, known == null ? null : known.tickSize())));
        }));
        if (RequestAddress.of(frame.url()).optional("ticks") != null) {
            details(codes(listed), String.valueOf(frame.url()), listed);
        }
        return listed;
    }

    private static List<String> codes(List<Decoded> listed) {
        return listed.stream()
                .filter(Decoded.Listed.class::isInstance)
                .map(one -> ((Decoded.Listed) one).instrument().symbol())
                .toList();
    }

    /** One unknown code would fail a whole call: only listed ones are asked for. */
    private static void details(List<String> codes, String url, List<Decoded> into) {
        RestCalls calls = new RestCalls(url.substring(0, url.indexOf(PATH)), UpbitBudgets.ORDERBOOK);
        for (int from = 0; from < codes.size(); from += MARKETS_A_CALL) {
            List<String> some = codes.subList(from, Math.min(codes.size(), from + MARKETS_A_CALL));
            String query = RestCalls.query("markets", String.join(",", some));
            into.add(new Decoded.Referred(calls.listing("/v1/orderbook/instruments?" + query, 1)));
        }
    }

    static List<Decoded> detailed(JsonValue row) {
        return List.of(new Decoded.Listed(instrument(row.text("market"), row.decimal("tick_size"))));
    }

    private static Instrument instrument(String code, @Nullable BigDecimal tick) {
        String base = UpbitNames.base(code);
        String quote = UpbitNames.quote(code);
        BigDecimal fee = fee(quote);
        return new Instrument(
                UpbitNames.id(code),
                base,
                quote,
                null,
                base + "/" + quote,
                null,
                null,
                tick,
                LOT,
                null,
                null,
                null,
                Sector.of(base),
                fee,
                fee,
                null,
                null);
    }

    /** Maker and taker pay the same; what the sister sites take in their currencies is not known. */
    private static @Nullable BigDecimal fee(String quote) {
        return switch (quote) {
            case "KRW" -> KRW_FEE;
            case "BTC", "USDT" -> COIN_FEE;
            default -> null;
        };
    }
}
