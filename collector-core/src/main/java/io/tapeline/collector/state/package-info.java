/** Positions that outlive the process. */
@NullMarked
package io.tapeline.collector.state;

import org.jspecify.annotations.NullMarked;
