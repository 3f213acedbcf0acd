package io.tapeline.query.request;

import java.util.List;

/** What became of a request's parameters. */
public sealed interface Reading permits Question, Reading.Refused {

    /** @param violations at least one */
    record Refused(List<Violation> violations) implements Reading {}
}
