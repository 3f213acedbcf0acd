/** A wire-true stand-in for venues: seeded markets, recorded frames, faults on demand, and a ledger of what was sent. */
@NullMarked
package io.tapeline.emulator;

import org.jspecify.annotations.NullMarked;
