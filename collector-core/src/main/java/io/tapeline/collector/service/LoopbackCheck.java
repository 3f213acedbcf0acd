package io.tapeline.collector.service;

import io.tapeline.model.exposure.LoopbackRule;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Health and metrics are open to whoever reaches them. */
@Configuration(proxyBeanMethods = false)
class LoopbackCheck {

    @Bean
    static InitializingBean collectorLoopbackCheck(Environment environment) {
        return () -> {
            String address = environment.getProperty("server.address", "");
            boolean consent = environment.getProperty(LoopbackRule.CONSENT, Boolean.class, false);
            String objection = LoopbackRule.objection(address, consent, "read health and metrics");
            if (objection != null) {
                throw new InvalidConfigurationPropertyValueException("server.address", address, objection);
            }
        };
    }
}
