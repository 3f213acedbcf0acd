package io.tapeline.venue.polymarket;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Markets as Gamma tells of them, in events or by themselves. Each Up or Down market is two instruments, one for each
 * outcome; a market that is resolved settles both.
 *
 * @param settings how long a market is live after its end, and what counts as YES
 */
record PolymarketListing(PolymarketSettings settings) {
    /** A taker pays rate x p x (1 - p) a share; in basis points of its value that is most usual at p = 0.5. */
    private static final BigDecimal TYPICAL = new BigDecimal("0.5");

    private static final BigDecimal USUAL_RATE = new BigDecimal("0.07");
    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    List<Decoded> read(JsonValue answer, long received) {
        List<JsonValue> found = answer.isArray() ? answer.elements() : List.of(answer);
        List<Decoded> said = JsonDecoder.rows(
                found,
                each -> each.has("markets")
                        ? JsonDecoder.rows(each.get("markets").elements(), market -> market(market, each, received))
                        : market(each, each, received));
        return said.isEmpty() ? List.of(new Decoded.Ignored("no such market, or not yet")) : said;
    }

    /** @param event that the market belongs to, the market itself where it comes alone */
    private List<Decoded> market(JsonValue market, JsonValue event, long received) {
        String slug = market.text("slug");
        String asset = Slugs.asset(slug);
        if (asset == null) {
            return List.of(new Decoded.Ignored("no Up or Down market: " + slug));
        }
        List<String> tokens = texts(market, "clobTokenIds");
        List<String> outcomes = texts(market, "outcomes");
        if (tokens.isEmpty() || tokens.contains("")) {
            return List.of(new Decoded.Ignored("not on the order book yet: " + slug));
        } else if (tokens.size() != outcomes.size()) {
            throw new BadMember(
                    "clobTokenIds", "expected as many as outcomes, " + outcomes.size() + ", got " + tokens.size());
        }
        List<Decoded> said = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            said.add(new Decoded.Listed(instrument(tokens.get(i), outcomes.get(i), asset, slug, market, received)));
        }
        List<String> prices = texts(market, "outcomePrices");
        if (isResolved(market, prices) && prices.size() == tokens.size()) {
            for (int i = 0; i < tokens.size(); i++) {
                said.add(settled(tokens.get(i), outcomes.get(i), prices.get(i), market, event, received));
            }
        }
        return said;
    }

    /** An array, or the text of one; empty where it is absent. */
    private static List<String> texts(JsonValue market, String name) {
        JsonValue found = market.find(name);
        if (found == null) {
            return List.of();
        }
        JsonValue array = found;
        if (found.isString()) {
            try {
                array = JsonReader.read(found.text().getBytes(StandardCharsets.UTF_8));
            } catch (BadMember e) {
                throw new BadMember(name, "expected an array in a text, got '" + found.text() + "'");
            }
        }
        if (!array.isArray()) {
            throw new BadMember(name, "expected an array, got '" + found.text() + "'");
        }
        return array.elements().stream().map(JsonValue::text).toList();
    }

    private Instrument instrument(
            String token, String outcome, String asset, String slug, JsonValue market, long received) {
        long end = market.iso("endDate");
        boolean ended = received >= end + settings.linger().toMillis() * 1_000;
        return new Instrument(
                PolymarketNames.token(token),
                asset,
                "USD",
                "PUSD",
                PolymarketNames.unified(slug, outcome),
                null,
                null,
                market.optionalDecimal("orderPriceMinTickSize"),
                null,
                end,
                null,
                null,
                Sector.of(asset),
                BigDecimal.ZERO,
                takerFee(market),
                market.has("startDate") ? (Long) market.iso("startDate") : null,
                ended ? (Long) end : null);
    }

    private static BigDecimal takerFee(JsonValue market) {
        if (market.has("feesEnabled") && !market.flag("feesEnabled")) {
            return BigDecimal.ZERO;
        }
        JsonValue schedule = market.find("feeSchedule");
        BigDecimal told = schedule == null ? null : schedule.optionalDecimal("rate");
        BigDecimal rate = told == null ? USUAL_RATE : told;
        return Decimals.derived(rate.multiply(TYPICAL).multiply(BPS).stripTrailingZeros());
    }

    /** Prices of an open market are probabilities; of one that is resolved, what each token is worth. */
    private static boolean isResolved(JsonValue market, List<String> prices) {
        return market.flag("closed")
                && (market.textOr("umaResolutionStatus", "").equals("resolved")
                        || prices.stream().allMatch(price -> price.equals("0") || price.equals("1")));
    }

    private Decoded settled(
            String token, String outcome, String price, JsonValue market, JsonValue event, long received) {
        Map<String, Object> metadata = PolymarketNames.labels(outcome.toUpperCase(Locale.ROOT), settings.upIsYes());
        metadata.put("source", "gamma");
        put(metadata, "condition_id", market.optionalText("conditionId"));
        put(metadata, "resolution_source", market.optionalText("resolutionSource"));
        put(metadata, "market_config", market.optionalText("cryptoMarketConfigId"));
        JsonValue told = event.find("eventMetadata");
        if (told != null && told.isObject()) {
            put(metadata, "price_to_beat", told.optionalDecimal("priceToBeat"));
            put(metadata, "final_price", told.optionalDecimal("finalPrice"));
        }
        Header header = Header.venue(PolymarketNames.token(token), market.iso("endDate"), received);
        return settlement(header, decimal(price), metadata);
    }

    private static BigDecimal decimal(String price) {
        try {
            return Decimals.parse(price);
        } catch (NumberFormatException e) {
            throw new BadMember("outcomePrices", String.valueOf(e.getMessage()));
        }
    }

    private static void put(Map<String, Object> metadata, String name, @Nullable Object value) {
        if (value != null) {
            metadata.put(name, value);
        }
    }

    /** What a token is worth, once and for all; its day is that of the window's end. */
    static Decoded settlement(Header header, BigDecimal price, Map<String, Object> metadata) {
        metadata.put("stage", "final");
        String day = Instant.EPOCH
                .plus(header.timestamp(), ChronoUnit.MICROS)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        return new Decoded.Event(
                new Settlement(header, price, day, null, null, null, null, null, false, false, metadata));
    }

    static Instrument withTick(Instrument known, BigDecimal tick) {
        return new Instrument(
                known.id(),
                known.base(),
                known.quote(),
                known.settle(),
                known.unifiedSymbol(),
                known.contractSize(),
                known.contractType(),
                tick,
                known.lotSize(),
                known.expiry(),
                known.strike(),
                known.optionType(),
                known.sector(),
                known.makerFeeBps(),
                known.takerFeeBps(),
                known.listedAt(),
                known.endedAt());
    }
}
