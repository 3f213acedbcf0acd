/** What every service on the bus has in common, whatever it does there. */
@NullMarked
package io.tapeline.bus.service;

import org.jspecify.annotations.NullMarked;
