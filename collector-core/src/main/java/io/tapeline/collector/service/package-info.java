/** What makes a set of feeds a service of its own: web server, health, metrics, bus. */
@NullMarked
package io.tapeline.collector.service;

import org.jspecify.annotations.NullMarked;
