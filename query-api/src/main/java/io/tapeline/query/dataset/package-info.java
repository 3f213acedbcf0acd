/** What can be asked: one definition per endpoint, from which SQL, answers and documentation follow. */
@NullMarked
package io.tapeline.query.dataset;

import org.jspecify.annotations.NullMarked;
