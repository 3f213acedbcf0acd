package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.List;
import java.util.Set;

/** Messages of the stream, told apart by {@code channel}. */
final class HyperliquidMessages {
    private HyperliquidMessages() {}

    static List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        String channel = message.textOr("channel", "");
        long received = frame.received();
        return switch (channel) {
            case "trades" ->
                JsonDecoder.rows(message.get("data").elements(), row -> HyperliquidRows.trade(row, received));
            case "l2Book" -> List.of(HyperliquidRows.book(message.get("data"), received));
            case "bbo" -> List.of(HyperliquidRows.quote(message.get("data"), received));
            case "candle" -> candles(message.get("data"), received);
            case "activeAssetCtx", "activeSpotAssetCtx" -> context(message.get("data"), received);
            case "subscriptionResponse" -> List.of(accepted(message.get("data")));
            case "error" -> List.of(HyperliquidErrors.read(message.text("data")));
            case "pong" -> List.of(new Decoded.Heartbeat());
            case "allMids",
                    "assetCtxs",
                    "allDexsAssetCtxs",
                    "fastAssetCtxs",
                    "post",
                    "user",
                    "userFills",
                    "notification",
                    "webData2",
                    "webData3" -> List.of(new Decoded.Ignored("channel " + channel));
            default -> List.of(new Decoded.Unknown("channel '" + channel + "'"));
        };
    }

    /** Accepts and ends alike. */
    private static Decoded accepted(JsonValue data) {
        return new Decoded.Accepted(null, Set.of(HyperliquidNames.stream(data.get("subscription"))));
    }

    /** One candle; the documentation has a list of them. */
    private static List<Decoded> candles(JsonValue data, long received) {
        List<JsonValue> rows = data.isArray() ? data.elements() : List.of(data);
        return JsonDecoder.rows(rows, row -> List.of(HyperliquidRows.candle(row, false, received)));
    }

    private static List<Decoded> context(JsonValue data, long received) {
        String coin = data.text("coin");
        return HyperliquidNames.isOutcome(coin)
                ? List.of(new Decoded.Ignored("outcome market " + coin))
                : List.of(HyperliquidContexts.ticker(coin, data.get("ctx"), received));
    }
}
