package io.tapeline.query.request;

/**
 * One thing wrong with a request.
 *
 * @param expected what would be right, as a phrase that follows "expected"
 */
public record Violation(String parameter, String expected) {}
