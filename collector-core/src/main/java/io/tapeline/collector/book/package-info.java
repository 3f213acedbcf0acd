/** Order books: packed levels, synchronisation by the venue's rules, resync of one symbol at a time. */
@NullMarked
package io.tapeline.collector.book;

import org.jspecify.annotations.NullMarked;
