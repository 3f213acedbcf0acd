package io.tapeline.collector.rest;

import io.tapeline.collector.rest.RestResult.Failed;
import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.model.json.IsoMicros;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/** Says what an answer, or none, means: for the call, and for the budget it drew on. */
final class AnswerJudge {
    private static final int BANNED = 418;

    private final RefusalRules rules;
    private final RestBudgets gates;
    private final RestSettings settings;
    private final ReceiveClock clock;

    /** @param gates all of them: a ban is for the host, whatever budget the call drew on */
    AnswerJudge(RefusalRules rules, RestBudgets gates, RestSettings settings, ReceiveClock clock) {
        this.rules = rules;
        this.gates = gates;
        this.settings = settings;
        this.clock = clock;
    }

    Attempt judge(RestCall call, HttpAnswer answer, BudgetGate gate) {
        correct(answer, gate);
        int status = answer.status();
        return switch (status) {
            case BANNED, 429 -> limited(call, answer, gate);
            case 408 -> new Attempt.Passing(failed(Reason.UNAVAILABLE, call, answer));
            default -> answer.ok() ? answered(call, answer, gate) : refused(call, answer, gate);
        };
    }

    private Attempt answered(RestCall call, HttpAnswer answer, BudgetGate gate) {
        Reason reason = rules.inAnswer(answer.start(RefusalRules.START)).orElse(null);
        return reason == null ? new Attempt.Answered(answer) : refused(reason, call, answer, gate);
    }

    private static void correct(HttpAnswer answer, BudgetGate gate) {
        String header = gate.budget().usedHeader();
        String used = header == null ? null : answer.header(header);
        if (used != null) {
            gate.budget().used(used).ifPresent(gate::used);
        }
    }

    /** The call waits for the budget to open again, unless that takes too long. */
    private Attempt limited(RestCall call, HttpAnswer answer, BudgetGate gate) {
        Duration closed = rules.bannedUntil(answer.status(), answer.text())
                .map(this::until)
                .or(() -> retryAfter(answer))
                .or(() -> rules.quiet(answer.status(), answer.text()))
                .orElseGet(() -> oneWindow(gate));
        gate.close(closed);
        if (answer.status() == BANNED) {
            gates.close(call.uri().getHost(), closed);
        }
        Failed failed = new Failed(
                Reason.LIMITED,
                describe(call, answer) + "; closed for " + Math.ceilDiv(closed.toMillis(), 1000) + " s");
        return closed.compareTo(settings.longestClosed()) > 0 ? new Attempt.Final(failed) : new Attempt.Passing(failed);
    }

    /** Where the venue does not say how long: until its limit counts anew, and never longer than the settings say. */
    private Duration oneWindow(BudgetGate gate) {
        Duration window = gate.budget().window();
        return window.compareTo(settings.defaultClosed()) < 0 ? window : settings.defaultClosed();
    }

    private Attempt refused(RestCall call, HttpAnswer answer, BudgetGate gate) {
        if (answer.status() >= 500) {
            retryAfter(answer).ifPresent(gate::close);
            return new Attempt.Passing(failed(Reason.UNAVAILABLE, call, answer));
        }
        Reason reason = answer.status() >= 400 ? rules.reason(answer.status(), answer.text()) : Reason.MALFORMED;
        return refused(reason, call, answer, gate);
    }

    private Attempt refused(Reason reason, RestCall call, HttpAnswer answer, BudgetGate gate) {
        return switch (reason) {
            case LIMITED -> limited(call, answer, gate);
            case UNAVAILABLE -> new Attempt.Passing(failed(reason, call, answer));
            case REFUSED, BLOCKED, MALFORMED -> new Attempt.Final(failed(reason, call, answer));
        };
    }

    private Optional<Duration> retryAfter(HttpAnswer answer) {
        String value = answer.header("Retry-After");
        if (value == null) {
            return Optional.empty();
        }
        if (value.matches("\\d{1,9}")) {
            return Optional.of(rules.retryAfter(Long.parseLong(value)));
        }
        try {
            return Optional.of(until(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private Duration until(Instant end) {
        Duration left = Duration.between(IsoMicros.toInstant(clock.micros()), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Failed failed(Reason reason, RestCall call, HttpAnswer answer) {
        return new Failed(reason, describe(call, answer));
    }

    private String describe(RestCall call, HttpAnswer answer) {
        String message = rules.message(answer.text());
        return place(call) + ": HTTP " + answer.status() + (message.isEmpty() ? "" : ": " + message);
    }

    /** No answer at all. */
    Attempt judge(RestCall call, Throwable error) {
        Throwable cause = Exceptions.unwrap(error);
        if (cause instanceof BodyTooLong) {
            return new Attempt.Final(new Failed(Reason.MALFORMED, place(call) + ": " + cause.getMessage()));
        }
        return new Attempt.Passing(new Failed(Reason.UNAVAILABLE, place(call) + ": " + describe(cause)));
    }

    private String describe(Throwable cause) {
        return switch (cause) {
            case UnknownHostException ignored -> "host name cannot be resolved";
            case ConnectException ignored -> "connection refused or timed out";
            case TimeoutException ignored ->
                "no answer within " + settings.timeout().toMillis() + " ms";
            case SSLException tls -> "TLS failed: " + line(tls.getMessage());
            case IOException io -> "connection lost: " + line(io.getMessage());
            default -> cause.getClass().getSimpleName() + ": " + line(cause.getMessage());
        };
    }

    private static String line(@Nullable String message) {
        String first = message == null ? "" : message.lines().findFirst().orElse("");
        return first.length() <= 200 ? first : first.substring(0, 200) + "...";
    }

    /** Host and path; the query stays out. */
    static String place(RestCall call) {
        return call.uri().isOpaque()
                ? call.uri().getScheme()
                : call.host() + call.uri().getPath();
    }
}
