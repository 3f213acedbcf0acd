/** The newest books, kept in memory. */
@NullMarked
package io.tapeline.query.live;

import org.jspecify.annotations.NullMarked;
