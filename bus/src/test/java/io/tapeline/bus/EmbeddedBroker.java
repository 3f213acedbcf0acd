package io.tapeline.bus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/**
 * An AMQP 0-9-1 broker within the test's process, its queues in memory: they are gone after {@link #stop}. Listens on
 * 127.0.0.1 on a free port that it keeps over restarts. User and password are {@code guest}.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private final int port;
    private SystemLauncher launcher;

    private EmbeddedBroker(int port) {
        this.port = port;
    }

    /** A broker that listens. */
    public static EmbeddedBroker started() {
        EmbeddedBroker broker = stopped();
        broker.start();
        return broker;
    }

    /** A broker that is not started yet; its port is free. */
    public static EmbeddedBroker stopped() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new EmbeddedBroker(socket.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    /** Starts it, with no queue in it. */
    public void start() {
        launcher = new SystemLauncher();
        try {
            launcher.startup(Map.of(
                    SystemConfig.TYPE,
                    "Memory",
                    SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                    configuration(),
                    SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                    false,
                    SystemConfig.CONTEXT,
                    context()));
        } catch (Exception e) {
            throw new IllegalStateException("the embedded broker does not start on port " + port, e);
        }
    }

    private static String configuration() {
        return Objects.requireNonNull(EmbeddedBroker.class.getResource("embedded-broker.json"))
                .toExternalForm();
    }

    /** Quorum queues, limits and overflow rules are RabbitMQ's own: the arguments must not make a declaration fail. */
    private Map<String, String> context() {
        return Map.of(
                "tapeline.broker.port", Integer.toString(port), "queue.behaviourOnUnknownDeclareArgument", "IGNORE");
    }

    /** Stops it and drops its connections. */
    public void stop() {
        if (launcher != null) {
            launcher.shutdown();
            launcher = null;
        }
    }

    public void restart() {
        stop();
        start();
    }

    public int port() {
        return port;
    }

    /** Spring's settings of the connection. */
    public Map<String, Object> properties() {
        return Map.of("spring.rabbitmq.host", "127.0.0.1", "spring.rabbitmq.port", port);
    }

    /** A connection factory of one's own, to be destroyed by the caller. */
    public CachingConnectionFactory connections() {
        return new CachingConnectionFactory("127.0.0.1", port);
    }

    @Override
    public void close() {
        stop();
    }
}
