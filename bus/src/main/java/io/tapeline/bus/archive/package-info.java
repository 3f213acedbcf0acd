/** Where the file archive lies: what the service that writes it and the one that serves it must agree on. */
@NullMarked
package io.tapeline.bus.archive;

import org.jspecify.annotations.NullMarked;
