package io.tapeline.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.model.event.MarketEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class WiringTest {
    private static final List<MarketEvent> STORED = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path spool;

    private final EmbeddedBroker broker = EmbeddedBroker.stopped();

    @AfterEach
    void stop() {
        STORED.clear();
        broker.stop();
    }

    @Test
    void aPublishingServiceStartsWithoutABrokerAndConnectsWhenItComes() {
        try (ConfigurableApplicationContext service = start(Publishing.class)) {
            HealthIndicator health = service.getBean("busPublisherHealthIndicator", HealthIndicator.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(service.getBean(EventPublisher.class).offer(Events.trade("A", 0)))
                    .isTrue();
            broker.start();
            await().until(() -> health.health().getStatus() == Status.UP);
            broker.stop();
            await().until(() -> health.health().getStatus() == Status.OUT_OF_SERVICE);
        }
    }

    @Test
    void aConsumingServiceStartsWithoutABrokerAndConnectsWhenItComes() {
        try (ConfigurableApplicationContext service = start(Consuming.class)) {
            HealthIndicator health = service.getBean("busConsumerHealthIndicator", HealthIndicator.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            broker.start();
            await().until(() -> health.health().getStatus() == Status.UP);
            broker.stop();
            await().until(() -> health.health().getStatus() == Status.OUT_OF_SERVICE);
        }
    }

    @Test
    void whatWasOfferedIsConfirmedBeforeTheServiceHasStopped() {
        broker.start();
        try (ConfigurableApplicationContext consuming = start(Consuming.class)) {
            await().until(() ->
                    consuming.getBean("liveEventConsumer", EventConsumer.class).connected());
            ConfigurableApplicationContext publishing = start(Publishing.class);
            EventPublisher publisher = publishing.getBean(EventPublisher.class);
            await().until(() -> ((SpoolingPublisher) publisher).connected());
            List<MarketEvent> trades = Events.trades("A", 0, 5000);
            trades.forEach(publisher::offer);
            MeterRegistry meters = publishing.getBean(MeterRegistry.class);
            publishing.close();
            assertThat(meters.counter("tapeline.bus.published").count()).isEqualTo(5000);
            assertThat(meters.counter("tapeline.bus.spooled").count()).isZero();
            assertThat(publisher.offer(Events.trade("A", 5000))).isFalse();
            await().until(() -> STORED.size() == 5000);
            assertThat(STORED).isEqualTo(trades);
        }
    }

    @Test
    void aWrongSettingIsNamedWithWhatWasExpected() {
        assertThatThrownBy(() -> start(Consuming.class, "tapeline.bus.consumer.prefetch", 5000))
                .rootCause()
                .hasMessage("tapeline.bus.consumer.prefetch: expected 1 to 2000, got 5000");
    }

    @Test
    void theDefaultsAreTheDocumentedOnes() {
        BusProperties defaults = TestSettings.of(spool);
        assertThat(defaults.publisher().linger()).hasMillis(3);
        assertThat(defaults.publisher().batchEvents()).isEqualTo(64);
        assertThat(defaults.spool().maxSize().toGigabytes()).isEqualTo(1);
        assertThat(defaults.consumer().prefetch()).isEqualTo(1000);
        assertThat(defaults.queues().writerMaxSize().toGigabytes()).isEqualTo(4);
    }

    private ConfigurableApplicationContext start(Class<?> service, Object... more) {
        Map<String, Object> properties = new HashMap<>(broker.properties());
        properties.put("spring.config.name", "none");
        properties.put("tapeline.bus.spool.directory", spool.toString());
        properties.put("tapeline.bus.reconnect-delay", "50ms");
        for (int i = 0; i < more.length; i += 2) {
            properties.put((String) more[i], more[i + 1]);
        }
        return new SpringApplicationBuilder(service)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(properties)
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @Import(BusPublisherConfiguration.class)
    static class Publishing {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(BusConsumerConfiguration.class)
    static class Consuming {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        BatchHandler handler() {
            return batch -> {
                STORED.addAll(batch);
                return List.of();
            };
        }
    }
}
