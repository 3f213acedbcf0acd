package io.tapeline.collector.rest;

import io.netty.channel.ChannelOption;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Sends requests and collects answers of bounded length in bounded time. */
final class HttpTransport {
    private final ConnectionProvider connections;
    private final HttpClient client;
    private final Scheduler timer;
    private final RestSettings settings;

    HttpTransport(String feed, RestSettings settings, Scheduler timer) {
        this.settings = settings;
        this.timer = timer;
        this.connections = ConnectionProvider.builder("tapeline-rest-" + feed)
                .maxConnections(settings.concurrency())
                .pendingAcquireMaxCount(settings.concurrency() * 4)
                .maxIdleTime(Duration.ofSeconds(30))
                .build();
        this.client = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis())
                .compress(true)
                .headers(headers -> headers.set("User-Agent", "tapeline").set("Accept", "application/json"));
    }

    /** A fragment is not sent. */
    Mono<HttpAnswer> send(URI uri, Map<String, String> headers, @Nullable String body) {
        HttpClient with = client.headers(all -> headers.forEach(all::set));
        return request(with, body)
                .uri(uri)
                .response((response, content) -> collect(content.asByteArray())
                        .map(answer -> new HttpAnswer(response.status().code(), response.responseHeaders(), answer)))
                .next()
                .timeout(settings.timeout(), timer);
    }

    private static HttpClient.ResponseReceiver<?> request(HttpClient client, @Nullable String body) {
        return body == null
                ? client.get()
                : client.headers(all -> all.set("Content-Type", "application/json"))
                        .post()
                        .send(ByteBufFlux.fromString(Mono.just(body)));
    }

    private Mono<byte[]> collect(Flux<byte[]> parts) {
        long limit = settings.maxBody().toBytes();
        return parts.reduceWith(ByteArrayOutputStream::new, (body, part) -> {
                    if (body.size() + (long) part.length > limit) {
                        throw new BodyTooLong(limit);
                    }
                    body.writeBytes(part);
                    return body;
                })
                .map(ByteArrayOutputStream::toByteArray);
    }

    void close() {
        connections.dispose();
    }
}
