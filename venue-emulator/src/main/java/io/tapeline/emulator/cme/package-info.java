/** CME: pages of the site, DataMine, and the spot candles that its basis is taken against. */
@NullMarked
package io.tapeline.emulator.cme;

import org.jspecify.annotations.NullMarked;
