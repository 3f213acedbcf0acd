/** The service that collects spot and prediction markets. */
@NullMarked
package io.tapeline.spotdepth;

import org.jspecify.annotations.NullMarked;
