package io.tapeline.bus;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Puts what cannot be stored into the dead-letter queue, so that someone can look at it and send it again. */
final class DeadLetters {
    /** Header: one line, the field and what was expected. */
    static final String REASON = "reason";

    /** Header: exchange and routing key the message was published with. */
    static final String EXCHANGE = "exchange";

    static final String ROUTING_KEY = "routing_key";

    /** Header: when it was put here, ISO-8601 UTC. */
    static final String TIME = "time";

    private static final int REASON_LENGTH = 1_000;
    private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(10);

    private final RabbitTemplate template;
    private final Clock clock;

    /** @param connections set to confirm here, so it must not be connected yet */
    DeadLetters(CachingConnectionFactory connections, Clock clock) {
        connections.setPublisherConfirmType(ConfirmType.CORRELATED);
        connections.setPublisherReturns(true);
        this.template = new RabbitTemplate(connections);
        this.template.setUsePublisherConnection(true);
        this.template.setMandatory(true);
        this.clock = clock;
    }

    /**
     * Publishes and waits for the confirm.
     *
     * @param source properties of the message it came in
     * @param body JSON array of events, or what the message held
     * @throws AmqpException when the broker has not taken it
     */
    void add(MessageProperties source, byte[] body, String reason) {
        Message message = MessageBuilder.withBody(body)
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .setHeader(REASON, reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) : reason)
                .setHeader(EXCHANGE, Objects.toString(source.getReceivedExchange(), ""))
                .setHeader(ROUTING_KEY, Objects.toString(source.getReceivedRoutingKey(), ""))
                .setHeader(TIME, clock.instant().toString())
                .build();
        CorrelationData confirm = new CorrelationData();
        template.send("", BusTopology.DEAD_QUEUE, message, confirm);
        await(confirm);
    }

    private static void await(CorrelationData correlation) {
        try {
            CorrelationData.Confirm confirm =
                    correlation.getFuture().get(CONFIRM_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            if (!confirm.ack() || correlation.getReturned() != null) {
                throw new AmqpException("the broker did not take a dead letter: " + confirm.reason());
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new AmqpException("a dead letter was not confirmed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmqpException("stopped while a dead letter was not confirmed", e);
        }
    }
}
