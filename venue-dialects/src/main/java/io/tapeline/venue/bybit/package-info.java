/** Bybit: linear perpetuals and dated futures, and spot. */
@NullMarked
package io.tapeline.venue.bybit;

import org.jspecify.annotations.NullMarked;
