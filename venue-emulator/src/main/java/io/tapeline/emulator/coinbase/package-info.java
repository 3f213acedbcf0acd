/** Coinbase Exchange: spot. */
@NullMarked
package io.tapeline.emulator.coinbase;

import org.jspecify.annotations.NullMarked;
