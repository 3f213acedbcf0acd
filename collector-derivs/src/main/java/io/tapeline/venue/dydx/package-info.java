/** dYdX v4: linear perpetuals of the Indexer. */
@NullMarked
package io.tapeline.venue.dydx;

import org.jspecify.annotations.NullMarked;
