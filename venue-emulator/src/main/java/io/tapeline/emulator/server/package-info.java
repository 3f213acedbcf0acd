/** The port: HTTP and WebSocket in, the control interface, one thread behind them. */
@NullMarked
package io.tapeline.emulator.server;

import org.jspecify.annotations.NullMarked;
