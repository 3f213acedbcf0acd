package io.tapeline.bus;

/** The way to the broker. No method blocks; what becomes of a message is told to the listener. */
interface BrokerLink extends AutoCloseable {

    /** A message on its way. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Outgoing(long id, LaneKey key, byte[] body) {}

    /** What the link tells, on a thread of its own. */
    interface Listener {
        /** The broker is there, everything is declared: messages may be sent. */
        void up();

        /** The broker is away or accepts nothing for now; whatever is not confirmed yet is not accepted. */
        void down(String reason);

        /** The broker has taken the message. */
        void confirmed(long id);

        /** The broker has not taken the message. */
        void refused(long id, Refusal why);
    }

    /** Why a message was not taken. */
    enum Refusal {
        /** The broker said so, for instance because the queue is full. */
        NACK,
        /** No queue is bound for it. */
        RETURNED,
        /** It could not be sent. */
        UNSENT
    }

    /** Connects, and again whenever the connection is lost. */
    void open(Listener listener);

    void send(Outgoing message);

    /** Declares exchanges, queues and bindings again before the next message. */
    void declare();

    /** Gives up the connection, which answers no more, and makes a new one. */
    void reset(String reason);

    @Override
    void close();
}
