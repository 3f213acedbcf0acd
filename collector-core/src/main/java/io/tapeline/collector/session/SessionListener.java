package io.tapeline.collector.session;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import java.util.List;

/** Told of what happens on the connections of a feed, always on the feed's scheduler, one call at a time. */
public interface SessionListener {

    /**
     * A frame arrived. What concerns the session itself (acknowledgements, refusals, heartbeats) has been dealt with but
     * is still in the list.
     */
    void onFrame(RawFrame frame, List<Decoded> decoded);

    void onChange(SessionChange change);
}
