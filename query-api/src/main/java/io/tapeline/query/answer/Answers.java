package io.tapeline.query.answer;

import io.tapeline.query.QueryProperties;
import io.tapeline.query.live.LiveRows;
import io.tapeline.query.request.Format;
import io.tapeline.query.request.Question;
import io.tapeline.query.store.Store;
import java.time.Clock;
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
        if (!question.summary() || question.live()) {
            return page.map(p -> Envelope.json(question, p, null, clock.instant()));
        }
        return Mono.zip(page, store.summary(question), (p, s) -> Envelope.json(question, p, s, clock.instant()));
    }

    private Mono<Page> page(Question question) {
        Page page = new Page(question, maxBytes);
        Flux<@Nullable String[]> rows = question.live() ? live.newest(question) : store.page(question);
        return rows.takeWhile(page::offer).then(Mono.just(page));
    }
}
