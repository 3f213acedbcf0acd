package io.tapeline.bus;

import com.rabbitmq.client.Channel;
import io.tapeline.bus.MessageDecoder.Decoded;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.json.EventCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.RabbitUtils;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareBatchMessageListener;

/**
 * Decodes, has stored, puts aside what cannot be stored, and then acknowledges. A batch whose handler failed is kept in
 * hand and tried again, since giving it back would let the messages prefetched after it go first; it goes back when the
 * consumer is stopped or the channel is lost, together with everything after it, in order.
 */
final class BatchListener implements ChannelAwareBatchMessageListener {
    private static final Logger log = LoggerFactory.getLogger(BatchListener.class);

    private final BatchHandler handler;
    private final DeadLetters deadLetters;
    private final BusProperties.Consumer settings;
    private final ConsumerMetrics metrics;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopping = lock.newCondition();
    private boolean stopped;
    private int buried;

    BatchListener(
            BatchHandler handler, DeadLetters deadLetters, BusProperties.Consumer settings, ConsumerMetrics metrics) {
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Messages that are handled and acknowledged together. */
    private record Part(List<Message> messages, List<Decoded> decoded) {
        List<MarketEvent> events() {
            return decoded.stream().flatMap(one -> one.events().stream()).toList();
        }
    }

    @Override
    public void onMessageBatch(List<Message> messages, @Nullable Channel given) {
        Channel channel = Objects.requireNonNull(given);
        try {
            handle(messages, channel);
        } catch (RuntimeException e) {
            // Else the acknowledgement of a later batch would cover this one.
            RabbitUtils.setPhysicalCloseRequired(channel, true);
            RabbitUtils.closeChannel(channel);
            throw e;
        }
    }

    private void handle(List<Message> messages, Channel channel) {
        Part part = new Part(new ArrayList<>(), new ArrayList<>());
        int events = 0;
        for (Message message : messages) {
            Decoded decoded = MessageDecoder.decode(message.getBody());
            if (events > 0 && events + decoded.events().size() > settings.batchEvents()) {
                finish(part, channel);
                part = new Part(new ArrayList<>(), new ArrayList<>());
                events = 0;
            }
            part.messages().add(message);
            part.decoded().add(decoded);
            events += decoded.events().size();
        }
        finish(part, channel);
    }

    /** Tries until it is done, the consumer is stopped or the channel is lost. */
    private void finish(Part part, Channel channel) {
        Duration pause = settings.retryDelay();
        while (!attempt(part, channel)) {
            metrics.retries().increment();
            if (!channel.isOpen() || waitUnlessStopped(pause)) {
                // Closing the channel gives everything unacknowledged back in its order.
                throw new AmqpException("stopped before the batch in hand was stored");
            }
            pause = pause.multipliedBy(2).compareTo(settings.retryDelayMax()) > 0
                    ? settings.retryDelayMax()
                    : pause.multipliedBy(2);
        }
    }

    private boolean attempt(Part part, Channel channel) {
        List<MarketEvent> events = part.events();
        try {
            List<BatchHandler.Rejection> rejections = events.isEmpty() ? List.of() : store(events);
            bury(part, rejections);
            channel.basicAck(part.messages().getLast().getMessageProperties().getDeliveryTag(), true);
            metrics.consumed().increment(events.size());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmqpException("interrupted before the batch in hand was stored", e);
        } catch (IOException | AmqpException e) {
            log.warn(
                    "a batch of {} events cannot be finished and is tried again: {}",
                    events.size(),
                    Causes.shortest(e));
            return false;
        } catch (Exception e) {
            log.warn("a batch of {} events is not stored and is tried again: {}", events.size(), Causes.shortest(e));
            log.debug("not stored", e);
            return false;
        }
    }

    private List<BatchHandler.Rejection> store(List<MarketEvent> events) throws Exception {
        long before = System.nanoTime();
        List<BatchHandler.Rejection> rejections = handler.handle(events);
        metrics.handling().record(System.nanoTime() - before, TimeUnit.NANOSECONDS);
        return rejections;
    }

    private void bury(Part part, List<BatchHandler.Rejection> rejections) {
        buried = 0;
        // By identity: equal events of two messages are answered each for its own.
        IdentityHashMap<MarketEvent, MessageProperties> sources = new IdentityHashMap<>();
        for (int i = 0; i < part.messages().size(); i++) {
            MessageProperties source = part.messages().get(i).getMessageProperties();
            for (MessageDecoder.Undecodable bad : part.decoded().get(i).undecodable()) {
                bury(source, bad.body(), bad.reason());
            }
            if (!rejections.isEmpty()) {
                part.decoded().get(i).events().forEach(event -> sources.put(event, source));
            }
        }
        for (BatchHandler.Rejection rejection : rejections) {
            // An event that is equal but not the same is still better buried than lost.
            MessageProperties source = sources.getOrDefault(
                    rejection.event(), part.messages().getFirst().getMessageProperties());
            bury(source, EventCodec.writeAll(List.of(rejection.event())), rejection.reason());
        }
    }

    private void bury(MessageProperties source, byte[] body, String reason) {
        deadLetters.add(source, body, reason);
        metrics.dead().increment();
        if (buried++ == 0) {
            log.warn("put into {}: {} ({})", BusTopology.DEAD_QUEUE, reason, source.getReceivedRoutingKey());
        }
    }

    private boolean waitUnlessStopped(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!stopped && left > 0) {
                left = stopping.awaitNanos(left);
            }
            return stopped;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void resume() {
        lock.lock();
        try {
            stopped = false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the wait for another attempt. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            stopping.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
