/** Polymarket: Up or Down markets of any period, made when somebody asks for them. */
@NullMarked
package io.tapeline.emulator.polymarket;

import org.jspecify.annotations.NullMarked;
