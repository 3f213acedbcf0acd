package io.tapeline.collector.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Health and metrics are open to whoever reaches them: beyond loopback that must be said in so many words. */
@Configuration(proxyBeanMethods = false)
class LoopbackRule {

    @Bean
    static InitializingBean loopbackCheck(Environment environment) {
        return () -> {
            String address = environment.getProperty("server.address", "0.0.0.0");
            boolean allowed = environment.getProperty("TAPELINE_ALLOW_UNAUTHENTICATED", Boolean.class, false);
            if (!allowed && !isLoopback(address)) {
                throw new IllegalStateException("server.address: " + address
                        + " is reachable from other machines; expected a loopback address, or"
                        + " TAPELINE_ALLOW_UNAUTHENTICATED=true to let anybody read health and metrics");
            }
        };
    }

    private static boolean isLoopback(String address) throws UnknownHostException {
        return InetAddress.getByName(address).isLoopbackAddress();
    }
}
