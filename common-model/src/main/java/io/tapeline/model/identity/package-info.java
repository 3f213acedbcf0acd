/** What makes two received events the same event. */
@NullMarked
package io.tapeline.model.identity;

import org.jspecify.annotations.NullMarked;
