package io.tapeline.spotdepth;

import io.tapeline.venue.polymarket.PolymarketVenues;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The venues of this service; each is a package of its own under {@code io.tapeline.venue}. */
@Configuration(proxyBeanMethods = false)
@Import({PolymarketVenues.class})
public class SpotDepthVenues {}
