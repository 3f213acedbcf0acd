/** The service that collects the derivatives venues. */
@NullMarked
package io.tapeline.derivs;

import org.jspecify.annotations.NullMarked;
