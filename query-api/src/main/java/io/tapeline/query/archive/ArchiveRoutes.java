package io.tapeline.query.archive;

import io.tapeline.bus.archive.ArchiveTarget;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;

/** One route for all objects; there is nothing to list. */
@Configuration(proxyBeanMethods = false)
class ArchiveRoutes {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Bean
    ArchiveObjects archiveObjects(ArchiveProperties properties) {
        return properties.target() == ArchiveTarget.S3
                ? new BucketObjects(properties.s3())
                : new DirectoryObjects(properties.directory());
    }

    @Bean
    RouterFunction<ServerResponse> archive(ArchiveHandler handler) {
        return RouterFunctions.route()
                .route(RequestPredicates.path(ArchivePath.BASE + "**"), request -> {
                    if (!READING.contains(request.method())) {
                        return Mono.error(new MethodNotAllowedException(request.method(), READING));
                    }
                    return Mono.defer(() -> handler.answer(request));
                })
                .build();
    }
}
