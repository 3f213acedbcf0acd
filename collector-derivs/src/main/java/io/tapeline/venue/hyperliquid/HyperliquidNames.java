package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;

/** Names of Hyperliquid: coins, streams, instruments. Coins are spelled with care for case: {@code kPEPE}, {@code xyz:TSLA}. */
final class HyperliquidNames {
    static final String FEED = "hyperliquid";
    static final String EXCHANGE = "hyperliquid";

    private HyperliquidNames() {}

    static InstrumentId instrument(String coin) {
        return new InstrumentId(EXCHANGE, market(coin), coin);
    }

    /** Spot is {@code @} and a number, or a pair with a slash; any other coin is a perpetual. */
    static Market market(String coin) {
        return coin.startsWith("@") || coin.indexOf('/') >= 0 ? Market.SPOT : Market.PERPETUAL;
    }

    /** Whether a coin is a side of an outcome market, which is not collected. */
    static boolean isOutcome(String coin) {
        return coin.startsWith("#");
    }

    /** The name of a stream in its subscription, or in the answer, which has more members. */
    static String stream(JsonValue subscription) {
        return stream(subscription.text("type"), subscription.textOr("coin", ""), subscription.textOr("interval", ""));
    }

    static String stream(String type, String coin, String interval) {
        StringBuilder name = new StringBuilder(type);
        for (String part : new String[] {coin, interval}) {
            if (!part.isEmpty()) {
                name.append(' ').append(part);
            }
        }
        return name.toString();
    }
}
