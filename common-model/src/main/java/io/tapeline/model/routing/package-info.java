/** Routing keys on the bus. */
@NullMarked
package io.tapeline.model.routing;

import org.jspecify.annotations.NullMarked;
