/** Who can reach what a service opens. */
@NullMarked
package io.tapeline.model.exposure;

import org.jspecify.annotations.NullMarked;
