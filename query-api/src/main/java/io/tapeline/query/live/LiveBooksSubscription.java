package io.tapeline.query.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.bus.LiveSubscription;
import java.util.List;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fills {@link LiveBooks} from the bus. While the broker is away it keeps trying, and books come from the database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("tapeline.query.live-books")
@ImportAutoConfiguration(RabbitAutoConfiguration.class)
class LiveBooksSubscription {
    private static final String EVERY_BOOK = "orderbook.#";

    /** Only the newest book of an instrument counts, so the oldest that wait may go. */
    private static final int MOST_WAITING = 10_000;

    @Bean
    LiveSubscription liveOrderbooks(CachingConnectionFactory connections, LiveBooks books, MeterRegistry registry) {
        return new LiveSubscription(connections, List.of(EVERY_BOOK), MOST_WAITING, books, registry);
    }
}
