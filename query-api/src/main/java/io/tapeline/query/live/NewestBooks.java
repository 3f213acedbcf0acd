package io.tapeline.query.live;

import io.tapeline.model.event.Orderbook;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.json.IsoMicros;
import io.tapeline.query.dataset.Column;
import io.tapeline.query.request.Question;
import io.tapeline.query.request.TimeRange;
import io.tapeline.query.store.Listed;
import io.tapeline.query.store.Store;
import io.tapeline.query.store.StoreFault;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The newest books: from memory where the bus brought one within the last seconds, else the newest stored row. What
 * memory has is answered even while the database is away.
 */
@Component
final class NewestBooks implements LiveRows {
    /** Books come every second or so; one that is older says that the bus, or the feed, is silent. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final LiveBooks books;
    private final Store store;
    private final Clock clock;

    NewestBooks(LiveBooks books, Store store, Clock clock) {
        this.books = books;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Flux<@Nullable String[]> newest(Question question) {
        return store.instruments(question)
                .map(NewestBooks::named)
                .onErrorResume(StoreFault.class, fault -> Mono.just(spelled(question)))
                .flatMapMany(meant -> merged(question, held(question, meant)));
    }

    private Flux<@Nullable String[]> merged(Question question, List<Orderbook> held) {
        List<Column> columns = question.dataset().columns();
        Flux<@Nullable String[]> memory = Flux.fromIterable(held).map(b -> BookCells.of(b, columns));
        List<String> known = held.stream().map(b -> name(b.instrumentId())).toList();
        Flux<@Nullable String[]> stored = store.newest(question, known);
        return (held.isEmpty() ? stored : stored.onErrorResume(StoreFault.class, fault -> Flux.empty()))
                .mergeWith(memory)
                .sort(Comparator.comparing(cells -> order(cells, columns)));
    }

    private List<Orderbook> held(Question question, Predicate<InstrumentId> meant) {
        long oldest = IsoMicros.of(clock.instant().minus(FRESH));
        return books.all().stream()
                .filter(b -> b.header().receivedAt() >= oldest && within(question.range(), b))
                .filter(b -> question.symbol() == null || meant.test(b.instrumentId()))
                .filter(b -> matches(question.exchange(), b.instrumentId().exchange()))
                .filter(b -> matches(question.market(), market(b.instrumentId())))
                .toList();
    }

    private static boolean matches(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    private static boolean within(@Nullable TimeRange range, Orderbook book) {
        long time = book.header().timestamp();
        return range == null || (time >= IsoMicros.of(range.from()) && time < IsoMicros.of(range.to()));
    }

    private static Predicate<InstrumentId> named(List<Listed> listed) {
        Set<String> names = listed.stream()
                .map(l -> l.exchange() + "/" + l.market() + "/" + l.symbol())
                .collect(Collectors.toSet());
        return id -> names.contains(name(id));
    }

    /** Without a database there is only the venue's own spelling to go by. */
    private static Predicate<InstrumentId> spelled(Question question) {
        return id -> id.symbol().equalsIgnoreCase(question.symbol());
    }

    private static String name(InstrumentId id) {
        return id.exchange() + "/" + market(id) + "/" + id.symbol();
    }

    private static String market(InstrumentId id) {
        return id.market().name().toLowerCase(Locale.ROOT);
    }

    private static String order(@Nullable String[] cells, List<Column> columns) {
        return IntStream.range(0, columns.size())
                .filter(i -> Set.of("exchange", "market", "symbol")
                        .contains(columns.get(i).name()))
                .mapToObj(i -> cells[i] + "/")
                .collect(Collectors.joining());
    }
}
