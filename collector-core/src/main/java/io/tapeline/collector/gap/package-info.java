/** What was missed: holes in ids and in time, their repair, and what is complete until when. */
@NullMarked
package io.tapeline.collector.gap;

import org.jspecify.annotations.NullMarked;
