package io.tapeline.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feeds: what they offer, how they are, whether their venues can be reached. */
@Command(
        name = "feeds",
        description = "List feeds with the kinds they offer and, from a running plant, their state; --check tries the"
                + " venues themselves.",
        mixinStandardHelpOptions = true)
final class FeedsCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(
            names = "--check",
            description = "Try REST and stream of each venue; exit code 1 when any cannot be reached.")
    boolean check;

    @Option(names = "--feed", paramLabel = "ID", description = "Only these feeds; may be given several times.")
    List<String> only = List.of();

    @Option(
            names = "--port",
            defaultValue = "${env:TAPELINE_QUERY_PORT:-8002}",
            paramLabel = "PORT",
            description = "Port of the query API (default: ${DEFAULT-VALUE}).")
    int port;

    @Override
    public Integer call() throws InterruptedException {
        Venues venues = Venues.load();
        only.forEach(venues::require);
        Venues wanted = new Venues(
                venues.all().stream()
                        .filter(venue -> only.isEmpty() || only.contains(venue.feed()))
                        .toList(),
                venues.properties());
        return check ? FeedCheck.run(wanted) : list(wanted);
    }

    private int list(Venues venues) throws InterruptedException {
        JsonNode running = running();
        venues.all().forEach(venue -> {
            String state = venues.properties().feed(venue.feed()).enabled() ? "on" : "off";
            String reason = "";
            for (JsonNode feed : running) {
                if (feed.path("feed").asString("").equals(venue.feed())) {
                    state = feed.path("state").asString(state);
                    reason = feed.path("reason").asString("");
                }
            }
            System.out.printf(
                    "%-18s %-11s %s%s%n",
                    venue.feed(),
                    state,
                    String.join(" ", FeedCheck.kinds(venue)),
                    reason.isEmpty() ? "" : "  (" + reason + ")");
        });
        return 0;
    }

    /** What a running plant says of its feeds; nothing when none runs. */
    private JsonNode running() throws InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/exchange/feeds"))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body()).path("data").path("feeds");
        } catch (IOException | JacksonException e) {
            return JSON.createArrayNode();
        }
    }
}
