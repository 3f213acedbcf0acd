package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Oracle prices of all tokens. The price of a token is the mark and the index price of every market on it; its bounds are
 * published as a quote without sizes, since nobody offers anything at them. Without the question (a recording made by
 * others) a price is filed under the token.
 */
final class GmxPrices {
    /** What the question says of the markets: {@code <market>:<symbol of the index token>,...}. */
    static final String MARKETS = "markets";

    /** An older price is none (venue documentation; a host that falls behind answers all the same). */
    private static final long OLDEST_MICROS = 30_000_000;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private GmxPrices() {}

    static List<Decoded> tickers(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        String markets = RequestAddress.of(frame.url()).optional(MARKETS);
        List<JsonValue> rows = answer.isArray() ? answer.elements() : List.of(answer);
        return JsonDecoder.rows(rows, row -> {
            List<Decoded> prices = new ArrayList<>();
            for (String address : addresses(row, markets)) {
                GmxMarkets.decimals(instruments, address)
                        .ifPresent(decimals ->
                                prices.addAll(ticker(row, id(address, markets), decimals, frame.received())));
            }
            return prices.isEmpty()
                    ? List.of(new Decoded.Ignored("nothing known of " + row.text("tokenSymbol")))
                    : prices;
        });
    }

    private static List<String> addresses(JsonValue row, @Nullable String markets) {
        if (markets == null) {
            return List.of(row.text("tokenAddress"));
        }
        String suffix = ":" + row.text("tokenSymbol");
        List<String> addresses = new ArrayList<>();
        for (String market : markets.split(",", -1)) {
            if (market.endsWith(suffix)) {
                addresses.add(market.substring(0, market.length() - suffix.length()));
            }
        }
        return addresses;
    }

    private static InstrumentId id(String address, @Nullable String markets) {
        return markets == null ? GmxMarkets.oracle(address) : GmxMarkets.perpetual(address);
    }

    private static List<Decoded> ticker(JsonValue row, InstrumentId id, int decimals, long received) {
        BigDecimal min = GmxScale.price(row.get("minPrice"), decimals);
        BigDecimal max = GmxScale.price(row.get("maxPrice"), decimals);
        long updated = row.millis("updatedAt");
        if (updated < received - OLDEST_MICROS) {
            throw new BadMember(
                    "updatedAt", "expected a price of the last 30 s, " + row.text("tokenSymbol") + " is older");
        }
        Header header = Header.venue(id, updated, received);
        BigDecimal mid = GmxScale.plain(min.add(max).multiply(HALF));
        return List.of(
                new Decoded.Event(new MarkPrice(header, mid, mid, null)),
                new Decoded.Event(new Quote(header, min, null, max, null, SizeUnit.BASE, null)));
    }
}
