package io.tapeline.model.instrument;

/** Right that an option gives. */
public enum OptionType {
    /** To buy. */
    CALL,
    /** To sell. */
    PUT
}
