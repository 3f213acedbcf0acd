/** CME: daily settlements, open interest and volume of bitcoin and ether futures, from three sources. */
@NullMarked
package io.tapeline.venue.cme;

import org.jspecify.annotations.NullMarked;
