/** What tests of venues share. */
package io.tapeline.venue.testing;
