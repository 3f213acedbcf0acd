package io.tapeline.emulator.hyperliquid;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Listings of the venue. */
final class HyperliquidMeta {
    /** Tokens that stand for an asset on spot have a U before its name. */
    private static final int FIRST_TOKEN = 197;

    private static final Map<String, Integer> COLLATERAL = Map.of("", 0, Coin.BUILDER, 235);

    private final HyperliquidVenue venue;

    HyperliquidMeta(HyperliquidVenue venue) {
        this.venue = venue;
    }

    private List<ListedContract> of(String dex) {
        return venue.contracts().stream().filter(listed -> Coin.of(dex, listed)).toList();
    }

    String perpetuals(String dex) {
        return Json.object()
                .raw("universe", Json.array(of(dex).stream().map(HyperliquidMeta::perpetual)))
                .raw("marginTables", "[]")
                .number("collateralToken", COLLATERAL.getOrDefault(dex, 0))
                .end();
    }

    private static String perpetual(ListedContract listed) {
        return Json.object()
                .number("szDecimals", listed.spec().size().scale())
                .text("name", listed.symbol())
                .number("maxLeverage", 40)
                .number("marginTableId", 56)
                .end();
    }

    String perpetualsAndContexts(String dex) {
        Stream<String> contexts = of(dex).stream().map(listed -> new HyperliquidText(listed)
                .context(listed.marks().at(venue.now())));
        return "[" + perpetuals(dex) + "," + Json.array(contexts) + "]";
    }

    /** The venue's own comes first and is null. */
    String dexes() {
        return "[null,"
                + Json.object()
                        .text("name", Coin.BUILDER)
                        .text("fullName", "HyENA")
                        .text("deployer", "0x53e655101ea361537124ef814ad4e654b54d0637")
                        .raw("oracleUpdater", "null")
                        .text("feeRecipient", "0x53e655101ea361537124ef814ad4e654b54d0637")
                        .raw("assetToStreamingOiCap", "[]")
                        .raw("subDeployers", "[]")
                        .text("deployerFeeScale", "1.0")
                        .text("lastDeployerFeeScaleChangeTime", "1970-01-01T00:00:00")
                        .raw("assetToFundingMultiplier", "[]")
                        .end()
                + "]";
    }

    private List<ListedContract> pairs() {
        return venue.contracts().stream().filter(Coin::spot).toList();
    }

    String spot() {
        List<ListedContract> pairs = pairs();
        Stream<String> tokens = Stream.concat(
                Stream.of(token("USDC", 8, 0)),
                pairs.stream()
                        .map(pair -> token(
                                "U" + pair.spec().base(),
                                pair.spec().size().scale(),
                                FIRST_TOKEN + pairs.indexOf(pair))));
        return Json.object()
                .raw("universe", Json.array(pairs.stream().map(pair -> pair(pair, FIRST_TOKEN + pairs.indexOf(pair)))))
                .raw("tokens", Json.array(tokens))
                .end();
    }

    private static String pair(ListedContract pair, int token) {
        return Json.object()
                .raw("tokens", "[" + token + ",0]")
                .text("name", pair.symbol())
                .number("index", Long.parseLong(pair.symbol().substring(1)))
                .flag("isCanonical", false)
                .end();
    }

    private static String token(String name, int decimals, int index) {
        return Json.object()
                .text("name", name)
                .number("szDecimals", decimals)
                .number("weiDecimals", 8)
                .number("index", index)
                .text("tokenId", "0x%032x".formatted(index))
                .flag("isCanonical", false)
                .raw("evmContract", "null")
                .raw("fullName", "null")
                .text("deployerTradingFeeShare", "0.0")
                .end();
    }

    String spotAndContexts() {
        Stream<String> contexts = pairs().stream().map(pair -> new HyperliquidText(pair).spotContext());
        return "[" + spot() + "," + Json.array(contexts) + "]";
    }
}
