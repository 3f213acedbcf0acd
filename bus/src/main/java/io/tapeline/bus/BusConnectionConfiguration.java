package io.tapeline.bus;

import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The connection that publishers and consumers share; where to is said by {@code spring.rabbitmq.*}. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(RabbitAutoConfiguration.class)
@EnableConfigurationProperties(BusProperties.class)
class BusConnectionConfiguration {}
