package io.tapeline.venue.dydx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Markets: what trades, oracle prices, funding and open interest. A change has only the members that changed, and each of
 * them says all there is to say of its kind, so nothing is merged.
 */
final class DydxMarkets {
    private static final BigDecimal MAKER_FEE_BPS = BigDecimal.ONE;
    private static final BigDecimal TAKER_FEE_BPS = BigDecimal.valueOf(5);

    private DydxMarkets() {}

    /** Every market, as it is now. */
    static List<Decoded> listing(JsonValue answer, long received, InstrumentLookup instruments) {
        return each(answer.get("markets"), (ticker, market) -> {
            Header header = Header.received(DydxNames.instrument(ticker), received);
            List<Decoded> said = new ArrayList<>(4);
            said.add(new Decoded.Listed(instrument(ticker, market, received, instruments)));
            price(market, header, said);
            trading(market, header, said);
            return said;
        });
    }

    /** What changed. Prices come first: open interest in USD is by the price of its frame. */
    static List<Decoded> changes(JsonValue contents, long received) {
        List<Decoded> said = new ArrayList<>();
        JsonValue prices = contents.find("oraclePrices");
        if (prices != null) {
            said.addAll(each(prices, (ticker, price) -> prices(ticker, price, received)));
        }
        JsonValue trading = contents.find("trading");
        if (trading != null) {
            said.addAll(each(trading, (ticker, market) -> {
                List<Decoded> values = new ArrayList<>(2);
                trading(market, Header.received(DydxNames.instrument(ticker), received), values);
                return values;
            }));
        }
        return said.isEmpty() ? List.of(new Decoded.Ignored("nothing that is collected changed")) : said;
    }

    private static List<Decoded> each(JsonValue byTicker, BiFunction<String, JsonValue, List<Decoded>> reading) {
        List<Decoded> said = new ArrayList<>();
        byTicker.members().forEach((ticker, value) -> {
            try {
                said.addAll(reading.apply(ticker, value));
            } catch (BadMember e) {
                said.add(new Decoded.Malformed(e.reason()));
            }
        });
        return said;
    }

    private static List<Decoded> prices(String ticker, JsonValue price, long received) {
        List<Decoded> said = new ArrayList<>(1);
        price(price, Header.venue(DydxNames.instrument(ticker), price.iso("effectiveAt"), received), said);
        return said;
    }

    /** Margin and liquidations go by the oracle price: it is mark and index price. */
    private static void price(JsonValue values, Header header, List<Decoded> said) {
        BigDecimal oracle = values.optionalDecimal("oraclePrice");
        if (oracle != null) {
            said.add(new Decoded.Event(new MarkPrice(header, oracle, oracle, null)));
        }
    }

    /**
     * {@code nextFundingRate} is the estimate for the running hour, a fraction per hour. {@code openInterest} is the sum of
     * long positions as the Indexer counts it; the chain's own figure, which may differ, is kept beside it where it comes.
     */
    private static void trading(JsonValue values, Header header, List<Decoded> said) {
        BigDecimal rate = values.optionalDecimal("nextFundingRate");
        if (rate != null) {
            said.add(new Decoded.Event(new FundingRate(
                    header,
                    rate,
                    FundingStatus.ESTIMATED,
                    BigDecimal.ONE,
                    null,
                    null,
                    EpochTime.hourAfter(header.receivedAt()),
                    Map.of())));
        }
        BigDecimal interest = values.optionalDecimal("openInterest");
        if (interest != null) {
            BigDecimal chains = values.optionalDecimal("baseOpenInterest");
            Map<String, Object> metadata = chains == null ? Map.of() : Map.of("base_open_interest", chains);
            said.add(new Decoded.Event(new OpenInterest(header, interest, null, null, metadata)));
        }
    }

    private static Instrument instrument(String ticker, JsonValue market, long received, InstrumentLookup instruments) {
        InstrumentId id = DydxNames.instrument(ticker);
        // A base may hold anything, an address with commas or a dash too.
        int dash = ticker.lastIndexOf('-');
        if (dash <= 0) {
            throw new BadMember("ticker", "expected one such as BTC-USD, got '" + ticker + "'");
        }
        String base = ticker.substring(0, dash);
        return new Instrument(
                id,
                base,
                ticker.substring(dash + 1),
                "USDC",
                base + "/USDC:USDC",
                null,
                ContractType.LINEAR,
                market.optionalDecimal("tickSize"),
                market.optionalDecimal("stepSize"),
                null,
                null,
                null,
                Sector.of(base),
                MAKER_FEE_BPS,
                TAKER_FEE_BPS,
                null,
                endedAt(market, received, instruments.find(ticker)));
    }

    /** A market that is paused or not yet begun will trade; one in final settlement never again, since when nobody tells. */
    private static @Nullable Long endedAt(JsonValue market, long received, @Nullable Instrument known) {
        if (!market.textOr("status", "").equals("FINAL_SETTLEMENT")) {
            return null;
        }
        return known != null && known.endedAt() != null ? known.endedAt() : (Long) received;
    }
}
