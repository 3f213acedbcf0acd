package io.tapeline.bus.service;

import io.tapeline.model.exposure.LoopbackRule;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** For services that open nothing but health and metrics: these are open to whoever reaches them. */
@Configuration(proxyBeanMethods = false)
public class LoopbackCheck {

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
}
