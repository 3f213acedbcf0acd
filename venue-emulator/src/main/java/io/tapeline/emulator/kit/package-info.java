/**
 * What an emulated venue is built from. A venue's own package has its listings, the text of its frames, the control protocol
 * of its connections and its REST routes; markets, streams, limits, faults and the ledger come from here.
 */
@NullMarked
package io.tapeline.emulator.kit;

import org.jspecify.annotations.NullMarked;
