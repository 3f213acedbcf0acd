/** Kraken's spot exchange: websocket v2 with checksums, and REST. */
@NullMarked
package io.tapeline.emulator.kraken;

import org.jspecify.annotations.NullMarked;
