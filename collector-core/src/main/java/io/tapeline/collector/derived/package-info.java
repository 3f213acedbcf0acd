/** Events and fields computed from what venues send. */
@NullMarked
package io.tapeline.collector.derived;

import org.jspecify.annotations.NullMarked;
