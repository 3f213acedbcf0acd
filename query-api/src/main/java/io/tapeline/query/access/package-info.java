/** Who may ask: loopback, API keys, browsers of other origins. */
@NullMarked
package io.tapeline.query.access;

import org.jspecify.annotations.NullMarked;
