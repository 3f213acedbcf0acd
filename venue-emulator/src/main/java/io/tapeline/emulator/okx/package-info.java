/** OKX: spot, swaps, dated futures and X-Perps; sockets {@code public} and {@code business}. */
@NullMarked
package io.tapeline.emulator.okx;

import org.jspecify.annotations.NullMarked;
