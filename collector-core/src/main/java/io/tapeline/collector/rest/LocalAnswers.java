package io.tapeline.collector.rest;

import io.netty.handler.codec.http.EmptyHttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Answers calls that go to no host: {@code file} addresses from disk, {@code data} addresses (RFC 2397, text only) with what
 * they carry.
 */
final class LocalAnswers {
    private static final Set<String> SCHEMES = Set.of("file", "data");

    private final FolderFiles files;

    /** @param maxBytes longest file that is read */
    LocalAnswers(List<Path> folders, long maxBytes) {
        this.files = new FolderFiles(folders, maxBytes);
    }

    static boolean serves(URI uri) {
        return SCHEMES.contains(uri.getScheme());
    }

    Mono<HttpAnswer> answer(URI uri) {
        return uri.getScheme().equals("data")
                ? Mono.just(of(200, carried(uri)))
                : Mono.fromCallable(() -> files.read(Path.of(uri.getPath()))).subscribeOn(Schedulers.boundedElastic());
    }

    private static byte[] carried(URI uri) {
        String content = uri.getSchemeSpecificPart();
        return content.substring(content.indexOf(',') + 1).getBytes(StandardCharsets.UTF_8);
    }

    static HttpAnswer of(int status, byte[] body) {
        return new HttpAnswer(status, EmptyHttpHeaders.INSTANCE, body);
    }
}
