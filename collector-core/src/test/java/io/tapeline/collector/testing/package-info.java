/** A toy venue and its server, for tests of everything that talks to a venue. */
@NullMarked
package io.tapeline.collector.testing;

import org.jspecify.annotations.NullMarked;
