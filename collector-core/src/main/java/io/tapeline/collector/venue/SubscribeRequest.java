package io.tapeline.collector.venue;

import java.util.List;

/**
 * A control message and what it is for.
 *
 * @param id what the venue's answer will carry, see {@link Decoded.Acknowledged}
 * @param text the message
 * @param streams what it subscribes or unsubscribes
 */
public record SubscribeRequest(String id, String text, List<VenueStream> streams) {}
