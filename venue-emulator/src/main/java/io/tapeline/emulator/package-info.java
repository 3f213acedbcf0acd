/**
 * A wire-true stand-in for venues: seeded markets, recorded frames, faults on demand, and a ledger of what was sent.
 *
 * <p>A venue is a package of its own: an {@link io.tapeline.emulator.EmulatedVenueFactory}, named in
 * {@code META-INF/services}, makes one {@link io.tapeline.emulator.EmulatedVenue} for each virtual host. It gets the
 * clock, the ledger, the faults and a hub for its streams, builds on {@code market}, and adds nothing to other packages.
 * Streams published through the hub have every frame fault; requests have every REST fault before they reach it.
 */
@NullMarked
package io.tapeline.emulator;

import org.jspecify.annotations.NullMarked;
