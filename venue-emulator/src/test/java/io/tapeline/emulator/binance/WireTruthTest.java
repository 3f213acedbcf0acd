package io.tapeline.emulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.kit.WireSamples;
import io.tapeline.emulator.kit.WireSamples.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds the emulator to every real payload that is kept beside the project. */
class WireTruthTest {
    @Test
    void every_message_has_the_members_types_and_order_of_every_sample_of_its_channel() throws IOException {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        try (Exhibits exhibits = new Exhibits()) {
            Channels channels = new Channels(exhibits);
            for (Sample sample : WireSamples.of("binance")) {
                String channel = sample.channel();
                if (Channels.served(channel)) {
                    compared++;
                    JsonNode payload = sample.payload();
                    JsonNode ours = channels.ours(channel, payload.has("stream"));
                    Shape.differences(channel, payload, ours)
                            .forEach(difference -> differences.add(channel + difference));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(98);
    }
}
