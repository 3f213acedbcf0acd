package io.tapeline.query.web;

import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.Datasets;
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

/** One route per dataset. */
@Configuration(proxyBeanMethods = false)
public class ExchangeRoutes {
    /** What every path begins with. */
    public static final String BASE = "/api/v1/exchange/";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Bean
    RouterFunction<ServerResponse> exchange(DatasetHandler handler) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (Dataset dataset : Datasets.all()) {
            routes.route(RequestPredicates.path(BASE + dataset.path()), request -> {
                if (!READING.contains(request.method())) {
                    return Mono.error(new MethodNotAllowedException(request.method(), READING));
                }
                return handler.answer(dataset, request);
            });
        }
        return routes.build();
    }
}
