/** Velocity, the successor of Drift with the same interfaces: perpetuals on Solana with a book off the chain, and loans. */
@NullMarked
package io.tapeline.venue.drift;

import org.jspecify.annotations.NullMarked;
