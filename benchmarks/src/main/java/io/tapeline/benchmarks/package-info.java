/** JMH benchmarks of what Tapeline does most often. */
@NullMarked
package io.tapeline.benchmarks;

import org.jspecify.annotations.NullMarked;
