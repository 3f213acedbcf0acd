/** The JSON form of events on the bus, in files and on the command line; lossless both ways. */
@NullMarked
package io.tapeline.model.json;

import org.jspecify.annotations.NullMarked;
