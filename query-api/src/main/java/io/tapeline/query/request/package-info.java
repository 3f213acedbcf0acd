/** From query parameters to a checked question, or to everything that is wrong with them. */
@NullMarked
package io.tapeline.query.request;

import org.jspecify.annotations.NullMarked;
