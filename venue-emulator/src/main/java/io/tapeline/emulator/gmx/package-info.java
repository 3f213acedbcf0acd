/** GMX v2: keepers, the {@code /v1} interface and the index of funding on one virtual host; no streams. */
@NullMarked
package io.tapeline.emulator.gmx;

import org.jspecify.annotations.NullMarked;
