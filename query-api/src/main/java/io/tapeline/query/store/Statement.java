package io.tapeline.query.store;

import java.util.Map;

/**
 * SQL and what is bound to it. Nothing a user says is ever part of the text.
 *
 * @param bindings by name; those that the text does not mention are left out
 * @param columns how many columns a row has
 */
record Statement(String sql, Map<String, Object> bindings, int columns) {}
