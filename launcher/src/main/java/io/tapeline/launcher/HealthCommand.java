package io.tapeline.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the services of a running plant how they are. */
@Command(
        name = "health",
        description = "Ask the services of a running plant how they are; exit code 1 when any is not well.",
        mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(
            names = "--port",
            defaultValue = "${env:TAPELINE_QUERY_PORT:-8002}",
            paramLabel = "PORT",
            description = "Port of the query API (default: ${DEFAULT-VALUE}).")
    int port;

    @Option(
            names = "--continuous",
            paramLabel = "SECONDS",
            description = "Ask again and again, with this pause, until stopped.")
    @Nullable
    Integer continuous;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    @Override
    public Integer call() throws InterruptedException {
        if (continuous == null) {
            return ask();
        }
        if (continuous < 1) {
            throw new UserError("--continuous: expected at least 1 second, got " + continuous);
        }
        CountDownLatch never = new CountDownLatch(1);
        do {
            ask();
        } while (!never.await(continuous, TimeUnit.SECONDS));
        return 0;
    }

    private int ask() throws InterruptedException {
        Map<String, Integer> services = RunOptions.servicePorts(port);
        boolean well = true;
        for (Map.Entry<String, Integer> service : services.entrySet()) {
            String state = state(service.getValue());
            well &= state.startsWith("UP");
            System.out.printf("%-20s 127.0.0.1:%-6d %s%n", service.getKey(), service.getValue(), state);
        }
        return well ? 0 : Tapeline.FAILED;
    }

    private String state(int servicePort) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + servicePort + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode health = JSON.readTree(answer.body());
            StringBuilder state = new StringBuilder(health.path("status").asString("UNKNOWN"));
            health.path("components").properties().forEach(part -> state.append("  ")
                    .append(part.getKey())
                    .append('=')
                    .append(part.getValue().path("status").asString("?")));
            return state.toString();
        } catch (IOException e) {
            return "DOWN  no answer";
        } catch (JacksonException e) {
            return "DOWN  answers something else";
        }
    }
}
