package io.tapeline.writer.store;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stores rows of several tables in one transaction: COPY into a temporary table of the connection, from there INSERT
 * with the rule of conflict. Trades and quotes that are all newer than what is stored of their instruments, as they
 * normally are, need no comparing and are copied straight into their table.
 */
final class Transaction {
    private final ConnectionFactory connections;
    /** The temporary tables of each connection, forgotten with it. */
    private final Map<PostgresqlConnection, Set<String>> stages = Collections.synchronizedMap(new WeakHashMap<>());

    Transaction(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Commits them all or none; answers how many rows were added or changed. */
    Mono<Long> commit(List<Batch.Copy> copies) {
        return Mono.usingWhen(
                connections.create(),
                connection -> run(postgresql(connection), copies),
                Connection::close,
                (connection, error) -> abandon(connection),
                Transaction::abandon);
    }

    private Mono<Long> run(PostgresqlConnection connection, List<Batch.Copy> copies) {
        return Flux.fromIterable(copies)
                .concatMap(copy -> createStage(connection, copy.table()))
                .then(Mono.defer(() -> execute(connection, begin(copies))))
                .thenMany(Flux.fromIterable(copies).concatMap(copy -> store(connection, copy)))
                .reduce(0L, Long::sum)
                .delayUntil(stored -> connection.commitTransaction());
    }

    /** Outside the transaction, for a table made in one that fails would be gone again. */
    private Mono<Void> createStage(PostgresqlConnection connection, Table<?> table) {
        Set<String> created = stages.computeIfAbsent(connection, absent -> ConcurrentHashMap.newKeySet());
        return created.contains(table.name())
                ? Mono.empty()
                : execute(connection, table.createStage())
                        .doOnSuccess(done -> created.add(table.name()))
                        .then();
    }

    /**
     * The locks are taken in the order of kinds, the same for all. The settings: a few rows are looked for among many, and
     * any plan but a lookup in the index for each would read the whole table.
     */
    private static String begin(List<Batch.Copy> copies) {
        String locks = copies.stream()
                .map(Batch.Copy::table)
                .filter(table -> !table.unique())
                .map(table -> "; " + table.lock())
                .collect(Collectors.joining());
        return "BEGIN; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off" + locks;
    }

    private static Mono<Long> store(PostgresqlConnection connection, Batch.Copy copy) {
        return copy.table().unique()
                ? merge(connection, copy)
                : mayBeStored(connection, copy)
                        .flatMap(may -> may
                                ? merge(connection, copy)
                                : copy(connection, copy.table().copyDirectly(), copy));
    }

    private static Mono<Boolean> mayBeStored(PostgresqlConnection connection, Batch.Copy copy) {
        return connection
                .createStatement(copy.table().mayBeStored(copy.rows()))
                .execute()
                .flatMap(result -> result.map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class))))
                .single();
    }

    private static Mono<Long> merge(PostgresqlConnection connection, Batch.Copy copy) {
        return copy(connection, copy.table().copy(), copy)
                .thenMany(Flux.fromIterable(copy.table().merge(copy.rows())).concatMap(sql -> execute(connection, sql)))
                .reduce(0L, Long::sum)
                .delayUntil(changed ->
                        Mono.justOrEmpty(copy.table().also(copy.rows())).flatMap(sql -> execute(connection, sql)));
    }

    private static Mono<Long> copy(PostgresqlConnection connection, String sql, Batch.Copy copy) {
        return connection.copyIn(sql, Mono.fromSupplier(copy.bytes()::retainedDuplicate));
    }

    private static Mono<Long> execute(PostgresqlConnection connection, String sql) {
        return connection
                .createStatement(sql)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .reduce(0L, Long::sum);
    }

    private static Mono<Void> abandon(Connection connection) {
        return Mono.from(connection.rollbackTransaction())
                .onErrorComplete()
                .then(Mono.from(connection.close()))
                .onErrorComplete();
    }

    private static PostgresqlConnection postgresql(Connection connection) {
        return connection instanceof Wrapped<?> wrapped
                ? wrapped.unwrap(PostgresqlConnection.class)
                : (PostgresqlConnection) connection;
    }
}
