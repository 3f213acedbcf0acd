package io.tapeline.venue.upbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.venue.testing.SettingsFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

class UpbitSettingsFileTest {
    private static UpbitSettings settings(Binder binder) {
        return binder.bindOrCreate("tapeline.upbit", UpbitSettings.class);
    }

    @Test
    void theFileSaysWhatTheDefaultsAre() throws IOException {
        assertThat(settings(SettingsFile.binder("upbit", false, Map.of())))
                .isEqualTo(UpbitSettings.defaults())
                .isEqualTo(settings(new Binder()));
    }

    @Test
    void whatTellsTheWorthOfAQuoteIsCollectedWhateverTheAssetsAre() throws IOException {
        Binder binder = SettingsFile.binder("upbit", false, Map.of("SYMBOL", "ETH"));
        String feed = "tapeline.collector.feeds.upbit.";
        assertThat(binder.bind(feed + "assets", Bindable.listOf(String.class)).get())
                .containsExactly("ETH");
        assertThat(binder.bind(feed + "symbols", Bindable.listOf(String.class)).get())
                .containsExactly("KRW-USDT", "USDT-BTC");
        assertThat(binder.bind(feed + "quote", Bindable.listOf(String.class)).get())
                .containsExactly("KRW", "BTC", "USDT");
    }

    @Test
    void theProfileOfTheEmulatorChangesAllHosts() throws IOException {
        UpbitSettings emulated =
                settings(SettingsFile.binder("upbit", true, Map.of("TAPELINE_EMULATOR_WS", "ws://127.0.0.1:9")));
        assertThat(emulated.rest()).isEqualTo("http://127.0.0.1:8090/upbit");
        assertThat(emulated.ws()).isEqualTo("ws://127.0.0.1:9/upbit");
    }

    @Test
    void anotherSiteIsAnotherHost() throws IOException {
        UpbitSettings thai = settings(SettingsFile.binder(
                "upbit",
                false,
                Map.of("UPBIT_REST", "https://th-api.upbit.com/", "UPBIT_WS", "wss://th-api.upbit.com")));
        assertThat(thai).isEqualTo(UpbitSettings.of("https://th-api.upbit.com", "wss://th-api.upbit.com"));
    }

    @Test
    void aBadSettingIsNamed() {
        assertThatThrownBy(() -> new UpbitSettings("https://h", "wss://h", UpbitFormat.SIMPLE, List.of("1w")))
                .hasMessageStartingWith("tapeline.upbit.candle-intervals: expected some of [1s, 1m");
    }
}
