package io.tapeline.emulator;

import io.tapeline.model.exposure.LoopbackRule;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The emulator as a service of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(PropertyPlaceholderAutoConfiguration.class)
@EnableConfigurationProperties(EmulatorSettings.class)
public class VenueEmulatorApplication {
    public static void main(String[] args) {
        builder().run(args);
    }

    /** Starts it inside another process; {@code properties} win over its configuration file. */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        String[] args = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return builder().run(args);
    }

    private static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(VenueEmulatorApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=venue-emulator");
    }

    @Bean(destroyMethod = "close")
    Emulator emulator(EmulatorSettings settings, Environment environment) {
        boolean consent = environment.getProperty(LoopbackRule.CONSENT, Boolean.class, false);
        String objection = LoopbackRule.objection(settings.host(), consent, "order faults");
        if (objection != null) {
            throw new InvalidConfigurationPropertyValueException("tapeline.emulator.host", settings.host(), objection);
        }
        return Emulator.start(settings);
    }
}
