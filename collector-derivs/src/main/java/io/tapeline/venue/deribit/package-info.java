/** Deribit: options, inverse and linear perpetuals and futures, spot, the volatility index DVOL. */
@NullMarked
package io.tapeline.venue.deribit;

import org.jspecify.annotations.NullMarked;
