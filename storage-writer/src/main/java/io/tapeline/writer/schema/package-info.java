/** Brings the schema up to date before anything is stored, however late the database appears. */
@NullMarked
package io.tapeline.writer.schema;

import org.jspecify.annotations.NullMarked;
