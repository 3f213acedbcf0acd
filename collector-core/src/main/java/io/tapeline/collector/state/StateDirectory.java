package io.tapeline.collector.state;

import io.tapeline.collector.gap.IdHole;
import io.tapeline.collector.gap.OpenGap;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state of feeds on disk, a JSON file for each, replaced as a whole. A file that cannot be read is set aside with a
 * log line: the feed then begins as if it had never run.
 */
public final class StateDirectory {
    private static final Logger log = LoggerFactory.getLogger(StateDirectory.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;

    public StateDirectory(Path directory) {
        this.directory = directory;
    }

    /** @param history absent in files of earlier versions */
    record FileForm(
            List<StreamForm> streams,
            List<GapForm> gaps,
            @Nullable List<HistoryForm> history) {}

    record StreamForm(String kind, String exchange, String market, String symbol, long id, long time, long received) {}

    record HistoryForm(String kind, String exchange, String market, String symbol, long from, long to) {}

    record GapForm(
            String gapId,
            String kind,
            String exchange,
            String market,
            String symbol,
            @Nullable Long firstId,
            @Nullable Long lastId,
            long from,
            long to,
            String cause,
            long noticedAt) {}

    /** What was saved, or {@link FeedState#EMPTY}. */
    public FeedState load(String feed) {
        Path file = file(feed);
        if (!Files.exists(file)) {
            return FeedState.EMPTY;
        }
        try {
            return fromForm(JSON.readValue(Files.readAllBytes(file), FileForm.class));
        } catch (IOException | JacksonException | IllegalArgumentException | NullPointerException e) {
            Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            log.error("state of {} is unreadable ({}), set aside as {}", feed, reason, aside);
            try {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException moving) {
                log.error("state of {} cannot be set aside: {}", feed, moving.toString());
            }
            return FeedState.EMPTY;
        }
    }

    /** Saves; afterwards the file holds either the old state or the new, whatever happens. */
    public void save(String feed, FeedState state) throws IOException {
        Files.createDirectories(directory);
        Path next = directory.resolve(feed + ".json.next");
        Files.write(next, JSON.writeValueAsBytes(toForm(state)));
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(next, file(feed), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String feed) {
        return directory.resolve(feed + ".json");
    }

    private static FileForm toForm(FeedState state) {
        return new FileForm(
                state.positions().entrySet().stream()
                        .map(e -> {
                            InstrumentId id = e.getKey().instrument();
                            Position p = e.getValue();
                            return new StreamForm(
                                    e.getKey().kind().wireName(),
                                    id.exchange(),
                                    id.market().name(),
                                    id.symbol(),
                                    p.lastId(),
                                    p.lastTime(),
                                    p.lastReceived());
                        })
                        .toList(),
                state.gaps().stream().map(StateDirectory::toForm).toList(),
                state.history().stream().map(StateDirectory::toForm).toList());
    }

    private static HistoryForm toForm(PendingHistory history) {
        InstrumentId id = history.stream().instrument();
        return new HistoryForm(
                history.stream().kind().wireName(),
                id.exchange(),
                id.market().name(),
                id.symbol(),
                history.from(),
                history.to());
    }

    private static GapForm toForm(OpenGap gap) {
        IdHole hole = gap.hole();
        return new GapForm(
                gap.gapId(),
                gap.stream().wireName(),
                gap.instrument().exchange(),
                gap.instrument().market().name(),
                gap.instrument().symbol(),
                hole == null ? null : (Long) hole.first(),
                hole == null ? null : (Long) hole.last(),
                gap.from(),
                gap.to(),
                gap.cause(),
                gap.noticedAt());
    }

    private static FeedState fromForm(FileForm form) {
        Map<StreamKey, Position> positions = new HashMap<>();
        for (StreamForm s : form.streams()) {
            positions.put(
                    new StreamKey(kind(s.kind()), instrument(s.exchange(), s.market(), s.symbol())),
                    new Position(s.id(), s.time(), s.received()));
        }
        return new FeedState(
                positions,
                form.gaps().stream().map(StateDirectory::fromForm).toList(),
                form.history() == null
                        ? List.of()
                        : form.history().stream().map(StateDirectory::fromForm).toList());
    }

    private static PendingHistory fromForm(HistoryForm h) {
        StreamKey stream = new StreamKey(kind(h.kind()), instrument(h.exchange(), h.market(), h.symbol()));
        return new PendingHistory(stream, h.from(), h.to());
    }

    private static OpenGap fromForm(GapForm g) {
        Long first = g.firstId();
        Long last = g.lastId();
        return new OpenGap(
                g.gapId(),
                kind(g.kind()),
                instrument(g.exchange(), g.market(), g.symbol()),
                first == null || last == null ? null : new IdHole(first, last, g.from(), g.to()),
                g.from(),
                g.to(),
                g.cause(),
                g.noticedAt());
    }

    private static Kind kind(String name) {
        return Objects.requireNonNull(Kind.ofWireName(name), () -> "kind: unknown '" + name + "'");
    }

    private static InstrumentId instrument(String exchange, String market, String symbol) {
        return new InstrumentId(exchange, Market.valueOf(market.toUpperCase(Locale.ROOT)), symbol);
    }
}
