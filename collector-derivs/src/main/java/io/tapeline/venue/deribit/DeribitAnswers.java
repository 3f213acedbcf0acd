package io.tapeline.venue.deribit;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.VolatilityIndex;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** REST answers, told apart by the method in their address. */
final class DeribitAnswers {
    private final DeribitPages pages;

    DeribitAnswers(DeribitPages pages) {
        this.pages = pages;
    }

    List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        if (message.has("error")) {
            return List.of(new Decoded.Rejected(null, DeribitControl.reason(message.get("error"))));
        }
        JsonValue result = message.get("result");
        RequestAddress asked = RequestAddress.of(frame.url());
        return switch (asked.lastSegment()) {
            case "get_instruments" -> DeribitListing.read(result, frame.received(), instruments);
            case "get_last_trades_by_instrument",
                    "get_last_trades_by_instrument_and_time",
                    "get_last_trades_by_currency",
                    "get_last_trades_by_currency_and_time" -> trades(result, asked, frame);
            case "get_tradingview_chart_data" ->
                DeribitCandles.answer(result, asked, venueTime(message, frame), frame.received());
            case "get_funding_rate_history" ->
                JsonDecoder.rows(result.elements(), row -> List.of(settled(row, asked, frame.received())));
            case "get_volatility_index_data" -> volatility(result, asked, frame);
            case "get_order_book" -> List.of(DeribitBooks.read(result, frame, instruments));
            case "ticker" -> List.of(DeribitTickers.read(result, frame.received()));
            case "get_time" -> List.of(new Decoded.Ignored("the venue's clock"));
            default -> List.of(new Decoded.Unknown("an answer of " + asked.path()));
        };
    }

    /** When the venue answered; some answers in documents and from caches do not say. */
    private static long venueTime(JsonValue message, RawFrame frame) {
        Long micros = message.optionalInteger("usOut");
        return micros == null ? frame.received() : micros;
    }

    private List<Decoded> trades(JsonValue result, RequestAddress asked, RawFrame frame) {
        List<JsonValue> rows = result.get("trades").elements();
        List<Decoded> decoded = new ArrayList<>(JsonDecoder.rows(rows, row -> wanted(row, asked, frame.received())));
        pages.after(result, asked, frame.url()).ifPresent(decoded::add);
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("no trades")) : decoded;
    }

    private static List<Decoded> wanted(JsonValue row, RequestAddress asked, long received) {
        String bases = asked.optional(DeribitPages.FLAGGED);
        return bases == null || isFlagged(row, bases) ? DeribitTrades.read(row, received) : List.of();
    }

    private static boolean isFlagged(JsonValue row, String bases) {
        return row.has("liquidation")
                && List.of(bases.split(","))
                        .contains(DeribitSymbol.of(row.text("instrument_name")).base());
    }

    /** {@code interest_1h} is what longs paid over the hour that ends at {@code timestamp}. */
    private static Decoded settled(JsonValue row, RequestAddress asked, long received) {
        DeribitSymbol symbol = DeribitSymbol.of(asked.parameter("instrument_name"));
        if (symbol.market() == null) {
            throw new BadMember("instrument_name", "expected a perpetual, got '" + symbol.name() + "'");
        }
        return new Decoded.Event(new FundingRate(
                DeribitTrades.header(symbol, row, received),
                row.decimal("interest_1h"),
                FundingStatus.SETTLED,
                BigDecimal.ONE,
                null,
                null,
                null,
                Map.of()));
    }

    /** Candles of the index, of which the opening value is the one at the time of the row. */
    private List<Decoded> volatility(JsonValue result, RequestAddress asked, RawFrame frame) {
        var index = DeribitSymbol.volatilityIndex(asked.parameter("currency"));
        List<Decoded> decoded =
                new ArrayList<>(JsonDecoder.rows(result.get("data").elements(), row -> {
                    Header header = Header.venue(index, row.at(0).millis(), frame.received());
                    return List.of(new Decoded.Event(
                            new VolatilityIndex(header, row.at(1).decimal())));
                }));
        if (result.has("continuation")) {
            decoded.add(pages.until(frame.url(), result.integer("continuation")));
        }
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("no values")) : decoded;
    }

    /** The answer of {@code get_time}, epoch microseconds. */
    static long time(byte[] body) {
        return JsonReader.read(body).millis("result");
    }
}
