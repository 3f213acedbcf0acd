/** Faults on demand: what may go wrong between a venue and a client. */
@NullMarked
package io.tapeline.emulator.fault;

import org.jspecify.annotations.NullMarked;
