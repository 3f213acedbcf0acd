package io.tapeline.collector.session;

import io.tapeline.collector.frame.RawFrame;
import java.net.URI;

/** Opens WebSocket connections. */
interface Wire {

    /** Begins to open one; what happens is told on the feed's scheduler. */
    Link open(String connection, URI address, int maxFrameBytes, Events events);

    /** An open or opening connection. */
    interface Link {
        /** Sends a text, or a ping where it is empty; does nothing when the connection is not open. */
        void send(String text);

        /** Pings of the server so far; each has been answered. Signs of life that bring no frame. */
        long pings();

        /** Closes it; nothing more is told of it. */
        void close();
    }

    /** What happens on a connection, in order, on the feed's scheduler. */
    interface Events {
        void opened();

        void frame(RawFrame frame);

        /** The last event. */
        void ended(Ending ending);
    }
}
