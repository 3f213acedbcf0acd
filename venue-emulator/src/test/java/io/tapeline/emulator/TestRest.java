package io.tapeline.emulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP calls. */
public final class TestRest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private TestRest() {}

    public static HttpResponse<String> get(Emulator emulator, String prefix, String target) {
        return send(HttpRequest.newBuilder(URI.create(emulator.baseUri(prefix) + target)));
    }

    public static JsonNode json(Emulator emulator, String prefix, String target) {
        return JSON.readTree(get(emulator, prefix, target).body());
    }

    public static HttpResponse<String> post(Emulator emulator, String prefix, String target, String body) {
        return send(HttpRequest.newBuilder(URI.create(emulator.baseUri(prefix) + target))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public static HttpResponse<String> authorized(Emulator emulator, String prefix, String target, String token) {
        return send(HttpRequest.newBuilder(URI.create(emulator.baseUri(prefix) + target))
                .header("authorization", token));
    }

    public static HttpResponse<String> control(Emulator emulator, String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + emulator.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
