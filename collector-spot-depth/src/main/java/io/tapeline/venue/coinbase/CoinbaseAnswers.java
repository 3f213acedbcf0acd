package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.List;

/** Tells answers apart by the path of the question. Lists come newest first and are read from their end. */
final class CoinbaseAnswers {
    private static final String PRODUCTS = "/products";

    private CoinbaseAnswers() {}

    static List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        RequestAddress address = RequestAddress.of(frame.url());
        String path = address.path();
        int products = path.lastIndexOf(PRODUCTS + "/");
        if (products >= 0) {
            String[] parts = path.substring(products + PRODUCTS.length() + 1).split("/", -1);
            return parts.length == 1
                    ? new CoinbaseListing(instruments, frame.received()).product(answer)
                    : aboutOne(answer, parts[0], parts[1], address, frame.received());
        }
        return switch (address.lastSegment()) {
            case "products" -> new CoinbaseListing(instruments, frame.received()).read(answer);
            case "time" -> {
                answer.iso("iso");
                yield List.of(new Decoded.Ignored("the time"));
            }
            default -> List.of(new Decoded.Unknown("answer of " + path));
        };
    }

    private static List<Decoded> aboutOne(
            JsonValue answer, String product, String what, RequestAddress address, long received) {
        return switch (what) {
            case "trades" ->
                JsonDecoder.rows(
                        answer.elements().reversed(),
                        row -> List.of(new Decoded.Event(CoinbaseTrades.read(row, product, received))));
            case "candles" -> {
                CoinbaseGranularity length = CoinbaseGranularity.ofSeconds(address.parameter("granularity"));
                yield JsonDecoder.rows(
                        answer.elements().reversed(),
                        row -> List.of(new Decoded.Event(CoinbaseCandles.read(row, product, length, received))));
            }
            case "book" -> List.of(new Decoded.Ignored("a book: the stream brings its own"));
            case "ticker", "stats" -> List.of(new Decoded.Ignored("a day at a glance"));
            default -> List.of(new Decoded.Unknown("answer of " + address.path()));
        };
    }
}
