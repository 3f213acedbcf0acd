package io.tapeline.venue.htx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;
import java.util.List;

/** Reads REST answers, told apart by the last two words of their path. */
final class HtxSpotAnswers implements JsonDecoder.Reading {

    @Override
    public List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        String refusal = HtxRefusals.in(answer);
        if (refusal != null) {
            return List.of(new Decoded.Rejected(null, refusal));
        }
        RequestAddress asked = RequestAddress.of(frame.url());
        long received = frame.received();
        return switch (lastWords(asked.path())) {
            case "common/symbols", "common/market-symbols" ->
                HtxSpotListing.read(answer.get("data"), received, instruments);
            case "history/trade" -> trades(answer, pair(asked, instruments), received);
            case "history/kline" -> candles(answer, asked, pair(asked, instruments), received);
            case "market/depth" -> List.of(book(answer.get("tick"), pair(asked, instruments), received));
            case "common/timestamp" -> List.of(new Decoded.Ignored("the venue's clock " + answer.integer("data")));
            default -> List.of(new Decoded.Unknown("answer of '" + asked.path() + "'"));
        };
    }

    private static String lastWords(String path) {
        int last = path.lastIndexOf('/');
        return path.substring(path.lastIndexOf('/', last - 1) + 1);
    }

    private static InstrumentId pair(RequestAddress asked, InstrumentLookup instruments) {
        return HtxSpotVenue.instrument(asked.parameter("symbol"), instruments);
    }

    private static List<Decoded> trades(JsonValue answer, InstrumentId id, long received) {
        return JsonDecoder.rows(
                HtxTrades.oldestFirst(answer, "trade-id"),
                row -> List.of(HtxSpotEvents.trade(row, "trade-id", id, received)));
    }

    /** Newest first; published oldest first. */
    private static List<Decoded> candles(JsonValue answer, RequestAddress asked, InstrumentId id, long received) {
        HtxCandles candles =
                new HtxCandles(id, asked.parameter("period"), CandleSource.TRADE, answer.millis("ts"), received);
        return JsonDecoder.rows(answer.get("data").elements().reversed(), row -> List.of(candles.ofPairs(row)));
    }

    private static Decoded book(JsonValue tick, InstrumentId id, long received) {
        return HtxSpotEvents.whole(tick, Header.venue(id, tick.millis("ts"), received));
    }
}
