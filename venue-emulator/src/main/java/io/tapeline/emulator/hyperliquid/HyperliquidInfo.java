package io.tapeline.emulator.hyperliquid;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.server.RestAnswer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one REST path of the venue: a question in the body of a POST. */
final class HyperliquidInfo {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_FUNDINGS = 500;
    private static final int MOST_CANDLES = 5_000;
    private static final int RECENT = 10;

    private final HyperliquidVenue venue;
    private final HyperliquidMeta meta;

    HyperliquidInfo(HyperliquidVenue venue) {
        this.venue = venue;
        meta = new HyperliquidMeta(venue);
    }

    RestAnswer answer(String body) {
        JsonNode asked;
        try {
            asked = JSON.readTree(body);
        } catch (JacksonException e) {
            throw undecipherable();
        }
        String dex = asked.path("dex").asString("");
        String answer =
                switch (asked.path("type").asString("")) {
                    case "meta" -> meta.perpetuals(dex);
                    case "metaAndAssetCtxs" -> meta.perpetualsAndContexts(dex);
                    case "spotMeta" -> meta.spot();
                    case "spotMetaAndAssetCtxs" -> meta.spotAndContexts();
                    case "perpDexs" -> meta.dexes();
                    case "l2Book" -> book(listed(asked));
                    case "recentTrades" -> recent(listed(asked));
                    case "candleSnapshot" -> candles(asked.path("req"));
                    case "fundingHistory" -> fundings(listed(asked), asked);
                    case "predictedFundings" -> predicted();
                    default -> throw undecipherable();
                };
        return RestAnswer.ok(answer);
    }

    private static BadRequest undecipherable() {
        return new BadRequest(RestAnswer.of(422, "Failed to deserialize the JSON body into the target type"));
    }

    private ListedContract listed(JsonNode asked) {
        return venue.contract(asked.path("coin").asString(""))
                .orElseThrow(() -> new BadRequest(RestAnswer.of(500, "null")));
    }

    private static String book(ListedContract listed) {
        return new HyperliquidText(listed)
                .book(
                        listed.book().lastTime(),
                        listed.book().top(true, 20),
                        listed.book().top(false, 20),
                        false);
    }

    private static String recent(ListedContract listed) {
        HyperliquidText text = new HyperliquidText(listed);
        return Json.array(
                listed.market().trades().last(RECENT).reversed().stream().map(text::trade));
    }

    private String candles(JsonNode asked) {
        ListedContract listed = listed(asked);
        Interval interval =
                Interval.of(asked.path("interval").asString("")).orElseThrow(HyperliquidInfo::undecipherable);
        HyperliquidText text = new HyperliquidText(listed);
        return Json.array(
                listed.candles().range(interval, interval.open(from(asked)), until(asked), MOST_CANDLES).stream()
                        .map(bar -> text.candle(interval, bar)));
    }

    private static String fundings(ListedContract listed, JsonNode asked) {
        Stream<FundingHistory.Row> rows = listed.marks().funding().rows().stream()
                .filter(row -> row.time() >= from(asked) && row.time() <= until(asked))
                .limit(MOST_FUNDINGS);
        return Json.array(rows.map(row -> Json.object()
                .text("coin", listed.symbol())
                .decimal("fundingRate", FuturesMarks.GRID, row.rate())
                .decimal("premium", FuturesMarks.GRID, row.rate())
                .number("time", row.time())
                .end()));
    }

    private static long from(JsonNode asked) {
        return asked.path("startTime").asLong(0);
    }

    private static long until(JsonNode asked) {
        return asked.path("endTime").asLong(Long.MAX_VALUE);
    }

    private String predicted() {
        return Json.array(venue.contracts().stream()
                .filter(Coin::own)
                .map(listed -> "[\"" + listed.symbol() + "\"," + predictions(listed) + "]"));
    }

    private String predictions(ListedContract listed) {
        Mark mark = listed.marks().at(venue.now());
        Stream<String> own = Stream.of(prediction("HlPerp", mark.rate(), mark.nextFunding()));
        Stream<String> others =
                venue.others().stream().map(name -> prediction(name, 8 * mark.rate(), mark.nextFunding()));
        return Json.array(Stream.concat(own, others).toList());
    }

    private static String prediction(String venue, long rate, long next) {
        return "[\"" + venue + "\","
                + Json.object()
                        .decimal("fundingRate", FuturesMarks.GRID, rate)
                        .number("nextFundingTime", next)
                        .end() + "]";
    }
}
