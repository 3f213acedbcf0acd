package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads REST answers, told apart by their path. Errors come with 200, in {@code error}. */
final class KrakenAnswers implements JsonDecoder.Reading {
    /** What an answer is about, in the fragment of its address: REST has other names for it. */
    static final String SYMBOL = "symbol";

    /** Members of a result beside the one that is named for the pair. */
    private static final Set<String> CURSORS = Set.of("last");

    private final KrakenTradePages pages;

    KrakenAnswers(KrakenTradePages pages) {
        this.pages = pages;
    }

    @Override
    public List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        List<JsonValue> errors = answer.get("error").elements();
        if (!errors.isEmpty()) {
            return List.of(new Decoded.Rejected(null, errors.getFirst().text()));
        }
        JsonValue result = answer.get("result");
        RequestAddress asked = RequestAddress.of(frame.url());
        return switch (asked.lastSegment()) {
            case "AssetPairs" -> KrakenListing.answered(result);
            case "Trades" -> pages.read(result, rows(result), pair(asked), asked, frame.received(), instruments);
            case "OHLC" -> KrakenCandles.answered(rows(result), pair(asked), asked, frame.received());
            case "Time" -> List.of(new Decoded.Ignored("the venue's clock " + result.text("unixtime")));
            default -> List.of(new Decoded.Unknown("answer of '" + asked.path() + "'"));
        };
    }

    private static KrakenPair pair(RequestAddress asked) {
        String symbol = asked.optional(SYMBOL);
        String pair = symbol != null ? symbol : asked.parameter("pair");
        return pair.indexOf('/') > 0 ? KrakenPair.ofSlashed(SYMBOL, pair) : KrakenPair.ofRest(pair);
    }

    private static JsonValue rows(JsonValue result) {
        return result.members().entrySet().stream()
                .filter(member -> !CURSORS.contains(member.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new BadMember("result", "expected a member with rows, got none"));
    }
}
