/** The command line, and one process that runs every service with an embedded broker and database. */
@NullMarked
package io.tapeline.launcher;

import org.jspecify.annotations.NullMarked;
