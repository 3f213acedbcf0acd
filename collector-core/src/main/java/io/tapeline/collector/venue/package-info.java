/** What a venue adapter must say: its streams, limits, decoding, book rules and REST calls. The core does the rest. */
@NullMarked
package io.tapeline.collector.venue;

import org.jspecify.annotations.NullMarked;
