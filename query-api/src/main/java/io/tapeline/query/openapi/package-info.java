/** The OpenAPI document, derived from the dataset definitions. */
@NullMarked
package io.tapeline.query.openapi;

import org.jspecify.annotations.NullMarked;
