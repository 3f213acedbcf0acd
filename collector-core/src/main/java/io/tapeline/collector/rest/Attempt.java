package io.tapeline.collector.rest;

/** Outcome of one attempt at a call. */
sealed interface Attempt {

    /** The venue answered with data. */
    record Answered(HttpAnswer answer) implements Attempt {}

    /** It will not help to try again. */
    record Final(RestResult.Failed failed) implements Attempt {}

    /** It may help to try again; otherwise this is the result. */
    record Passing(RestResult.Failed failed) implements Attempt {}
}
