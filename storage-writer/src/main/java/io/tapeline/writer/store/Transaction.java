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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stores rows of several tables in one transaction: COPY into a temporary table of the connection, from there INSERT
 * with the rule of conflict.
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
                .then(connection.beginTransaction())
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

    private static Mono<Long> store(PostgresqlConnection connection, Batch.Copy copy) {
        return connection
                .copyIn(copy.table().copy(), Mono.fromSupplier(copy.bytes()::retainedDuplicate))
                .then(execute(connection, copy.table().merge()));
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
