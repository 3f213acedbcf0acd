package io.tapeline.derivs;

import org.springframework.context.annotation.Configuration;

/** The venues of this service; each is a package of its own under {@code io.tapeline.venue}. */
@Configuration(proxyBeanMethods = false)
public class DerivativesVenues {}
