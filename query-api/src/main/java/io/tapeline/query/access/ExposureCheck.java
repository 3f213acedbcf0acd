package io.tapeline.query.access;

import io.tapeline.model.exposure.LoopbackRule;
import io.tapeline.query.QueryProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Refuses to start a service that other machines can reach and anybody may ask, unless that was said in so many words. */
@Component
final class ExposureCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ExposureCheck.class);

    ExposureCheck(@Value("${server.address:}") String address, QueryProperties properties) {
        if (LoopbackRule.isLoopback(address) || !properties.apiKeys().isEmpty()) {
            return;
        }
        if (!properties.allowUnauthenticated()) {
            throw new UnsafeExposureException("server.address: expected a loopback address, or API keys in"
                    + " tapeline.query.api-keys, or TAPELINE_ALLOW_UNAUTHENTICATED=true; got '" + address
                    + "', where anybody could ask");
        }
        LOG.warn("anybody who reaches {} may ask: TAPELINE_ALLOW_UNAUTHENTICATED is true", address);
    }
}
