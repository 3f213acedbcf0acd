package io.tapeline.writer.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.tapeline.bus.BatchHandler.Rejection;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.writer.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The handler as the writer's role, and its database. */
final class StoreFixture {
    final TestDatabase database;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final StoringHandler handler;

    StoreFixture(TestDatabase database) {
        this.database = database;
        this.handler = new StoringHandler(
                pool(database),
                new WriterMetrics(registry, Clock.systemUTC()),
                new Outage(database.host() + ":" + database.port()),
                new OptionSampling(Duration.ofSeconds(10)));
    }

    static ConnectionFactory plain(TestDatabase database) {
        return ConnectionFactories.get(ConnectionFactoryOptions.parse(database.r2dbcUrl())
                .mutate()
                .option(ConnectionFactoryOptions.USER, TestDatabase.WRITER)
                .option(ConnectionFactoryOptions.PASSWORD, TestDatabase.WRITER)
                .build());
    }

    static ConnectionFactory pool(TestDatabase database) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(plain(database))
                .initialSize(1)
                .maxSize(4)
                .build());
    }

    List<Rejection> store(MarketEvent... events) throws Exception {
        return handler.handle(List.of(events));
    }
}
