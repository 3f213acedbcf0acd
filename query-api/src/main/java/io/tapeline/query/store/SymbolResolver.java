package io.tapeline.query.store;

import io.r2dbc.spi.Readable;
import io.tapeline.query.QueryProperties;
import io.tapeline.query.request.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a symbol means: instruments with that venue symbol or unified symbol, and those whose base asset it is, if they
 * are live and (unless a market is given) spot, perpetual or future. Answers are remembered for a few seconds; what means
 * nothing yet is asked anew each time.
 */
@Component
final class SymbolResolver {
    /** Beyond it the answer that was asked for longest ago is forgotten. */
    private static final int MOST_REMEMBERED = 1_000;

    @SuppressWarnings("InlineFormatString") // easier to read apart
    private static final String SQL = """
            SELECT l.id, l.exchange, l.market, l.symbol FROM store.instrument AS l
            WHERE l.id IN (
              SELECT n.id FROM store.instrument AS n WHERE n.symbol = ANY(:names)
              UNION ALL
              SELECT u.instrument_id FROM instruments AS u WHERE u.unified_symbol = ANY(:names)
              UNION ALL
              SELECT b.instrument_id FROM instruments AS b WHERE b.base = ANY(:names) AND b.ended_at IS NULL %s)
            """;

    private final DatabaseClient client;
    private final Clock clock;
    private final Duration memory;
    private final Map<Name, Answer> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Answer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    SymbolResolver(DatabaseClient client, Clock clock, QueryProperties properties) {
        this.client = client;
        this.clock = clock;
        this.memory = properties.symbolMemory();
    }

    private record Name(
            String symbol,
            @Nullable String exchange,
            @Nullable String market) {}

    private record Answer(List<Listed> listed, Instant until) {}

    /** The instruments; none where the question names no symbol or an unknown one. */
    Mono<List<Listed>> resolve(Question question) {
        String symbol = question.symbol();
        if (symbol == null) {
            return Mono.just(List.of());
        }
        Name name = new Name(symbol, question.exchange(), question.market());
        return Mono.defer(() -> {
            List<Listed> known = recall(name);
            return known != null ? Mono.just(known) : ask(name).doOnNext(listed -> remember(name, listed));
        });
    }

    private Mono<List<Listed>> ask(Name name) {
        String sql = SQL.formatted(name.market() == null ? "AND b.market IN ('spot', 'perpetual', 'future')" : "");
        sql += name.exchange() == null ? "" : " AND l.exchange = :exchange";
        sql += name.market() == null ? "" : " AND l.market = :market";
        GenericExecuteSpec spec = client.sql(sql).bind("names", spellings(name.symbol()));
        spec = name.exchange() == null ? spec : spec.bind("exchange", name.exchange());
        spec = name.market() == null ? spec : spec.bind("market", name.market());
        return spec.map(SymbolResolver::listed).all().collectList();
    }

    private static Listed listed(Readable row) {
        return new Listed(
                cell(row, 0, Integer.class),
                cell(row, 1, String.class),
                cell(row, 2, String.class),
                cell(row, 3, String.class));
    }

    private static <T> T cell(Readable row, int column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    /** Names are matched as they are and in one case, which is as far as an index goes. */
    private static String[] spellings(String symbol) {
        return Stream.of(symbol, symbol.toUpperCase(Locale.ROOT), symbol.toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
    }

    private synchronized @Nullable List<Listed> recall(Name name) {
        Answer answer = remembered.get(name);
        return answer != null && clock.instant().isBefore(answer.until()) ? answer.listed() : null;
    }

    private synchronized void remember(Name name, List<Listed> listed) {
        if (!listed.isEmpty()) {
            remembered.put(name, new Answer(List.copyOf(listed), clock.instant().plus(memory)));
        }
    }
}
