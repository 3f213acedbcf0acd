/** Stores events from the bus in PostgreSQL or TimescaleDB, each exactly once. */
@NullMarked
package io.tapeline.writer;

import org.jspecify.annotations.NullMarked;
