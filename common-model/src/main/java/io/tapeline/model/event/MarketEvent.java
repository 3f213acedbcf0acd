package io.tapeline.model.event;

import io.tapeline.model.instrument.InstrumentId;

/** Everything that moves on the bus: one record per {@link Kind}, each with the same {@link Header}. */
public sealed interface MarketEvent
        permits Trade,
                Book,
                Orderbook,
                DepthMetrics,
                Quote,
                MarkPrice,
                FundingRate,
                OpenInterest,
                Liquidation,
                Candle,
                LongShortRatio,
                VolatilityIndex,
                Settlement,
                OptionSummary,
                BorrowRate,
                LargeTrade,
                InstrumentListed,
                FeedStatus,
                Gap,
                Watermark,
                Alert,
                Feature,
                Decision {
    Header header();

    Kind kind();

    /** The instrument the event is about; symbol {@code _} where it concerns a whole feed. */
    default InstrumentId instrumentId() {
        return header().instrument();
    }
}
