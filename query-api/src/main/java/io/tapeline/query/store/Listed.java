package io.tapeline.query.store;

/** An instrument that the database knows. */
public record Listed(int id, String exchange, String market, String symbol) {}
