package io.tapeline.query.store;

import io.r2dbc.spi.Readable;
import io.tapeline.query.QueryProperties;
import io.tapeline.query.request.Question;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the database. Rows come as texts, one per cell, so that every digit is the one that is stored. Errors come as
 * {@link StoreFault}.
 */
@Component
public class Store {
    /** Beyond the statement timeout, for a database that cannot even say that time is up. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final DatabaseClient client;
    private final SymbolResolver symbols;
    private final Duration patience;

    Store(DatabaseClient client, SymbolResolver symbols, QueryProperties properties) {
        this.client = client;
        this.symbols = symbols;
        this.patience = properties.statementTimeout().plus(GRACE);
    }

    /** The page and one row more; a row has the dataset's columns, then the columns of its key. */
    public Flux<@Nullable String[]> page(Question question) {
        return symbols.resolve(question)
                .flatMapMany(ids -> rows(new Statements(question, ids).page()))
                .transform(this::bounded);
    }

    /** The instruments that the question's symbol means; none where it names no symbol or an unknown one. */
    public Mono<List<Listed>> instruments(Question question) {
        return symbols.resolve(question).onErrorMap(StoreFault::of);
    }

    /**
     * The newest row of each instrument.
     *
     * @param known instruments to leave out, {@code exchange/market/symbol}
     */
    public Flux<@Nullable String[]> newest(Question question, List<String> known) {
        return symbols.resolve(question)
                .flatMapMany(ids -> rows(new Statements(question, ids).newest(known)))
                .transform(this::bounded);
    }

    /** The summary's columns by name. */
    public Mono<Map<String, @Nullable String>> summary(Question question) {
        List<String> columns = question.dataset().summary().columns();
        return symbols.resolve(question)
                .flatMapMany(ids -> rows(new Statements(question, ids).summary()))
                .transform(this::bounded)
                .single()
                .map(cells -> {
                    Map<String, @Nullable String> byName = new LinkedHashMap<>();
                    for (int i = 0; i < cells.length; i++) {
                        byName.put(columns.get(i), cells[i]);
                    }
                    return byName;
                });
    }

    private Flux<@Nullable String[]> bounded(Flux<@Nullable String[]> rows) {
        return rows.takeUntilOther(Mono.delay(patience).then(Mono.error(TimeoutException::new)))
                .onErrorMap(StoreFault::of);
    }

    private Flux<@Nullable String[]> rows(Statement statement) {
        GenericExecuteSpec spec = client.sql(statement.sql());
        for (Map.Entry<String, Object> binding : statement.bindings().entrySet()) {
            if (mentions(statement.sql(), binding.getKey())) {
                spec = spec.bind(binding.getKey(), binding.getValue());
            }
        }
        return spec.map(row -> cells(row, statement.columns())).all();
    }

    static boolean mentions(String sql, String name) {
        return Pattern.compile("(?<!:):" + name + "\\b").matcher(sql).find();
    }

    private static @Nullable String[] cells(Readable row, int columns) {
        @Nullable String[] cells = new String[columns];
        for (int i = 0; i < columns; i++) {
            cells[i] = row.get(i, String.class);
        }
        return cells;
    }
}
