/** Coinbase Exchange: spot, by way of its public feed. */
@NullMarked
package io.tapeline.venue.coinbase;

import org.jspecify.annotations.NullMarked;
