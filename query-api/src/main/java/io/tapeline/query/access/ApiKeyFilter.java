package io.tapeline.query.access;

import io.tapeline.query.QueryProperties;
import io.tapeline.query.web.Problem;
import io.tapeline.query.web.ProblemWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Where keys are configured, every path wants one, except those that tell nothing about data: health for orchestrators,
 * the API's description and the page to try it. Keys are long and random, so a plain hash of them cannot be turned back.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class ApiKeyFilter implements WebFilter {
    static final String HEADER = "X-API-Key";

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    private static final List<String> OPEN =
            List.of("/actuator/health", "/v3/api-docs", "/swagger-ui", "/webjars/swagger-ui");

    private final List<byte[]> hashes;
    private final ProblemWriter problems;

    ApiKeyFilter(QueryProperties properties, ProblemWriter problems) {
        this.hashes = properties.apiKeys().stream().map(ApiKeyFilter::hash).toList();
        this.problems = problems;
    }

    /** Does not repeat what is wrong, because it may be a key. */
    private static byte[] hash(String configured) {
        if (!SHA_256.matcher(configured).matches()) {
            throw new UnsafeExposureException(
                    "tapeline.query.api-keys: expected the SHA-256 of each key, 64 hexadecimal digits");
        }
        return HexFormat.of().parseHex(configured);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        boolean open =
                OPEN.stream().anyMatch(o -> path.equals(o) || path.startsWith(o + "/") || path.startsWith(o + "."));
        if (hashes.isEmpty() || open || known(exchange.getRequest().getHeaders().getFirst(HEADER))) {
            return chain.filter(exchange);
        }
        return problems.write(
                exchange,
                new Problem(
                        HttpStatus.UNAUTHORIZED,
                        "unauthorized",
                        "API key wanted",
                        HEADER + ": expected one of the configured API keys",
                        List.of()));
    }

    private boolean known(@Nullable String key) {
        if (key == null) {
            return false;
        }
        byte[] hash = sha256(key);
        boolean found = false;
        for (byte[] configured : hashes) {
            // Always all of them, so that the time taken tells nothing.
            found |= MessageDigest.isEqual(configured, hash);
        }
        return found;
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
