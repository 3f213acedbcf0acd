package io.tapeline.emulator.polymarket;

import io.tapeline.emulator.kit.Json;
import java.math.BigDecimal;
import java.time.Instant;

/** What Gamma says of markets, and the data API of their trades. */
final class GammaText {
    private static final long LISTED_BEFORE = 86_400_000;
    private static final String SOURCE = "https://data.chain.link/streams/btc-usd";

    private GammaText() {}

    /** Two values in the order of the market's outcomes, as an array. */
    static String inOrder(Window window, String ofUp, String ofDown) {
        return window.upFirst() ? "[\"" + ofUp + "\",\"" + ofDown + "\"]" : "[\"" + ofDown + "\",\"" + ofUp + "\"]";
    }

    /** An array in a text, with a blank after the comma. */
    private static String packed(Window window, String ofUp, String ofDown) {
        return inOrder(window, ofUp, ofDown).replace(",", ", ").replace("\"", "\\\"");
    }

    static String market(Window window, long id) {
        return start(window, id)
                .raw("events", "[" + head(window, id).end() + "]")
                .end();
    }

    static String event(Window window, long id) {
        Json event = head(window, id);
        if (window.isResolved()) {
            event.raw(
                    "eventMetadata",
                    Json.object()
                            .raw("priceToBeat", "85012.125")
                            .raw("finalPrice", window.upWins() ? "85020.5" : "85001.75")
                            .end());
        }
        return event.raw("markets", "[" + start(window, id).end() + "]").end();
    }

    private static Json head(Window window, long id) {
        WindowName name = window.name();
        return Json.object()
                .text("id", Long.toString(id))
                .text("ticker", name.slug())
                .text("slug", name.slug())
                .text("title", title(name))
                .text("resolutionSource", SOURCE)
                .text("startDate", iso(name.start() - LISTED_BEFORE))
                .text("endDate", iso(name.end()))
                .flag("active", true)
                .flag("closed", window.isResolved())
                .flag("enableOrderBook", true)
                .flag("negRisk", false)
                .text("startTime", iso(name.start()));
    }

    private static Json start(Window window, long id) {
        WindowName name = window.name();
        boolean resolved = window.isResolved();
        String up = resolved ? (window.upWins() ? "1" : "0") : price(window);
        Json market = Json.object()
                .text("id", Long.toString(id))
                .text("question", title(name))
                .text("conditionId", window.condition())
                .text("slug", name.slug())
                .text("resolutionSource", SOURCE)
                .text("endDate", iso(name.end()))
                .text("startDate", iso(name.start() - LISTED_BEFORE))
                .text("outcomes", packed(window, "Up", "Down"))
                .text("outcomePrices", packed(window, up, complement(up)))
                .flag("active", true)
                .flag("closed", resolved)
                .flag("enableOrderBook", true)
                .raw("orderPriceMinTickSize", ClobText.tick(window.tick()))
                .number("orderMinSize", 5)
                .text("clobTokenIds", packed(window, window.token(true), window.token(false)))
                .number("makerBaseFee", 1000)
                .number("takerBaseFee", 1000)
                .flag("acceptingOrders", !resolved)
                .flag("negRisk", false)
                .text("umaResolutionStatuses", "[]")
                .text("eventStartTime", iso(name.start()))
                .flag("feesEnabled", true)
                .text("feeType", "crypto_fees");
        return resolved ? market.text("umaResolutionStatus", "resolved") : market;
    }

    private static String price(Window window) {
        return ClobText.price((window.book().best(true, true) + window.book().best(true, false)) / 2);
    }

    private static String complement(String price) {
        return BigDecimal.ONE.subtract(new BigDecimal(price)).toPlainString();
    }

    private static String title(WindowName name) {
        return name.asset() + " Up or Down - " + iso(name.start()) + " " + name.label();
    }

    private static String iso(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** Numbers, and a time in seconds. */
    static String trade(Window window, Window.Trade trade) {
        return Json.object()
                .text("proxyWallet", "0x0000000000000000000000000000000000000001")
                .text("side", trade.buy() ? "BUY" : "SELL")
                .text("asset", window.token(trade.up()))
                .text("conditionId", window.condition())
                .raw("size", ClobText.size(trade.size()))
                .raw("price", ClobText.price(trade.price()))
                .number("timestamp", trade.time() / 1_000)
                .text("title", title(window.name()))
                .text("slug", window.name().slug())
                .text("outcome", trade.up() ? "Up" : "Down")
                .number("outcomeIndex", trade.up() == window.upFirst() ? 0 : 1)
                .text("transactionHash", ClobText.transaction(window, trade))
                .end();
    }
}
