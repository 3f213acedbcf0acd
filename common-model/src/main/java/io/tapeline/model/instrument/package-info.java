/** Instruments: what is traded, where, in which units, and how a user may name it. */
@NullMarked
package io.tapeline.model.instrument;

import org.jspecify.annotations.NullMarked;
