package io.tapeline.collector.venue;

import io.tapeline.model.instrument.Market;

/**
 * What a feed is called.
 *
 * @param feed the unit of configuration and status, such as {@code binance-futures}
 * @param exchange the venue, such as {@code binance}
 * @param primaryMarket the market that events about the whole feed are filed under
 */
public record VenueName(String feed, String exchange, Market primaryMarket) {}
