package io.tapeline.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.lifecycle.Startable;
import org.testcontainers.rabbitmq.RabbitMQContainer;

/**
 * RabbitMQ in a container, for a field with {@code @Container}, with faults on demand. Listens on a port of 127.0.0.1 that
 * it keeps when it is killed and started again; its queues survive that, too.
 */
public final class ContainerBroker implements Startable {
    private final int port = EmbeddedBroker.stopped().port();
    private final RabbitMQContainer container = new RabbitMQContainer("rabbitmq:4-management");

    @Override
    public void start() {
        container.setPortBindings(List.of("127.0.0.1:" + port + ":5672"));
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    /** Ends the broker without warning. */
    public void kill() {
        docker().killContainerCmd(container.getContainerId()).exec();
    }

    /** Starts the broker that was killed; returns before it listens. */
    public void startAgain() {
        docker().startContainerCmd(container.getContainerId()).exec();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }

    /** Raises the memory alarm: the broker reads no more from connections that publish. */
    public void block() {
        rabbitmqctl("set_vm_memory_high_watermark", "0");
    }

    /** Clears the memory alarm. */
    public void unblock() {
        rabbitmqctl("set_vm_memory_high_watermark", "0.6");
    }

    /** Runs the broker's command and returns what it printed. */
    public String rabbitmqctl(String... arguments) {
        try {
            ExecResult result = container.execInContainer(Stream.concat(Stream.of("rabbitmqctl"), Stream.of(arguments))
                    .toArray(String[]::new));
            assertThat(result.getExitCode()).as(result.getStderr()).isZero();
            return result.getStdout();
        } catch (Exception e) {
            throw new IllegalStateException("rabbitmqctl " + String.join(" ", arguments), e);
        }
    }

    /** Spring's settings of the connection. */
    public Map<String, Object> properties() {
        return Map.of("spring.rabbitmq.host", "127.0.0.1", "spring.rabbitmq.port", port);
    }

    /** A connection factory of one's own, to be destroyed by the caller. */
    public CachingConnectionFactory connections() {
        return new CachingConnectionFactory("127.0.0.1", port);
    }
}
