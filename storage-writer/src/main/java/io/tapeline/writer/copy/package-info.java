/** PostgreSQL's binary COPY format. */
@NullMarked
package io.tapeline.writer.copy;

import org.jspecify.annotations.NullMarked;
