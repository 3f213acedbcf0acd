package io.tapeline.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Logging of the whole process. LOG_LEVEL sets the level. */
final class Logs {
    private Logs() {}

    /**
     * Logs to a file that is rotated, and to the console.
     *
     * @param quiet the console shows warnings only, since something else is shown there
     */
    static void to(Path file, boolean quiet) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        context.putProperty("file", file.toAbsolutePath().toString());
        context.putProperty("console", quiet ? Level.ERROR.toString() : Level.TRACE.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(Objects.requireNonNull(Logs.class.getResource("logging.xml")));
        } catch (JoranException e) {
            throw new IllegalStateException("logging.xml", e);
        }
    }
}
