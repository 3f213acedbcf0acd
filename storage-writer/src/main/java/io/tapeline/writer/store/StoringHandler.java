package io.tapeline.writer.store;

import io.r2dbc.spi.ConnectionFactory;
import io.tapeline.bus.BatchHandler;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.json.IsoMicros;
import io.tapeline.model.routing.RoutingKey;
import io.tapeline.writer.copy.CopyBuffer;
import io.tapeline.writer.copy.UnstorableValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Stores a batch in one transaction. When its values are to blame for a failure, it is halved until the event that
 * cannot be stored stands alone; that one is rejected, its neighbours are stored. Receiving the same events again
 * changes nothing. Safe for use by several threads.
 */
public final class StoringHandler implements BatchHandler {
    /** Ends the wait for a server that answers nothing at all; it ends what takes longer itself before. */
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(3);

    /** The times that SQL can spell. */
    private static final long FIRST_TIME = IsoMicros.parse("0001-01-01T00:00:00.000000Z");

    private static final long LAST_TIME = IsoMicros.parse("9999-12-31T23:59:59.999999Z");

    private final Instruments instruments;
    private final Transaction transaction;
    private final WriterMetrics metrics;
    private final Outage outage;
    private final OptionSampling sampling;

    public StoringHandler(
            ConnectionFactory connections, WriterMetrics metrics, Outage outage, OptionSampling sampling) {
        this.instruments = new Instruments(connections);
        this.transaction = new Transaction(connections);
        this.metrics = metrics;
        this.outage = outage;
        this.sampling = sampling;
    }

    @Override
    public List<Rejection> handle(List<MarketEvent> events) throws Exception {
        return outage.during(() -> store(events));
    }

    private List<Rejection> store(List<MarketEvent> events) {
        List<Rejection> rejected = new ArrayList<>();
        Batch batch = new Batch(rows(events, rejected)).collapsed();
        metrics.received(events.size());
        store(batch, rejected);
        metrics.rejected(rejected);
        return rejected;
    }

    /** The rows of events of one kind as they would be copied, for measurements. */
    Batch.Copy copyOf(List<MarketEvent> events) {
        return new Batch(rows(events, new ArrayList<>()))
                .copies(new ArrayList<>())
                .getFirst();
    }

    private List<Row> rows(List<MarketEvent> events, List<Rejection> rejected) {
        List<MarketEvent> storable = new ArrayList<>(events.size());
        Set<InstrumentId> ids = new LinkedHashSet<>();
        for (MarketEvent event : events) {
            String reason = reasonAgainst(event);
            if (reason != null) {
                rejected.add(new Rejection(event, reason));
            } else {
                storable.add(event);
                ids.add(event.instrumentId());
            }
        }
        Map<InstrumentId, Integer> numbers = await(instruments.resolve(ids));
        return storable.stream()
                .map(event -> new Row(
                        event, sampling.identityOf(event), Objects.requireNonNull(numbers.get(event.instrumentId()))))
                .toList();
    }

    private static @Nullable String reasonAgainst(MarketEvent event) {
        if (Tables.of(event.kind()).isEmpty()) {
            return "kind: expected one that is stored, got " + event.kind();
        }
        if (!RoutingKey.fits(event.instrumentId())) {
            return "symbol: expected one that fits a routing key of " + RoutingKey.MAX_BYTES + " bytes";
        }
        long time = event.header().timestamp();
        if (time < FIRST_TIME || time > LAST_TIME) {
            return "timestamp: expected a year from 1 to 9999";
        }
        try {
            CopyBuffer.requireStorable("exchange", event.instrumentId().exchange());
            CopyBuffer.requireStorable("symbol", event.instrumentId().symbol());
            return null;
        } catch (UnstorableValueException e) {
            return e.getMessage();
        }
    }

    private void store(Batch batch, List<Rejection> rejected) {
        List<Rejection> unwritable = new ArrayList<>();
        List<Batch.Copy> copies = batch.copies(unwritable);
        try {
            if (!copies.isEmpty()) {
                long began = System.nanoTime();
                long changed = await(transaction.commit(copies));
                metrics.committed(copies, changed, System.nanoTime() - began);
            }
            rejected.addAll(unwritable);
        } catch (RuntimeException e) {
            Optional<String> reason = DataErrors.reason(e);
            if (reason.isEmpty()) {
                throw e;
            } else if (batch.size() == 1) {
                rejected.add(new Rejection(batch.first().event(), reason.get()));
            } else {
                store(batch.firstHalf(), rejected);
                store(batch.secondHalf(), rejected);
            }
        }
    }

    private static <T> T await(Mono<T> answer) {
        return Objects.requireNonNull(answer.block(ANSWER_WITHIN));
    }
}
