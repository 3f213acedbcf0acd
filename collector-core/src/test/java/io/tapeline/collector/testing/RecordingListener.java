package io.tapeline.collector.testing;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.session.SessionChange;
import io.tapeline.collector.session.SessionListener;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Trade;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Remembers all it is told. */
public final class RecordingListener implements SessionListener {
    private final List<RawFrame> frames = new CopyOnWriteArrayList<>();
    private final List<Decoded> decoded = new CopyOnWriteArrayList<>();
    private final List<SessionChange> changes = new CopyOnWriteArrayList<>();

    @Override
    public void onFrame(RawFrame frame, List<Decoded> said) {
        frames.add(frame);
        decoded.addAll(said);
    }

    @Override
    public void onChange(SessionChange change) {
        changes.add(change);
    }

    public List<RawFrame> frames() {
        return frames;
    }

    public List<SessionChange> changes() {
        return changes;
    }

    /** The changes of a type. */
    public <T extends SessionChange> List<T> changes(Class<T> type) {
        return changes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Ids of the trades that came. */
    public List<String> trades() {
        return events().map(Trade::tradeId).toList();
    }

    private Stream<Trade> events() {
        return decoded.stream().filter(Decoded.Event.class::isInstance).map(one ->
                (Trade) ((Decoded.Event) one).event());
    }
}
