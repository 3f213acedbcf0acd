/** Answers questions about stored market data over REST. */
@NullMarked
package io.tapeline.query;

import org.jspecify.annotations.NullMarked;
