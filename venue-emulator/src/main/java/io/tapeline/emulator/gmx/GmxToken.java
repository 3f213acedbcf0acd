package io.tapeline.emulator.gmx;

import io.tapeline.emulator.kit.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * A token of the chain.
 *
 * @param decimals digits after the point of a whole token
 * @param synthetic whether it exists as a price alone
 */
record GmxToken(String symbol, String address, int decimals, boolean synthetic) {
    static final GmxToken USDC = new GmxToken("USDC", "0xaf88d065e77c8cC2239327C5EDb3A432268e5831", 6, false);
    static final GmxToken WBTC = new GmxToken("WBTC.b", "0x2f2a2543B76A4166549F7aaB2e75Bef0aefC5B0f", 8, false);

    private static final int MOST_DECIMALS = 30;

    private static final Map<String, GmxToken> KNOWN = Map.of(
            "BTC", new GmxToken("BTC", "0x47904963fc8b2340414262125aF798B9655E58Cd", 8, true),
            "ETH", new GmxToken("ETH", "0x82aF49447D8a07e3bd95BD0d56f35241523fBab1", 18, false),
            "SOL", new GmxToken("SOL", "0x2bcC6D6CdBbDC0a4071e48bb3B969b06B3330c07", 9, false),
            "DOGE", new GmxToken("DOGE", "0xC4da4c24fd591125c3F47b340b6f4f76111883d8", 8, true),
            "XRP", new GmxToken("XRP", "0xc14e065b0067dE91534e032868f5Ac6ecf2c6868", 6, true));

    static GmxToken of(String asset) {
        GmxToken known = KNOWN.get(asset);
        return known == null ? new GmxToken(asset, address("token " + asset), 18, false) : known;
    }

    /** An address that is always the same for a name. */
    static String address(String name) {
        String hex = digits(name) + digits(name + "#");
        return "0x" + hex.substring(0, 40);
    }

    /** What identifies a transaction, always the same for a name. */
    static String hash(String name) {
        return "0x" + digits(name) + digits(name + "#");
    }

    private static String digits(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /** A price in USD as the contracts count it. */
    BigInteger price(BigDecimal usd) {
        return usd.movePointRight(MOST_DECIMALS - decimals).toBigInteger();
    }

    /** Whole tokens as the contracts count them. */
    BigInteger amount(BigDecimal tokens) {
        return tokens.movePointRight(decimals).toBigInteger();
    }

    /** A USD amount, rate or factor as the contracts count it. */
    static BigInteger usd(BigDecimal amount) {
        return amount.movePointRight(MOST_DECIMALS).toBigInteger();
    }

    String listing() {
        Json row = Json.object().text("symbol", symbol).text("address", address).number("decimals", decimals);
        return synthetic ? row.flag("synthetic", true).end() : row.end();
    }
}
