package io.tapeline.venue.binance;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueDecoder;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Frames of one feed to what they say. Streams are read by {@link BinanceMessages}, answers by {@link BinanceAnswers}. */
final class BinanceDecoder implements VenueDecoder {
    static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(200)
                    .build())
            .build();

    private final BinanceMessages messages;
    private final BinanceAnswers answers;

    BinanceDecoder(BinanceDialect dialect, int maxFrameBytes) {
        this.messages = new BinanceMessages(dialect, maxFrameBytes);
        this.answers = new BinanceAnswers(dialect);
    }

    @Override
    public List<Decoded> decode(RawFrame frame, InstrumentLookup instruments) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), frame.body())) {
            List<Decoded> decoded = frame.transport() == Transport.REST
                    ? answers.read(in, frame, instruments)
                    : messages.read(in, frame, instruments);
            return in.nextToken() == null ? decoded : malformed("frame: expected one JSON value, got more");
        } catch (BadMember e) {
            return malformed(String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            return malformed("frame: not JSON: " + firstLine(e.getOriginalMessage()));
        }
    }

    static List<Decoded> malformed(String reason) {
        return List.of(new Decoded.Malformed(reason));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
