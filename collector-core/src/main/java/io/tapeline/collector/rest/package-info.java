/** REST requests within the venue's budgets. */
@NullMarked
package io.tapeline.collector.rest;

import org.jspecify.annotations.NullMarked;
