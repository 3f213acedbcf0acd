/** OKX: spot, perpetual swaps, dated futures and X-Perps. */
@NullMarked
package io.tapeline.venue.okx;

import org.jspecify.annotations.NullMarked;
