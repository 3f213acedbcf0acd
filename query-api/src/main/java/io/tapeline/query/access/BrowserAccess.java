package io.tapeline.query.access;

import io.tapeline.query.QueryProperties;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/** Lets pages of the configured origins read answers. No credentials: a browser never sends cookies along. */
@Configuration(proxyBeanMethods = false)
class BrowserAccess {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    CorsWebFilter cors(QueryProperties properties) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(properties.allowedOrigins());
        rules.setAllowedMethods(List.of("GET", "HEAD"));
        rules.setAllowedHeaders(
                List.of(ApiKeyFilter.HEADER, "Accept", "If-None-Match", "If-Range", "Range", "Content-Type"));
        rules.setExposedHeaders(List.of(
                "ETag",
                "X-Next-Cursor",
                "Retry-After",
                "Accept-Ranges",
                "Content-Range",
                "Content-Length",
                "Last-Modified"));
        rules.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", rules);
        source.registerCorsConfiguration("/v3/**", rules);
        source.registerCorsConfiguration("/archive/**", rules);
        return new CorsWebFilter(source);
    }
}
