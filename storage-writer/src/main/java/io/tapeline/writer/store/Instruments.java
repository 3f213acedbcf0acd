package io.tapeline.writer.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Numbers of instruments in the database; the ones used last are remembered. Safe for use by several threads. */
final class Instruments {
    /** Some 10 MB; beyond, the one not used for longest is forgotten and looked up again when needed. */
    static final int REMEMBERED = 50_000;

    private static final String FIND = "SELECT i.id, i.exchange, i.market, i.symbol FROM store.instrument i"
            + " JOIN unnest($1::text[], $2::text[], $3::text[]) AS w (exchange, market, symbol)"
            + " USING (exchange, market, symbol)";
    private static final String ADD = "INSERT INTO store.instrument (exchange, market, symbol)"
            + " SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING";
    /** One order for all, so that two connections adding the same instruments do not lock each other out. */
    private static final Comparator<InstrumentId> ORDER = Comparator.comparing(InstrumentId::exchange)
            .thenComparing(InstrumentId::market)
            .thenComparing(InstrumentId::symbol);

    private final ConnectionFactory connections;
    private final Map<InstrumentId, Integer> remembered = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InstrumentId, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    Instruments(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** The number of each; new ones are added in a transaction of their own, so that a number is never taken back. */
    Mono<Map<InstrumentId, Integer>> resolve(Collection<InstrumentId> ids) {
        Map<InstrumentId, Integer> known = new HashMap<>();
        List<InstrumentId> unknown;
        synchronized (remembered) {
            ids.forEach(id -> {
                Integer number = remembered.get(id);
                if (number != null) {
                    known.put(id, number);
                }
            });
        }
        unknown = ids.stream()
                .filter(id -> !known.containsKey(id))
                .distinct()
                .sorted(ORDER)
                .toList();
        if (unknown.isEmpty()) {
            return Mono.just(known);
        }
        return Mono.usingWhen(connections.create(), c -> findOrAdd(c, unknown), Connection::close)
                .map(found -> {
                    remember(found);
                    known.putAll(found);
                    return known;
                });
    }

    private Mono<Map<InstrumentId, Integer>> findOrAdd(Connection connection, List<InstrumentId> ids) {
        return find(connection, ids).flatMap(found -> {
            List<InstrumentId> missing =
                    ids.stream().filter(id -> !found.containsKey(id)).toList();
            if (missing.isEmpty()) {
                return Mono.just(found);
            }
            return Flux.from(bind(connection, ADD, missing))
                    .flatMap(result -> result.getRowsUpdated())
                    .then(find(connection, missing))
                    .map(added -> {
                        found.putAll(added);
                        return found;
                    });
        });
    }

    private static Mono<Map<InstrumentId, Integer>> find(Connection connection, List<InstrumentId> ids) {
        return Flux.from(bind(connection, FIND, ids))
                .flatMap(result -> result.map((row, metadata) -> Map.entry(
                        new InstrumentId(
                                row.get(1, String.class),
                                Market.valueOf(row.get(2, String.class).toUpperCase(Locale.ROOT)),
                                row.get(3, String.class)),
                        row.get(0, Integer.class))))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Publisher<? extends Result> bind(Connection connection, String sql, List<InstrumentId> ids) {
        return connection
                .createStatement(sql)
                .bind("$1", ids.stream().map(InstrumentId::exchange).toArray(String[]::new))
                .bind("$2", ids.stream().map(id -> Codes.name(id.market())).toArray(String[]::new))
                .bind("$3", ids.stream().map(InstrumentId::symbol).toArray(String[]::new))
                .execute();
    }

    private void remember(Map<InstrumentId, Integer> found) {
        synchronized (remembered) {
            remembered.putAll(found);
        }
    }
}
