package io.tapeline.bus;

import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.json.EventCodec;
import java.util.ArrayList;
import java.util.List;

/** A link that keeps what is sent and answers nothing by itself. */
final class FakeLink implements BrokerLink {
    final List<Outgoing> sent = new ArrayList<>();
    int declared;
    int resets;

    @Override
    public void open(Listener listener) {}

    @Override
    public void send(Outgoing message) {
        sent.add(message);
    }

    @Override
    public void declare() {
        declared++;
    }

    @Override
    public void reset(String reason) {
        resets++;
    }

    @Override
    public void close() {}

    /** The messages sent since the last call. */
    List<Outgoing> take() {
        List<Outgoing> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    static List<MarketEvent> events(Outgoing message) {
        return EventCodec.readAll(message.body());
    }

    static List<Integer> ids(Outgoing message) {
        return events(message).stream().map(Events::id).toList();
    }
}
