/** Coinbase Derivatives: perpetuals and dated futures of its exchange in the United States. */
@NullMarked
package io.tapeline.venue.coinbasefutures;

import org.jspecify.annotations.NullMarked;
