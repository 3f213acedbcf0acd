package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.Arrays;
import java.util.List;

/** Tells answers apart by the path of the question. Lists come newest first and are read from their end. */
final class CoinbaseAnswers {
    private static final String MARKET = "/market/";

    private CoinbaseAnswers() {}

    static List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        RequestAddress address = RequestAddress.of(frame.url());
        String name = address.lastSegment();
        if (address.path().contains(MARKET + "products/")) {
            return aboutOne(answer, address, frame.received(), instruments);
        }
        return switch (name) {
            case "products" -> new CoinbaseListing(address, instruments, frame.received()).read(answer);
            case "time" -> {
                answer.integer("epochMillis");
                yield List.of(new Decoded.Ignored("the time"));
            }
            case "product_book" -> List.of(new Decoded.Ignored("a book: the stream brings its own snapshot"));
            default -> List.of(new Decoded.Unknown("answer of " + address.path()));
        };
    }

    private static List<Decoded> aboutOne(
            JsonValue answer, RequestAddress address, long received, InstrumentLookup instruments) {
        String[] parts = address.path().split("/", -1);
        String product = parts[parts.length - 2];
        return switch (address.lastSegment()) {
            case "ticker" ->
                JsonDecoder.rows(
                        answer.get("trades").elements().reversed(),
                        row -> List.of(new Decoded.Event(CoinbaseTrades.read(
                                row, CoinbaseProducts.instrument(product, instruments), received))));
            case "candles" -> {
                CoinbaseGranularity granularity = granularity(address.parameter("granularity"));
                yield JsonDecoder.rows(
                        answer.get("candles").elements().reversed(),
                        row -> List.of(new Decoded.Event(
                                CoinbaseCandles.read(row, product, granularity, received, instruments, received))));
            }
            default -> List.of(new Decoded.Unknown("answer of " + address.path()));
        };
    }

    private static CoinbaseGranularity granularity(String asked) {
        return Arrays.stream(CoinbaseGranularity.values())
                .filter(one -> one.name().equals(asked))
                .findFirst()
                .orElseThrow(
                        () -> new BadMember("granularity", "expected one such as ONE_MINUTE, got '" + asked + "'"));
    }
}
