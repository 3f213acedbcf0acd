/** Stores batches of events: collapses equal keys, copies them to the server, merges them by the rules of conflict. */
@NullMarked
package io.tapeline.writer.store;

import org.jspecify.annotations.NullMarked;
