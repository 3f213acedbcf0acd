package io.tapeline.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;

/**
 * An AMQP 0-9-1 broker within this process, its queues and messages kept in a directory. Listens on 127.0.0.1 with the
 * user {@code guest}, as RabbitMQ does out of the box.
 */
final class LocalBroker implements AutoCloseable {
    private final SystemLauncher launcher = new SystemLauncher();
    private final int port;

    private LocalBroker(int port) {
        this.port = port;
    }

    /** Starts it. */
    static LocalBroker start(Path directory, int port) {
        Ports.requireFree("broker", port);
        LocalBroker broker = new LocalBroker(port);
        try {
            broker.launcher.startup(Map.of(
                    SystemConfig.TYPE,
                    "Memory",
                    SystemConfig.INITIAL_SYSTEM_PROPERTIES_LOCATION,
                    resource("broker.properties"),
                    SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                    resource("broker.json"),
                    SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                    false,
                    SystemConfig.CONTEXT,
                    Map.of(
                            "tapeline.broker.port",
                            Integer.toString(port),
                            "tapeline.broker.store",
                            directory.toAbsolutePath().toString(),
                            // Otherwise it makes a folder "work" wherever it is started.
                            "qpid.work_dir",
                            directory.toAbsolutePath().toString(),
                            // Quorum queues, limits and overflow rules are RabbitMQ's own.
                            "queue.behaviourOnUnknownDeclareArgument",
                            "IGNORE")));
        } catch (Exception e) {
            throw new IllegalStateException("the embedded broker does not start in " + directory, e);
        }
        return broker;
    }

    private static String resource(String name) {
        return Objects.requireNonNull(LocalBroker.class.getResource(name)).toExternalForm();
    }

    /** Settings that lead Spring to it. */
    Map<String, Object> properties() {
        return Map.of(
                "spring.rabbitmq.host", "127.0.0.1",
                "spring.rabbitmq.port", port,
                "spring.rabbitmq.username", "guest",
                "spring.rabbitmq.password", "guest");
    }

    @Override
    public void close() {
        launcher.shutdown();
    }
}
