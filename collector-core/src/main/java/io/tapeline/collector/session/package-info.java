/** WebSocket connections: subscribing, acknowledgement, liveness, reconnecting, replacing before the venue cuts. */
@NullMarked
package io.tapeline.collector.session;

import org.jspecify.annotations.NullMarked;
