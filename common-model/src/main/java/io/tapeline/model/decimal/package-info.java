/** Exact decimals: parsing, printing, rounding rules and packed price levels. */
@NullMarked
package io.tapeline.model.decimal;

import org.jspecify.annotations.NullMarked;
