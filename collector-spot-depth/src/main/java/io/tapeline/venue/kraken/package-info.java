/** Kraken's spot exchange over its websocket v2; Kraken Futures is another API and another package. */
@NullMarked
package io.tapeline.venue.kraken;

import org.jspecify.annotations.NullMarked;
