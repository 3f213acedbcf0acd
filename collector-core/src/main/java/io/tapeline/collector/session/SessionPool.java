package io.tapeline.collector.session;

import io.tapeline.collector.venue.VenueStream;
import java.util.List;

/** The connections of a feed. Every method is called on the feed's scheduler. */
public interface SessionPool extends AutoCloseable {

    /** Makes these the streams that are subscribed: opens, subscribes and unsubscribes as needed. */
    void subscribe(List<VenueStream> streams);

    /** Subscribes one stream afresh on its connection, for venues whose stream begins with a snapshot. */
    void resubscribe(VenueStream stream);

    /** Asks on the connection of a stream of book changes for the book they change. */
    void requestBook(VenueStream stream);

    /** Closes every connection and stays closed until {@link #resume}: there is no room for what they bring. */
    void pause(String reason);

    void resume();

    @Override
    void close();
}
