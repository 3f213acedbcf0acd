package io.tapeline.collector.venue;

import java.util.List;

/**
 * What a venue's sessions are like, as its test says in the methods of {@link VenueSessionCompatibilityKit}.
 *
 * @param refusedStream name of the stream that brings the trades of the first asset
 */
record SessionTraits(
        String refusedStream,
        boolean noticesLostBookChanges,
        boolean tellsWhoseFrameIsLost,
        boolean sharesBookSequences,
        boolean datesBooks,
        boolean repeatsAfterARestart,
        List<Integer> tooManyRequests) {}
