package io.tapeline.spotdepth;

import io.tapeline.venue.bybit.BybitSpotVenues;
import io.tapeline.venue.coinbase.CoinbaseVenues;
import io.tapeline.venue.htx.HtxSpotVenues;
import io.tapeline.venue.kraken.KrakenVenues;
import io.tapeline.venue.polymarket.PolymarketVenues;
import io.tapeline.venue.upbit.UpbitVenues;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The venues of this service; each is a package of its own under {@code io.tapeline.venue}. */
@Configuration(proxyBeanMethods = false)
@Import({
    BybitSpotVenues.class,
    CoinbaseVenues.class,
    HtxSpotVenues.class,
    KrakenVenues.class,
    PolymarketVenues.class,
    UpbitVenues.class
})
public class SpotDepthVenues {}
