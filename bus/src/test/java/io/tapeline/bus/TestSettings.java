package io.tapeline.bus;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings for tests: the defaults with some replaced, and short pauses. */
final class TestSettings {
    private TestSettings() {}

    /** @param replaced names without {@code tapeline.bus.} and values, alternating */
    static BusProperties of(Path spool, Object... replaced) {
        Map<String, Object> values = new HashMap<>();
        values.put("tapeline.bus.spool.directory", spool);
        values.put("tapeline.bus.reconnect-delay", "50ms");
        values.put("tapeline.bus.publisher.retry-delay", "50ms");
        for (int i = 0; i < replaced.length; i += 2) {
            values.put("tapeline.bus." + replaced[i], replaced[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("tapeline.bus", BusProperties.class);
    }
}
