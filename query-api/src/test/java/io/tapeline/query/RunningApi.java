package io.tapeline.query;

import io.tapeline.writer.EmbeddedDatabase;
import io.tapeline.writer.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service as users meet it, on a port of its own, over a database of its own. */
public final class RunningApi implements AutoCloseable {
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;

    private RunningApi(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    public static RunningApi start() {
        return start(Map.of());
    }

    /** @param properties beside those that point at the database */
    public static RunningApi start(Map<String, Object> properties) {
        return start(EmbeddedDatabase.create(), properties);
    }

    public static RunningApi start(TestDatabase database, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(at(database));
        all.putAll(properties);
        return new RunningApi(database, QueryApiApplication.start(all));
    }

    /** Settings that let the service read a database, with a port of its own. */
    public static Map<String, Object> at(TestDatabase database) {
        return Map.of(
                "server.port",
                0,
                "spring.r2dbc.url",
                database.r2dbcUrl(),
                "spring.r2dbc.username",
                TestDatabase.READER,
                "spring.r2dbc.password",
                TestDatabase.READER,
                "tapeline.query.live-books",
                false,
                "tapeline.query.symbol-memory",
                "0s");
    }

    public TestDatabase database() {
        return database;
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public String property(String name) {
        return context.getEnvironment().getProperty(name);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public WebTestClient client() {
        return client(context);
    }

    /** A client of any started service. */
    public static WebTestClient client(ConfigurableApplicationContext context) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .build();
    }

    @Override
    public void close() {
        context.close();
    }
}
