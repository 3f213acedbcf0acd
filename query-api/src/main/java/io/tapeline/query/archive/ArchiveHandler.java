package io.tapeline.query.archive;

import io.tapeline.query.QueryProperties;
import io.tapeline.query.web.Problem;
import io.tapeline.query.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Answers requests for objects: whole, a range of bytes, or only whether they changed. */
@Component
final class ArchiveHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveHandler.class);
    private static final MediaType JSON_LINES = MediaType.parseMediaType("application/x-ndjson");
    private static final int PIECE = 64 * 1024;

    private final ArchiveObjects objects;
    private final boolean open;
    private final Clock clock;

    ArchiveHandler(ArchiveObjects objects, QueryProperties properties, Clock clock) {
        this.objects = objects;
        this.open = properties.apiKeys().isEmpty();
        this.clock = clock;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        ArchiveKey key = ArchivePath.key(request.uri().getRawPath());
        return blocking(() -> objects.find(key).orElseThrow(ArchivePath::nothingThere))
                .flatMap(object -> answer(request, key, object))
                // Replaced between being found and being read: found again, it is the new one.
                .retryWhen(Retry.max(1).filter(ArchiveObject.ReplacedException.class::isInstance))
                .onErrorMap(Exceptions::isRetryExhausted, Throwable::getCause)
                .onErrorMap(IOException.class, ArchiveHandler::unavailable);
    }

    private Mono<ServerResponse> answer(ServerRequest request, ArchiveKey key, ArchiveObject object) {
        return request.checkNotModified(object.modified(), object.etag())
                .doOnNext(unchanged -> close(object))
                .switchIfEmpty(Mono.defer(() -> content(request, key, object)));
    }

    private Mono<ServerResponse> content(ServerRequest request, ArchiveKey key, ArchiveObject object) {
        return switch (ByteRange.asked(request.headers().asHttpHeaders(), object)) {
            case ByteRange.Whole whole -> {
                ServerResponse.BodyBuilder response = headers(ServerResponse.ok(), key, object);
                yield body(request, response, object, 0, object.length());
            }
            case ByteRange.Part(long start, long length) -> {
                ServerResponse.BodyBuilder response = headers(
                                ServerResponse.status(HttpStatus.PARTIAL_CONTENT), key, object)
                        .header(
                                HttpHeaders.CONTENT_RANGE,
                                "bytes " + start + "-" + (start + length - 1) + "/" + object.length())
                        // Bytes of the object, not of something compressed.
                        .header(HttpHeaders.CONTENT_ENCODING, "identity");
                yield body(request, response, object, start, length);
            }
            case ByteRange.Outside outside -> {
                close(object);
                yield ServerResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                        .header(HttpHeaders.CONTENT_RANGE, "bytes */" + object.length())
                        .build();
            }
        };
    }

    private ServerResponse.BodyBuilder headers(
            ServerResponse.BodyBuilder response, ArchiveKey key, ArchiveObject object) {
        CacheControl cache = Freshness.of(key, clock.instant());
        return response.contentType(JSON_LINES)
                .eTag(object.etag())
                .lastModified(object.modified())
                .cacheControl(open ? cache.cachePublic() : cache.cachePrivate())
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
    }

    private static Mono<ServerResponse> body(
            ServerRequest request, ServerResponse.BodyBuilder response, ArchiveObject object, long start, long length) {
        response.contentLength(length);
        if (request.method() == HttpMethod.HEAD || length == 0) {
            close(object);
            return response.build();
        }
        return blocking(() -> object.read(start, length))
                .flatMap(bytes -> response.body(pieces(bytes, length), DataBuffer.class));
    }

    private static Flux<DataBuffer> pieces(InputStream bytes, long length) {
        Flux<DataBuffer> all =
                DataBufferUtils.readInputStream(() -> bytes, DefaultDataBufferFactory.sharedInstance, PIECE);
        return DataBufferUtils.takeUntilByteCount(all, length).subscribeOn(Schedulers.boundedElastic());
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private static void close(ArchiveObject object) {
        try {
            object.close();
        } catch (IOException e) {
            LOG.debug("not closed", e);
        }
    }

    private static ProblemException unavailable(IOException e) {
        LOG.warn("the archive is unavailable: {}", e.getMessage());
        return new ProblemException(new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "archive-unavailable",
                "The archive is unavailable",
                "The archive cannot be read now; try again",
                List.of()));
    }
}
