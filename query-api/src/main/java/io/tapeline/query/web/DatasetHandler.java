package io.tapeline.query.web;

import io.tapeline.query.answer.Answer;
import io.tapeline.query.answer.Answers;
import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.request.Format;
import io.tapeline.query.request.Question;
import io.tapeline.query.request.QuestionReader;
import io.tapeline.query.request.Reading;
import io.tapeline.query.request.Violation;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.NotAcceptableStatusException;
import reactor.core.publisher.Mono;

/** Answers every dataset's requests. */
@Component
final class DatasetHandler {
    /** Where the next page begins, for forms that have no room for it. */
    static final String NEXT_CURSOR = "X-Next-Cursor";

    /** What lies wholly in the past changes only by repair. */
    private static final CacheControl PAST =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate();

    /** What reaches to now may be kept, but must be asked about each time. */
    private static final CacheControl MOVING = CacheControl.noCache().cachePrivate();

    private final QuestionReader reader;
    private final Answers answers;

    DatasetHandler(QuestionReader reader, Answers answers) {
        this.reader = reader;
        this.answers = answers;
    }

    Mono<ServerResponse> answer(Dataset dataset, ServerRequest request) {
        return switch (reader.read(dataset, parameters(request), accepted(request))) {
            case Reading.Refused refused -> Mono.error(new RefusedException(refused.violations()));
            case Question question -> answers.to(question).flatMap(answer -> respond(request, question, answer));
        };
    }

    private static Mono<ServerResponse> respond(ServerRequest request, Question question, Answer answer) {
        return request.checkNotModified(answer.etag()).switchIfEmpty(Mono.defer(() -> {
            ServerResponse.BodyBuilder response = ServerResponse.ok()
                    .contentType(answer.mediaType())
                    .eTag(answer.etag())
                    .cacheControl(question.openEnded() ? MOVING : PAST)
                    .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING);
            if (answer.nextCursor() != null) {
                response.header(NEXT_CURSOR, answer.nextCursor());
            }
            return response.bodyValue(answer.body());
        }));
    }

    private static MultiValueMap<String, String> parameters(ServerRequest request) {
        try {
            return request.queryParams();
        } catch (IllegalArgumentException e) {
            throw new RefusedException(List.of(new Violation("query", "correct percent-encoding")));
        }
    }

    /** The form that the Accept header prefers; a format parameter overrules it. */
    private static Format accepted(ServerRequest request) {
        List<MediaType> accepted = request.headers().accept();
        if (accepted.isEmpty() || request.queryParam("format").isPresent()) {
            return Format.JSON;
        }
        for (MediaType type : accepted) {
            for (Format format : Format.values()) {
                if (type.isCompatibleWith(format.mediaType())) {
                    return format;
                }
            }
        }
        throw new NotAcceptableStatusException(List.of(Format.JSON.mediaType()));
    }
}
