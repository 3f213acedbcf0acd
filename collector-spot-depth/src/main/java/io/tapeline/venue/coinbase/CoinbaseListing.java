package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products, of {@code /products} and of the channel {@code status}. */
record CoinbaseListing(InstrumentLookup instruments, long received) {
    /** Of the lowest tier, under 10 000 USD in thirty days. */
    private static final BigDecimal MAKER_FEE_BPS = BigDecimal.valueOf(40);

    private static final BigDecimal TAKER_FEE_BPS = BigDecimal.valueOf(60);

    List<Decoded> read(JsonValue products) {
        List<Decoded> decoded = new ArrayList<>();
        products.elements().forEach(product -> decoded.addAll(product(product)));
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("no products")) : decoded;
    }

    List<Decoded> product(JsonValue product) {
        try {
            String id = product.text("id");
            boolean trades = product.text("status").equals("online") && !product.flag("trading_disabled");
            Instrument known = instruments.find(id);
            return trades || known != null
                    ? List.of(new Decoded.Listed(instrument(product, id, trades ? null : ended(known))))
                    : List.of(new Decoded.Ignored(id + " does not trade"));
        } catch (BadMember e) {
            String name = product.isObject() ? product.textOr("id", "a product") : "a product";
            return List.of(new Decoded.Malformed(new BadMember(name, e.reason()).reason()));
        }
    }

    private static Instrument instrument(JsonValue product, String id, @Nullable Long ended) {
        String base = product.text("base_currency");
        String quote = product.text("quote_currency");
        return new Instrument(
                CoinbaseVenue.instrument(id),
                base,
                quote,
                null,
                base + "/" + quote,
                null,
                null,
                product.optionalDecimal("quote_increment"),
                product.optionalDecimal("base_increment"),
                null,
                null,
                null,
                Sector.of(base),
                MAKER_FEE_BPS,
                TAKER_FEE_BPS,
                null,
                ended);
    }

    /** When it was first seen not to trade any more. */
    private Long ended(@Nullable Instrument known) {
        Long before = known == null ? null : known.endedAt();
        return before == null ? (Long) received : before;
    }
}
