/** Velocity on the interfaces of Drift: data and book hosts, and the socket of each, on one virtual host. */
@NullMarked
package io.tapeline.emulator.drift;

import org.jspecify.annotations.NullMarked;
