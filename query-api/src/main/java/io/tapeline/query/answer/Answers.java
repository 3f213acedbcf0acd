package io.tapeline.query.answer;

import io.tapeline.query.QueryProperties;
import io.tapeline.query.live.LiveRows;
import io.tapeline.query.request.Format;
import io.tapeline.query.request.Question;
import io.tapeline.query.store.Store;
import io.tapeline.query.store.StoreFault;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** From a question to its answer: page and summary are asked for side by side. */
@Component
public final class Answers {
    private final Store store;
    private final LiveRows live;
    private final Clock clock;
    private final long maxBytes;

    Answers(Store store, LiveRows live, Clock clock, QueryProperties properties) {
        this.store = store;
        this.live = live;
        this.clock = clock;
        this.maxBytes = properties.maxPageSize().toBytes();
    }

    /** Fails with {@link io.tapeline.query.store.StoreFault}. */
    public Mono<Answer> to(Question question) {
        Mono<Page> page = Mono.defer(() -> page(question));
        if (question.format() != Format.JSON) {
            return page.map(p -> Envelope.bare(question, p));
        }
        if (!question.summary()) {
            return page.map(p -> Envelope.json(question, p, Map.of(), clock.instant()));
        }
        return Mono.zip(page, summary(question), (p, s) -> Envelope.json(question, p, s, clock.instant()));
    }

    /** What memory answers is answered even while the database is away, then without a summary. */
    private Mono<Map<String, @Nullable String>> summary(Question question) {
        Mono<Map<String, @Nullable String>> summary = store.summary(question);
        return question.live() ? summary.onErrorResume(StoreFault.class, fault -> Mono.just(Map.of())) : summary;
    }

    private Mono<Page> page(Question question) {
        Page page = new Page(question, maxBytes);
        Flux<@Nullable String[]> rows = question.live() ? live.newest(question) : store.page(question);
        return rows.takeWhile(page::offer).then(Mono.just(page));
    }
}
