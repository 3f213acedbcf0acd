/** Polymarket: the two outcome tokens of each recurring Up or Down market. */
@NullMarked
package io.tapeline.venue.polymarket;

import org.jspecify.annotations.NullMarked;
