/** A feed at work: discovery, the pipeline from decoded frames to published events, and configuration. */
@NullMarked
package io.tapeline.collector.feed;

import org.jspecify.annotations.NullMarked;
