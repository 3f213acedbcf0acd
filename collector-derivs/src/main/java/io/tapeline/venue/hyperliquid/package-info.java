/** Hyperliquid: perpetuals of its own and of builders, and spot. */
@NullMarked
package io.tapeline.venue.hyperliquid;

import org.jspecify.annotations.NullMarked;
