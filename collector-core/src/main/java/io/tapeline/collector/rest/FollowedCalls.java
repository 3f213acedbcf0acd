package io.tapeline.collector.rest;

import io.tapeline.collector.rest.RestResult.Answered;
import io.tapeline.collector.rest.RestResult.Failed;
import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.RestCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The calls that an answer names, made one after another in order and joined with it to one answer. A page that is not
 * answered fails the whole; of other answers that are named, one that is not to be had is told and the rest stands, unless
 * the host itself refuses to serve this place. One call after its answer is followed to its end.
 */
final class FollowedCalls {
    /** More than any listing has; a venue whose pages never end is not followed for ever. */
    static final int MOST = 500;

    private final RestCall asked;
    private final Function<RestCall, Mono<RestResult>> send;
    private final Set<RestCall> referred = new HashSet<>();
    private int made;

    private record Fetched(RestCall call, boolean page, RestResult result) {
        /** Why nothing of the whole can be used. */
        @Nullable
        Failed fatal(RestCall asked) {
            return result instanceof Failed failed
                            && (page
                                    || (failed.reason() == Reason.BLOCKED
                                            && call.host().equals(asked.host())))
                    ? failed
                    : null;
        }
    }

    FollowedCalls(RestCall asked, Function<RestCall, Mono<RestResult>> send) {
        this.asked = asked;
        this.send = send;
    }

    Mono<RestResult> follow(RestResult result) {
        if (!(result instanceof Answered answered)) {
            return Mono.just(result);
        }
        List<Decoded> named =
                answered.decoded().stream().filter(FollowedCalls::namesCall).toList();
        return named.isEmpty()
                ? Mono.just(result)
                : Flux.fromIterable(named)
                        .concatMap(this::fetch)
                        .takeUntil(fetched -> fetched.fatal(asked) != null)
                        .collectList()
                        .map(fetched -> joined(answered, fetched));
    }

    private static boolean namesCall(Decoded said) {
        return said instanceof Decoded.Continued || said instanceof Decoded.Referred;
    }

    private Mono<Fetched> fetch(Decoded said) {
        return switch (said) {
            case Decoded.Continued(RestCall next) -> fetch(next, true);
            // Several answers may name the same one, which is wanted once.
            case Decoded.Referred(RestCall call) -> referred.add(call) ? fetch(call, false) : Mono.empty();
            default -> Mono.empty();
        };
    }

    private Mono<Fetched> fetch(RestCall call, boolean page) {
        if (++made > MOST) {
            Failed endless = new Failed(Reason.MALFORMED, AnswerJudge.place(call) + ": more than " + MOST + " pages");
            return Mono.just(new Fetched(call, true, endless));
        }
        return send.apply(call.onBehalfOf(asked)).flatMap(this::follow).map(result -> new Fetched(call, page, result));
    }

    private RestResult joined(Answered first, List<Fetched> fetched) {
        List<Decoded> all = new ArrayList<>(first.decoded());
        all.removeIf(FollowedCalls::namesCall);
        for (Fetched one : fetched) {
            Failed fatal = one.fatal(asked);
            if (fatal != null) {
                return fatal;
            }
            switch (one.result()) {
                case Answered(var frame, List<Decoded> decoded) -> all.addAll(decoded);
                case Failed(Reason reason, String detail) -> all.add(new Decoded.Malformed(detail));
            }
        }
        return new Answered(first.frame(), all);
    }
}
