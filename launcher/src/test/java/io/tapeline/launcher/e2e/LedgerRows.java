package io.tapeline.launcher.e2e;

import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.ledger.Produced;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the emulator's ledger says was produced, in the form of {@link StoredRows}. */
record LedgerRows(Emulator emulator) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String prefix(String market) {
        return market.equals("spot") ? "binance-spot" : "binance-usdm";
    }

    List<Produced> all(String market, String symbol, String kind) {
        return emulator.ledger().produced(prefix(market), symbol, kind);
    }

    long newestTrade(String market, String symbol) {
        List<Produced> trades = all(market, symbol, "trade");
        return trades.isEmpty() ? -1 : trades.getLast().id();
    }

    /** Trades from one id to another, both included. */
    List<String> trades(String market, String symbol, long first, long last) {
        return all(market, symbol, "trade").stream()
                .filter(p -> p.id() >= first && p.id() <= last)
                .map(p -> {
                    JsonNode f = JSON.readTree(p.facts());
                    return p.id() + " " + f.get("p").asString() + " "
                            + f.get("q").asString() + " " + (f.get("m").asBoolean() ? "sell" : "buy") + " "
                            + f.get("T").asLong();
                })
                .toList();
    }

    /** Closed candles that opened within a time. */
    List<String> candles(String market, String symbol, long fromMillis, long toMillis) {
        return all(market, symbol, "candle").stream()
                .filter(p -> p.id() >= fromMillis && p.id() <= toMillis)
                .map(p -> {
                    JsonNode f = JSON.readTree(p.facts());
                    return f.get(0).asLong() + " " + f.get(1).asString() + " "
                            + f.get(2).asString() + " "
                            + f.get(3).asString() + " " + f.get(4).asString() + " "
                            + f.get(5).asString() + " "
                            + f.get(7).asString() + " " + f.get(9).asString() + " "
                            + f.get(8).asLong();
                })
                .toList();
    }

    /** Mark prices within a time. */
    List<String> markPrices(String market, String symbol, long fromMillis, long toMillis) {
        return all(market, symbol, "mark_price").stream()
                .filter(p -> p.time() >= fromMillis && p.time() <= toMillis)
                .map(p -> {
                    JsonNode f = JSON.readTree(p.facts());
                    return f.get("E").asLong() + " " + f.get("p").asString() + " "
                            + f.get("i").asString();
                })
                .toList();
    }
}
