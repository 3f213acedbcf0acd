/** HTX: spot pairs, and linear swaps and dated futures that pay in USDT. */
@NullMarked
package io.tapeline.venue.htx;

import org.jspecify.annotations.NullMarked;
