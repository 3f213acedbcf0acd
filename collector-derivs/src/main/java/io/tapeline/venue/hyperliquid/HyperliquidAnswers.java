package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.ArrayList;
import java.util.List;

/** REST answers. All come from {@code /info}; what was asked is in the body of the call, and kept in its fragment. */
final class HyperliquidAnswers {
    private HyperliquidAnswers() {}

    static List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        RequestAddress asked = RequestAddress.of(frame.url());
        HyperliquidInfo info = HyperliquidInfo.of(frame.url());
        String type = String.valueOf(asked.optional("type"));
        long received = frame.received();
        return switch (type) {
            case "meta" -> goingOn(HyperliquidListing.perpetuals(answer, received, instruments), info, asked);
            case "metaAndAssetCtxs" -> perpetuals(answer, received, instruments);
            case "perpDexs" -> dexes(answer, info);
            case "spotMeta" -> HyperliquidListing.spot(answer);
            case "spotMetaAndAssetCtxs" -> spot(answer, received);
            case "l2Book" -> List.of(HyperliquidRows.book(answer, received));
            case "candleSnapshot" ->
                JsonDecoder.rows(answer.elements(), row -> List.of(HyperliquidRows.candle(row, true, received)));
            case "fundingHistory" -> HyperliquidFunding.history(answer, info, asked, received);
            case "predictedFundings" -> HyperliquidFunding.predicted(answer, received);
            default -> List.of(new Decoded.Unknown("question '" + type + "'"));
        };
    }

    /** Contexts name no coin: their place in the list is that of the listing in the same answer. */
    private static List<Decoded> perpetuals(JsonValue answer, long received, InstrumentLookup instruments) {
        List<Decoded> said = new ArrayList<>(HyperliquidListing.perpetuals(answer.at(0), received, instruments));
        List<JsonValue> universe = answer.at(0).get("universe").elements();
        List<JsonValue> contexts = answer.at(1).elements();
        for (int i = 0; i < Math.min(universe.size(), contexts.size()); i++) {
            said.add(HyperliquidContexts.ticker(universe.get(i).text("name"), contexts.get(i), received));
        }
        return said;
    }

    /** Here contexts name their coin, and their place means nothing. */
    private static List<Decoded> spot(JsonValue answer, long received) {
        List<Decoded> said = new ArrayList<>(HyperliquidListing.spot(answer.at(0)));
        said.addAll(JsonDecoder.rows(
                answer.at(1).elements(),
                context -> List.of(
                        HyperliquidNames.isOutcome(context.text("coin"))
                                ? new Decoded.Ignored("outcome market")
                                : HyperliquidContexts.ticker(context.text("coin"), context, received))));
        return said;
    }

    /** The dexes of builders, the venue's own being null: their listings follow one after another. */
    private static List<Decoded> dexes(JsonValue answer, HyperliquidInfo info) {
        if (!answer.at(0).isNull()) {
            throw new BadMember("message", "expected null, which is the venue's own dex, first");
        }
        List<String> names = answer.elements().stream()
                .filter(dex -> !dex.isNull())
                .map(dex -> dex.text("name"))
                .toList();
        return List.of(new Decoded.Continued(info.metas("", names)));
    }

    private static List<Decoded> goingOn(List<Decoded> listed, HyperliquidInfo info, RequestAddress asked) {
        String then = asked.optional("then");
        List<Decoded> said = new ArrayList<>(listed);
        if (then != null && !then.isEmpty()) {
            List<String> left = List.of(then.split(","));
            said.add(new Decoded.Continued(info.metas(left.getFirst(), left.subList(1, left.size()))));
        }
        return said;
    }
}
