package io.tapeline.derivs;

import io.tapeline.venue.bybit.BybitLinearVenues;
import io.tapeline.venue.cme.CmeVenues;
import io.tapeline.venue.coinbasefutures.CoinbaseFuturesVenues;
import io.tapeline.venue.deribit.DeribitVenues;
import io.tapeline.venue.drift.DriftVenues;
import io.tapeline.venue.dydx.DydxVenues;
import io.tapeline.venue.gmx.GmxVenues;
import io.tapeline.venue.htx.HtxSwapVenues;
import io.tapeline.venue.hyperliquid.HyperliquidVenues;
import io.tapeline.venue.krakenfutures.KrakenFuturesVenues;
import io.tapeline.venue.okx.OkxVenues;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The venues of this service; each is a package of its own under {@code io.tapeline.venue}. */
@Configuration(proxyBeanMethods = false)
@Import({
    BybitLinearVenues.class,
    CmeVenues.class,
    CoinbaseFuturesVenues.class,
    DeribitVenues.class,
    DriftVenues.class,
    DydxVenues.class,
    GmxVenues.class,
    HtxSwapVenues.class,
    HyperliquidVenues.class,
    KrakenFuturesVenues.class,
    OkxVenues.class
})
public class DerivativesVenues {}
