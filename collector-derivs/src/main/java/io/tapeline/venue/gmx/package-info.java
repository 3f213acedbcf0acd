/** GMX v2: perpetuals traded against liquidity pools at oracle prices, read over REST. */
@NullMarked
package io.tapeline.venue.gmx;

import org.jspecify.annotations.NullMarked;
