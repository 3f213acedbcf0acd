/** Rows into the bytes of an answer, digits untouched. */
@NullMarked
package io.tapeline.query.answer;

import org.jspecify.annotations.NullMarked;
