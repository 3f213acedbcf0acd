package io.tapeline.collector.venue;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.model.event.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A message as a venue documents it, typed in and kept with the tests.
 *
 * @param channel as the coverage table names it
 * @param url address it came from; for an answer with its query
 * @param yields kinds it must be decoded to, a book change counting as {@code BOOK} and a listing as {@code INSTRUMENT};
 *     empty for what yields no event, such as funding terms
 */
public record VenuePayload(String channel, Transport transport, String url, String text, Set<Kind> yields) {
    /** When every payload is taken to have been received: 2026-11-20T10:00:00Z. */
    public static final long RECEIVED = 1_795_168_800_000_000L;

    public static VenuePayload stream(String channel, String text, Kind... yields) {
        return new VenuePayload(channel, Transport.WS, null, text.strip(), Set.of(yields));
    }

    public static VenuePayload answer(String channel, String url, String text, Kind... yields) {
        return new VenuePayload(channel, Transport.REST, url, text.strip(), Set.of(yields));
    }

    public RawFrame frame(String feed) {
        return frame(feed, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Another text in the same place. */
    public RawFrame frame(String feed, byte[] body) {
        return new RawFrame(feed, transport, "c1", url, RECEIVED, body);
    }

    public VenuePayload withText(String other) {
        return new VenuePayload(channel, transport, url, other, yields);
    }
}
