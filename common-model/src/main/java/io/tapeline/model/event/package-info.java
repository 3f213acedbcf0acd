/** Normalised market-data events: one sealed interface, one record per kind. */
@NullMarked
package io.tapeline.model.event;

import org.jspecify.annotations.NullMarked;
