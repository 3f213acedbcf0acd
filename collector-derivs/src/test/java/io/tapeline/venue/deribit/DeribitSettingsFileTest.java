package io.tapeline.venue.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.feed.CollectorProperties;
import io.tapeline.collector.feed.FeedSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;

/** venue/deribit.yml: its defaults are those of the code, its variables do what they say. */
class DeribitSettingsFileTest {

    private static Environment with(String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("spring.config.name=none");
        all.add("spring.config.import=classpath:venue/deribit.yml");
        Environment[] found = new Environment[1];
        new ApplicationContextRunner()
                .withPropertyValues(all.toArray(String[]::new))
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .run(context -> found[0] = context.getEnvironment());
        return found[0];
    }

    private static DeribitSettings deribit(String... properties) {
        return Binder.get(with(properties)).bindOrCreate("tapeline.deribit", DeribitSettings.class);
    }

    private static FeedSettings feed(String... properties) {
        return Binder.get(with(properties))
                .bindOrCreate("tapeline.collector", CollectorProperties.class)
                .feed("deribit");
    }

    @Test
    void withoutVariablesTheDefaultsHold() {
        assertThat(deribit()).isEqualTo(DeribitSettings.defaults());
        assertThat(feed().enabled()).isTrue();
        assertThat(feed().assets()).hasSize(14).startsWith("BTC", "ETH", "SOL");
        assertThat(feed().quote()).containsExactly("USD", "USDC");
        assertThat(feed().options()).containsExactly("BTC", "ETH");
    }

    @Test
    void symbolReplacesTheAssetsAndOptionsTheChains() {
        assertThat(feed("SYMBOL=BTC,DOGE").assets()).containsExactly("BTC", "DOGE");
        assertThat(feed("DERIBIT_OPTIONS=").options()).isEmpty();
    }

    @Test
    void aKeyIsReadFromTheEnvironment() {
        assertThat(deribit("DERIBIT_API_KEY=id", "DERIBIT_API_SECRET=secret").credentials())
                .isEqualTo(new DeribitSettings.Credentials("id", "secret"));
    }

    @Test
    void emulatedTheHostsAreTheEmulators() {
        DeribitSettings settings = deribit("spring.profiles.active=emulated", "TAPELINE_EMULATOR_WS=ws://emulator:1");
        assertThat(settings.rest()).isEqualTo("http://127.0.0.1:8090/deribit");
        assertThat(settings.history()).isEqualTo("http://127.0.0.1:8090/deribit/history");
        assertThat(settings.ws()).containsExactly("ws://emulator:1/deribit");
    }
}
