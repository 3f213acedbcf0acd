/** Coinbase Derivatives as the Advanced Trade interface has its contracts on the wire. */
@NullMarked
package io.tapeline.emulator.coinbasefutures;

import org.jspecify.annotations.NullMarked;
