/** HTX: its spot pairs on two sockets of GZIP frames, its linear contracts on three. */
@NullMarked
package io.tapeline.emulator.htx;

import org.jspecify.annotations.NullMarked;
