/** HTTP: routes, negotiation, caching, problem details. */
@NullMarked
package io.tapeline.query.web;

import org.jspecify.annotations.NullMarked;
