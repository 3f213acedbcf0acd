package io.tapeline.bus;

import com.rabbitmq.client.ConnectionFactory;
import org.springframework.boot.amqp.autoconfigure.ConnectionFactoryCustomizer;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection that publishers and consumers share; where to is said by {@code spring.rabbitmq.*}. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(RabbitAutoConfiguration.class)
@EnableConfigurationProperties(BusProperties.class)
class BusConnectionConfiguration {
    private static final int HEARTBEAT_SECONDS = 10;
    private static final int CONNECTION_TIMEOUT_MILLIS = 5_000;

    /** A broker that vanished without closing is noticed after seconds, unless the settings say otherwise. */
    @Bean
    ConnectionFactoryCustomizer busTimeouts() {
        return factory -> {
            if (factory.getRequestedHeartbeat() == ConnectionFactory.DEFAULT_HEARTBEAT) {
                factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
            }
            if (factory.getConnectionTimeout() == ConnectionFactory.DEFAULT_CONNECTION_TIMEOUT) {
                factory.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
            }
        };
    }
}
