package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.List;

/** Reads REST answers, told apart by their path. */
final class KrakenFuturesAnswers implements JsonDecoder.Reading {
    private static final String CHARTS = "/api/charts/v1/";

    @Override
    public List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        if (answer.textOr("result", "success").equals("error")) {
            return List.of(new Decoded.Rejected(null, answer.textOr("error", "no reason given")));
        }
        RequestAddress asked = RequestAddress.of(frame.url());
        long received = frame.received();
        if (asked.path().contains(CHARTS)) {
            return KrakenFuturesCharts.read(answer, asked.path(), received, instruments);
        }
        return switch (asked.lastSegment()) {
            case "instruments" -> KrakenFuturesListing.read(answer, received, instruments);
            case "tickers" -> tickers(answer, received, instruments);
            case "history" -> trades(answer, asked, received, instruments);
            case "orderbook" -> List.of(book(answer, asked, received, instruments));
            case "historical-funding-rates" -> KrakenFuturesFunding.read(answer, asked, received, instruments);
            case "status" -> List.of(new Decoded.Ignored("the venue's clock " + answer.text("serverTime")));
            default -> List.of(new Decoded.Unknown("answer of '" + asked.path() + "'"));
        };
    }

    private static KrakenFuturesEvents events(String symbol, long received, InstrumentLookup instruments) {
        KrakenProduct product = KrakenProduct.of(symbol);
        return new KrakenFuturesEvents(product, product.id(instruments), received);
    }

    /** Indices are among them. */
    private static List<Decoded> tickers(JsonValue answer, long received, InstrumentLookup instruments) {
        long time = EpochTime.iso("serverTime", answer.text("serverTime"));
        return JsonDecoder.rows(answer.get("tickers").elements(), row -> {
            if (!row.has("markPrice")) {
                return List.of(new Decoded.Ignored(row.text("symbol") + " is an index"));
            }
            KrakenFuturesEvents events = events(row.text("symbol"), received, instruments);
            Header header = Header.venue(events.id(), time, received);
            List<Decoded> decoded = new ArrayList<>();
            decoded.add(new Decoded.TickerChange(header, true, KrakenFuturesTickers.answered(row, events.product())));
            decoded.add(events.quote(header, row, "bidSize", "askSize"));
            return decoded;
        });
    }

    /** Newest first, without the numbers that the stream has; put out oldest first. */
    private static List<Decoded> trades(
            JsonValue answer, RequestAddress asked, long received, InstrumentLookup instruments) {
        KrakenFuturesEvents events = events(asked.parameter("symbol"), received, instruments);
        return JsonDecoder.rows(
                answer.get("history").elements().reversed(),
                row -> events.trade(row, EpochTime.iso("time", row.text("time")), "size", null));
    }

    private static Decoded book(JsonValue answer, RequestAddress asked, long received, InstrumentLookup instruments) {
        KrakenFuturesEvents events = events(asked.parameter("symbol"), received, instruments);
        InstrumentId id = events.id();
        String time = answer.optionalText("serverTime");
        Header header = time == null
                ? Header.received(id, received)
                : Header.venue(id, EpochTime.iso("serverTime", time), received);
        JsonValue book = answer.get("orderBook");
        return events.update(header, true, book.levels("bids"), book.levels("asks"), null);
    }
}
