package io.tapeline.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Logging of the whole process. LOG_LEVEL sets the level. */
final class Logs {
    private Logs() {}

    /** Warnings go to standard error, where they do not mix with what a command puts out. */
    static void toStandardError() {
        configure("logging-command.xml", Map.of());
    }

    /**
     * Logs to a file that is rotated, and to the console.
     *
     * @param quiet the console shows errors only, since something else is shown there
     */
    static void to(Path file, boolean quiet) {
        configure(
                "logging.xml",
                Map.of(
                        "file",
                        file.toAbsolutePath().toString(),
                        "console",
                        (quiet ? Level.ERROR : Level.TRACE).toString()));
    }

    private static void configure(String configuration, Map<String, String> properties) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        properties.forEach(context::putProperty);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(Objects.requireNonNull(Logs.class.getResource(configuration)));
        } catch (JoranException e) {
            throw new IllegalStateException(configuration, e);
        }
    }
}
