/** What decoders of venues share: reading JSON without losing a digit, times, addresses, control messages, calls. */
@NullMarked
package io.tapeline.collector.decode;

import org.jspecify.annotations.NullMarked;
