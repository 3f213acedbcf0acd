/** Kraken Futures: one socket of numbered trades and books, REST and charts. */
@NullMarked
package io.tapeline.emulator.krakenfutures;

import org.jspecify.annotations.NullMarked;
