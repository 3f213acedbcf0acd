/** The exact record of what the market produced and of what was sent to whom. */
@NullMarked
package io.tapeline.emulator.ledger;

import org.jspecify.annotations.NullMarked;
