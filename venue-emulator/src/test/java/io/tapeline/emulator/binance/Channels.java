package io.tapeline.emulator.binance;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Which message of the emulator a documented channel is to be compared with. */
final class Channels {
    private static final String SPOT = "binance-spot";
    private static final String USDM = "binance-usdm";

    /** Channels that the emulator does not serve, because no part of Tapeline asks for them. */
    private static final Set<String> NOT_SERVED = Set.of(
            "spot control SUBSCRIBE",
            "spot control UNSUBSCRIBE",
            "spot control LIST_SUBSCRIPTIONS",
            "spot control SET_PROPERTY",
            "spot trade",
            "spot blockTrade",
            "spot depth5/10/20",
            "spot ticker",
            "spot avgPrice",
            "spot referencePrice",
            "spot GET /api/v3/trades",
            "spot GET /api/v3/historicalBlockTrades",
            "usdm depth5@100ms",
            "usdm depth20@100ms",
            "usdm ticker",
            "usdm indexPrice",
            "usdm trade",
            "usdm continuousKline",
            "usdm !contractInfo",
            "usdm compositeIndex",
            "usdm !assetIndex@arr",
            "usdm tradingSession",
            "usdm GET /futures/data/basis",
            "usdm GET /futures/data/delivery-price",
            "usdm GET /fapi/v1/trades",
            "usdm GET /fapi/v1/indexPriceKlines",
            "usdm GET /fapi/v1/continuousKlines",
            "usdm GET /fapi/v1/symbolAdlRisk",
            "usdm WS-API time",
            "archive CSV",
            "coinm depth@100ms",
            "coinm REST depth snapshot",
            "coinm bookTicker",
            "coinm aggTrade",
            "coinm kline_1m",
            "coinm exchangeInfo",
            "coinm control ack");

    private final Exhibits exhibits;

    Channels(Exhibits exhibits) {
        this.exhibits = exhibits;
    }

    static boolean served(String channel) {
        return NOT_SERVED.stream()
                .noneMatch(name ->
                        channel.equals(name) || channel.startsWith(name + " ") || channel.startsWith(name + "."));
    }

    /** The emulator's message, wrapped when the sample is. */
    JsonNode ours(String channel, boolean wrapped) {
        return stream(channel).map(frame -> wrapped ? frame : frame.get("data")).orElseGet(() -> other(channel));
    }

    private Optional<JsonNode> stream(String channel) {
        String name = channel.replaceFirst(" \\(.*", "");
        return Optional.ofNullable(
                switch (name) {
                    case "spot depth@100ms" -> exhibits.frame(SPOT, "btcusdt@depth@100ms", bothSides());
                    case "spot depth" -> exhibits.frame(SPOT, "btcusdt@depth", bothSides());
                    case "spot bookTicker", "spot aggTrade", "spot kline_1m" ->
                        exhibits.frame(SPOT, "btcusdt@" + name.substring(5), any());
                    case "usdm depth@100ms" -> exhibits.frame(USDM, "btcusdt@depth@100ms", bothSides());
                    case "usdm bookTicker", "usdm aggTrade", "usdm markPrice", "usdm forceOrder" ->
                        exhibits.frame(USDM, "btcusdt@" + name.substring(5), any());
                    case "usdm kline_1m" -> exhibits.frame(USDM, "btcusdt@kline_1m", closedAsIn(channel));
                    case "usdm markPrice@1s" -> exhibits.frame(USDM, "btcusdt@markPrice@1s", any());
                    case "usdm markPrice@1s of a dated future" ->
                        exhibits.frame(USDM, "btcusdt_261225@markPrice@1s", any());
                    case "usdm !forceOrder@arr" -> exhibits.frame(USDM, "!forceOrder@arr", any());
                    default -> null;
                });
    }

    private JsonNode other(String channel) {
        String name = channel.replaceFirst(" \\(.*", "");
        if (name.contains(" GET ")) {
            return get(name.startsWith("spot") ? SPOT : USDM, name.substring(name.indexOf(" GET ") + 5));
        }
        return switch (name) {
            case "coinm markPrice@1s" -> inverseMark();
            case "spot exchangeInfo.symbols[] entry", "spot exchangeInfo" ->
                exhibits.rest(SPOT, "/api/v3/exchangeInfo").get("symbols").get(0);
            case "usdm exchangeInfo.symbols[] entry" ->
                exhibits.rest(USDM, "/fapi/v1/exchangeInfo").get("symbols").get(0);
            case "spot exchangeInfo.rateLimits" ->
                exhibits.rest(SPOT, "/api/v3/exchangeInfo").get("rateLimits");
            case "usdm exchangeInfo.rateLimits" ->
                exhibits.rest(USDM, "/fapi/v1/exchangeInfo").get("rateLimits");
            case "spot REST error" -> exhibits.rest(SPOT, "/api/v3/depth?symbol=NONE");
            case "usdm REST error" -> exhibits.rest(USDM, "/fapi/v1/depth?symbol=NONE");
            case "spot serverShutdown" -> exhibits.shutdown(channel.contains("combined") ? "/stream" : "/ws");
            default -> name.contains("REST depth snapshot") ? snapshot(name) : control(channel);
        };
    }

    private JsonNode snapshot(String name) {
        return name.startsWith("spot")
                ? exhibits.rest(SPOT, "/api/v3/depth?symbol=BTCUSDT&limit=1000")
                : exhibits.rest(USDM, "/fapi/v1/depth?symbol=BTCUSDT&limit=1000");
    }

    private JsonNode get(String prefix, String path) {
        String base = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        String query = base.startsWith("/futures/data") ? "&period=5m" : base.contains("lines") ? "&interval=1m" : "";
        boolean whole = base.equals("/fapi/v1/fundingInfo");
        JsonNode answer = exhibits.rest(prefix, base + (whole ? "" : "?symbol=BTCUSDT&limit=5" + query));
        if (answer.isEmpty()) {
            throw new AssertionError(base + " answered nothing to compare");
        }
        return answer;
    }

    private JsonNode control(String channel) {
        return switch (channel) {
            case "spot control SUBSCRIBE ack", "usdm control ack" ->
                exhibits.answer(
                        "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@aggTrade\",\"btcusdt@depth\"],\"id\":1}");
            case "spot control UNSUBSCRIBE ack" ->
                exhibits.answer("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@depth\"],\"id\":312}");
            case "spot control LIST_SUBSCRIPTIONS result" ->
                exhibits.answer(
                        "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@aggTrade\"],\"id\":1}",
                        "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}");
            case "spot control SET_PROPERTY ack" ->
                exhibits.answer("{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",true],\"id\":5}");
            case "spot control GET_PROPERTY result" ->
                exhibits.answer("{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\"],\"id\":2}");
            case "spot control error (bad id)" -> exhibits.answer("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1.5}");
            case "spot control error (missing method)" -> exhibits.answer("{\"params\":[\"btcusdt@depth\"],\"id\":1}");
            case "spot control error (bad boolean)" ->
                exhibits.answer("{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",\"yes\"],\"id\":5}");
            default -> throw new AssertionError("no message of the emulator is known for " + channel);
        };
    }

    private JsonNode inverseMark() {
        JsonNode push = exhibits.frame(
                USDM, "!markPrice@arr@1s", frame -> inverse(frame).isPresent());
        return inverse(push).orElseThrow();
    }

    private static Optional<JsonNode> inverse(JsonNode push) {
        return push.get("data")
                .valueStream()
                .filter(mark -> mark.get("st").asInt() == 2)
                .findFirst();
    }

    private static Predicate<JsonNode> closedAsIn(String channel) {
        return channel.contains("closed") ? frame -> frame.at("/data/k/x").asBoolean() : any();
    }

    private static Predicate<JsonNode> bothSides() {
        return frame -> !frame.at("/data/b").isEmpty() && !frame.at("/data/a").isEmpty();
    }

    private static Predicate<JsonNode> any() {
        return frame -> true;
    }
}
