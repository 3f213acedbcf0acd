/** HTX: its linear contracts on three sockets of GZIP frames. */
@NullMarked
package io.tapeline.emulator.htx;

import org.jspecify.annotations.NullMarked;
