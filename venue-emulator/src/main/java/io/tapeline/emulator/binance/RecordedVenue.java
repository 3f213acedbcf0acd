package io.tapeline.emulator.binance;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.recorded.RecordedFrame;
import io.tapeline.emulator.recorded.Recording;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A recorded session: it begins when the first of its streams is asked for, keeps its pace, and ends in silence. */
final class RecordedVenue implements EmulatedVenue {
    private final VenueContext context;
    private final Dialect dialect;
    private final StreamHub hub;
    private final List<Line> lines = new ArrayList<>();
    private final RecordedAnswers answers;
    private final Set<StreamChannel> channels = new LinkedHashSet<>();
    private long firstReceived;
    private long startedAt;
    private int next;

    RecordedVenue(VenueContext context, Dialect dialect, Path file) {
        this.context = context;
        this.dialect = dialect;
        hub = context.hub(dialect.prefix());
        List<RecordedFrame> rest = new ArrayList<>();
        for (RecordedFrame frame : Recording.read(file)) {
            firstReceived = firstReceived == 0 ? frame.received() : firstReceived;
            if (frame.rest()) {
                rest.add(frame);
            } else {
                StreamText.of(frame)
                        .ifPresent(text -> lines.add(new Line(frame.received(), channel(text), text.payload())));
            }
        }
        answers = new RecordedAnswers(dialect, rest, channels);
    }

    @Override
    public String prefix() {
        return dialect.prefix();
    }

    @Override
    public void step(long time, double seconds) {
        if (startedAt == 0 && channels.stream().anyMatch(StreamChannel::wanted)) {
            startedAt = time;
        }
        for (long position = position(time); next < lines.size() && lines.get(next).received <= position; next++) {
            Line line = lines.get(next);
            context.ledger()
                    .produced(prefix(), line.channel.name(), "frame", line.received / 1000, next + 1, line.payload);
            line.channel.publish(line.payload);
        }
        hub.flush();
    }

    @Override
    public RestAnswer rest(RestRequest request) {
        return answers.answer(request, position(context.engine().now()), context.now(prefix()));
    }

    @Override
    public Optional<RestAnswer> refuses(String path) {
        return Optional.empty();
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new BinanceSession(context, dialect, hub, connection);
    }

    private StreamChannel channel(StreamText text) {
        StreamChannel channel = hub.channel(dialect.route(text.stream()), text.stream());
        channels.add(channel);
        return channel;
    }

    /** How far the session has got, in its own microseconds; before it has begun, before its first frame. */
    private long position(long now) {
        return startedAt == 0
                ? firstReceived - 1
                : firstReceived
                        + (long) ((now - startedAt) * 1000 * context.settings().replaySpeed());
    }

    private record Line(long received, StreamChannel channel, String payload) {}
}
