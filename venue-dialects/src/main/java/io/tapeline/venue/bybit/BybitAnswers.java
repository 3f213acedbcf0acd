package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.MarketEvent;
import java.util.List;
import java.util.function.Function;

/** Tells answers apart by the path of the question. Lists come newest first and are read from their end. */
final class BybitAnswers {
    private static final String ROOT = "/v5/market/";

    private final BybitCategory category;

    BybitAnswers(BybitCategory category) {
        this.category = category;
    }

    List<Decoded> read(JsonValue envelope, RawFrame frame, InstrumentLookup instruments) {
        long code = envelope.integer("retCode");
        if (code != 0) {
            return List.of(new Decoded.Rejected(null, code + " " + envelope.textOr("retMsg", "no reason given")));
        }
        RequestAddress address = RequestAddress.of(frame.url());
        String name = address.path().substring(address.path().indexOf(ROOT) + ROOT.length());
        BybitRows rows = new BybitRows(category, address, instruments, envelope, frame.received());
        return switch (name) {
            case "instruments-info" -> BybitListing.read(envelope.get("result"), frame, category, instruments);
            case "recent-trade" -> each(envelope, rows::trade);
            case "kline" -> candles(envelope, rows, CandleSource.TRADE);
            case "time" -> List.of(new Decoded.Ignored("the time"));
            case "orderbook" -> List.of(new Decoded.Ignored("a book: the stream brings its own snapshot"));
            default -> category.contracts() ? ofContracts(name, envelope, rows) : ofPairs(name);
        };
    }

    private static List<Decoded> ofContracts(String name, JsonValue envelope, BybitRows rows) {
        return switch (name) {
            case "tickers" -> JsonDecoder.rows(list(envelope), row -> List.of(rows.ticker(row)));
            case "mark-price-kline" -> candles(envelope, rows, CandleSource.MARK);
            case "index-price-kline" -> candles(envelope, rows, CandleSource.INDEX);
            case "premium-index-price-kline" -> candles(envelope, rows, CandleSource.PREMIUM);
            case "funding/history" -> each(envelope, rows::settledFunding);
            case "open-interest" -> each(envelope, rows::openInterest);
            case "account-ratio" -> each(envelope, rows::ratio);
            case "delivery-price" -> JsonDecoder.rows(list(envelope), row -> List.of(rows.settlement(row)));
            default -> unknown(name);
        };
    }

    private static List<Decoded> ofPairs(String name) {
        return name.equals("tickers")
                ? List.of(new Decoded.Ignored("statistics of 24 hours: the stream brings quotes"))
                : unknown(name);
    }

    private static List<Decoded> unknown(String name) {
        return List.of(new Decoded.Unknown("answer of " + ROOT + name));
    }

    private static List<Decoded> candles(JsonValue envelope, BybitRows rows, CandleSource source) {
        return JsonDecoder.rows(list(envelope), row -> List.of(rows.candle(row, source)));
    }

    private static List<Decoded> each(JsonValue envelope, Function<JsonValue, ? extends MarketEvent> event) {
        return JsonDecoder.rows(list(envelope), row -> List.of(new Decoded.Event(event.apply(row))));
    }

    private static List<JsonValue> list(JsonValue envelope) {
        return envelope.get("result").get("list").elements().reversed();
    }
}
