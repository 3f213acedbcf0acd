package io.tapeline.query.web;

import io.tapeline.query.request.Violation;
import java.util.List;

/** Carries what is wrong with a request's parameters to the place where problems are written. */
final class RefusedException extends RuntimeException {
    private final transient List<Violation> violations;

    RefusedException(List<Violation> violations) {
        super("invalid parameters", null, false, false);
        this.violations = violations;
    }

    List<Violation> violations() {
        return violations;
    }
}
