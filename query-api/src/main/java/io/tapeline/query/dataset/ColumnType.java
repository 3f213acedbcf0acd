package io.tapeline.query.dataset;

import io.tapeline.model.json.ValueType;

/** How a column is read from the database, always as text, and what it becomes in an answer. */
public enum ColumnType {
    TEXT("%s::text"),
    /** An exact number; a string on request. */
    NUMBER("%s::text"),
    /** A number of things, small enough for any reader; never a string. */
    COUNT("%s::text"),
    FLAG("%s::text"),
    TIME("to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"),
    /** JSON, passed through as the database keeps it. */
    JSON("%s::text");

    private final String expression;

    ColumnType(String expression) {
        this.expression = expression;
    }

    /** SQL that gives the text of an expression of this type. */
    String textOf(String sql) {
        return expression.formatted(sql);
    }

    static ColumnType of(ValueType type) {
        return switch (type) {
            case TEXT, CONSTANT -> TEXT;
            case DECIMAL, INTEGER -> NUMBER;
            case FLAG -> FLAG;
            case TIME -> TIME;
            case LEVELS, TEXTS, OBJECT -> JSON;
        };
    }
}
