/** Events on RabbitMQ: topology, confirmed and ordered publishing with a spool on disk, batch consumption, dead letters. */
@NullMarked
package io.tapeline.bus;

import org.jspecify.annotations.NullMarked;
