package io.tapeline.launcher;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that run the whole plant. */
final class RunOptions {
    @Option(
            names = "--data-dir",
            defaultValue = "${env:TAPELINE_DATA_DIR:-data}",
            paramLabel = "DIR",
            description = "Holds database, queues, spool and positions (default: ${DEFAULT-VALUE}).")
    Path dataDirectory = Path.of("data");

    @Option(
            names = "--database",
            defaultValue = "${env:TAPELINE_DATABASE}",
            paramLabel = "HOST:PORT/NAME",
            description = "Use this PostgreSQL or TimescaleDB instead of an embedded one; passwords come from"
                    + " TAPELINE_DB_OWNER_PASSWORD, TAPELINE_WRITER_PASSWORD and TAPELINE_READER_PASSWORD.")
    @Nullable
    String database;

    @Option(
            names = "--broker",
            defaultValue = "${env:TAPELINE_BROKER}",
            paramLabel = "HOST:PORT",
            description = "Use this RabbitMQ instead of an embedded broker; credentials come from"
                    + " TAPELINE_RABBIT_USER and TAPELINE_RABBIT_PASSWORD.")
    @Nullable
    String broker;

    @Option(
            names = "--database-port",
            defaultValue = "${env:TAPELINE_DATABASE_PORT:-15432}",
            paramLabel = "PORT",
            description = "Port of the embedded database (default: ${DEFAULT-VALUE}).")
    int databasePort;

    @Option(
            names = "--broker-port",
            defaultValue = "${env:TAPELINE_BROKER_PORT:-15673}",
            paramLabel = "PORT",
            description = "Port of the embedded broker (default: ${DEFAULT-VALUE}).")
    int brokerPort;

    @Option(
            names = "--port",
            defaultValue = "${env:TAPELINE_QUERY_PORT:-8002}",
            paramLabel = "PORT",
            description = "Port of the query API (default: ${DEFAULT-VALUE}); the other services take the ports around"
                    + " it: collector-binance 1 less, storage-writer 1 more, collector-derivs 2 more,"
                    + " collector-spot-depth 3 more.")
    int port;

    @Option(
            names = "--emulator-port",
            defaultValue = "${env:TAPELINE_EMULATOR_PORT:-8090}",
            paramLabel = "PORT",
            description = "Port of the venue emulator in a demo (default: ${DEFAULT-VALUE}).")
    int emulatorPort;

    @Option(
            names = "--emulator",
            defaultValue = "${env:TAPELINE_EMULATOR}",
            paramLabel = "HOST:PORT",
            description = "In a demo, use an emulator that runs elsewhere instead of one in this process.")
    @Nullable
    String emulator;

    @Option(
            names = "--feed",
            paramLabel = "ID",
            description =
                    "Collect only this feed, such as deribit; may be given several times (default: every feed that"
                            + " the settings enable).")
    List<String> feeds = List.of();

    /** Port of each service. */
    Map<String, Integer> servicePorts() {
        return servicePorts(port);
    }

    /** Port of each service, given that of the query API. */
    static Map<String, Integer> servicePorts(int queryPort) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("collector-binance", queryPort - 1);
        ports.put("query-api", queryPort);
        ports.put("storage-writer", queryPort + 1);
        ports.put("collector-derivs", queryPort + 2);
        ports.put("collector-spot-depth", queryPort + 3);
        return ports;
    }

    /** Host and port of the emulator that a demo talks to. */
    String emulatorAddress() {
        return emulator != null ? emulator : "127.0.0.1:" + emulatorPort;
    }
}
