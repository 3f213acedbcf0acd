/** Questions to the database: bound SQL, read only, bounded in time and connections. */
@NullMarked
package io.tapeline.query.store;

import org.jspecify.annotations.NullMarked;
