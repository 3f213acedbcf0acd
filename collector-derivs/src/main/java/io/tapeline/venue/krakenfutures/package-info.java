/** Kraken Futures: inverse and linear perpetuals and dated futures. */
@NullMarked
package io.tapeline.venue.krakenfutures;

import org.jspecify.annotations.NullMarked;
