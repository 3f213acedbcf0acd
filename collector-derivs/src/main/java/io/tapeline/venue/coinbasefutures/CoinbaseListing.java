package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import io.tapeline.model.json.IsoMicros;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Products of {@code product_type=FUTURE}: what they are, and what they are worth at the moment. Both come in one answer; a
 * question with {@value #LISTING} in its fragment wants the first alone. Fees are an amount a contract (0.10 USD for nano
 * contracts, before the broker's), so they cannot be said in basis points.
 */
record CoinbaseListing(RequestAddress address, InstrumentLookup instruments, long received) {
    static final String LISTING = "listing";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC);

    List<Decoded> read(JsonValue answer) {
        boolean states = address.optional(LISTING) == null;
        List<Decoded> decoded = new ArrayList<>();
        answer.get("products").elements().forEach(product -> decoded.addAll(row(product, states)));
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("no products")) : decoded;
    }

    private List<Decoded> row(JsonValue product, boolean states) {
        try {
            // The international exchange is closed, though its products are still listed.
            if (!CoinbaseProducts.derivative(product.text("product_id"))) {
                return List.of(new Decoded.Ignored("no product of the derivatives exchange"));
            }
            List<Decoded> decoded = new ArrayList<>();
            Instrument instrument = instrument(product);
            decoded.add(new Decoded.Listed(instrument));
            if (states) {
                decoded.addAll(CoinbaseStates.read(product, instrument.id(), received));
            }
            return decoded;
        } catch (BadMember e) {
            String name = product.isObject() ? product.textOr("product_id", "a product") : "a product";
            return List.of(new Decoded.Malformed(new BadMember(name, e.reason()).reason()));
        }
    }

    private Instrument instrument(JsonValue product) {
        JsonValue details = product.get("future_product_details");
        String symbol = product.text("product_id");
        String base = details.text("contract_root_unit");
        String quote = product.text("quote_currency_id");
        boolean perpetual = details.has("funding_rate") || details.has("funding_interval");
        Long formal = details.has("contract_expiry") ? (Long) details.iso("contract_expiry") : null;
        Long expiry = perpetual ? null : formal;
        return new Instrument(
                new InstrumentId(CoinbaseProducts.EXCHANGE, perpetual ? Market.PERPETUAL : Market.FUTURE, symbol),
                base,
                quote,
                quote,
                base + "/" + quote + ":" + quote
                        + (expiry == null ? "" : "-" + DAY.format(IsoMicros.toInstant(expiry))),
                details.optionalDecimal("contract_size"),
                ContractType.LINEAR,
                product.optionalDecimal("price_increment"),
                product.optionalDecimal("base_increment"),
                expiry,
                null,
                null,
                Sector.of(base),
                null,
                null,
                null,
                ended(product, symbol, formal));
    }

    /** Null while it may trade, a closed session and a maintenance included. */
    private @Nullable Long ended(JsonValue product, String symbol, @Nullable Long expiry) {
        if (expiry != null && expiry <= received) {
            return expiry;
        } else if (!product.flag("is_disabled")) {
            return null;
        }
        Instrument known = instruments.find(symbol);
        Long before = known == null ? null : known.endedAt();
        return before == null ? (Long) received : before;
    }
}
