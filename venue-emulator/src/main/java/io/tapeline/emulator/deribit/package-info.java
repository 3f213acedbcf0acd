/** Deribit: JSON-RPC over WebSocket and HTTP, options with greeks, DVOL, liquidations that are flagged late. */
@NullMarked
package io.tapeline.emulator.deribit;

import org.jspecify.annotations.NullMarked;
