package io.tapeline.query.live;

import io.tapeline.query.request.Question;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The newest row of each instrument. */
public interface LiveRows {
    /** In the order of exchange, market, symbol; a row has the dataset's columns. */
    Flux<@Nullable String[]> newest(Question question);
}
