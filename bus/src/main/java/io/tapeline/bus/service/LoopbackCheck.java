package io.tapeline.bus.service;

import io.tapeline.model.exposure.LoopbackRule;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where a service may listen that opens nothing but health and metrics: these are open to whoever reaches them. */
@Configuration(proxyBeanMethods = false)
public class LoopbackCheck {
    private static final int LAST_PORT = 65_535;

    @Bean
    static InitializingBean loopbackRule(Environment environment) {
        return () -> {
            String address = environment.getProperty("server.address", "");
            boolean consent = environment.getProperty(LoopbackRule.CONSENT, Boolean.class, false);
            String objection = LoopbackRule.objection(address, consent, "read health and metrics");
            if (objection != null) {
                throw new InvalidConfigurationPropertyValueException("server.address", address, objection);
            }
        };
    }

    @Bean
    static InitializingBean portRule(Environment environment) {
        return () -> {
            String port = environment.getProperty("server.port", "8080");
            if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > LAST_PORT) {
                throw new InvalidConfigurationPropertyValueException("server.port", port, "expected 0 to " + LAST_PORT);
            }
        };
    }
}
