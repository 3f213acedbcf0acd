package io.tapeline.emulator.deribit;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.market.AssetFacts;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.OptionChain;
import io.tapeline.emulator.market.OptionContract;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the venue lists of an asset, in its spelling. Inverse contracts and options are on the large coins alone. */
final class Listing {
    /** Price of a tick, and contract size in dollars, of inverse contracts. */
    private static final Map<String, Inverse> INVERSE = Map.of(
            "BTC",
            new Inverse(new Grid(1, 5), new Grid(1, 25), 10),
            "ETH",
            new Inverse(new Grid(2, 5), new Grid(2, 25), 1));

    private static final Grid OPTION_PRICE = new Grid(4, 1);
    private static final Grid OPTION_SIZE = new Grid(1, 1);

    private record Inverse(Grid perpetual, Grid future, long contractUsd) {}

    private Listing() {}

    static boolean hasInverse(String asset) {
        return INVERSE.containsKey(asset);
    }

    /** Perpetuals, a future and spot. */
    static List<Contract> of(String asset, long expiry) {
        Contract linear =
                Contract.perpetual(asset + "_USDC-PERPETUAL", asset, "USDC", linearPrice(asset), lot(asset), 1);
        Contract spot = Contract.spot(asset + "_USDC", asset, "USDC", linearPrice(asset), lot(asset));
        Inverse inverse = INVERSE.get(asset);
        if (inverse == null) {
            return List.of(linear, spot);
        }
        Grid size = new Grid(0, inverse.contractUsd());
        return List.of(
                Contract.perpetual(asset + "-PERPETUAL", asset, "USD", inverse.perpetual(), size, 1)
                        .ofQuote(1),
                Contract.future(asset + "-" + day(expiry), asset, "USD", inverse.future(), size, expiry)
                        .ofQuote(1),
                linear,
                spot);
    }

    private static Grid linearPrice(String asset) {
        double price = AssetFacts.of(asset).price();
        return price > 1_000 ? new Grid(2, 1) : price > 10 ? new Grid(4, 1) : new Grid(6, 1);
    }

    private static Grid lot(String asset) {
        return AssetFacts.of(asset).price() > 1_000 ? new Grid(4, 1) : new Grid(1, 1);
    }

    static Contract option(OptionContract option, OptionChain chain) {
        String name =
                option.base() + "-" + day(option.expiry()) + "-" + option.strike() + (option.call() ? "-C" : "-P");
        double price = chain.quote(option).price();
        return Contract.option(name, option.base(), option, OPTION_PRICE, OPTION_SIZE, price);
    }

    /** {@code 5JUN26}. */
    private static String day(long expiry) {
        return DateTimeFormatter.ofPattern("dMMMyy", Locale.ENGLISH)
                .format(Instant.ofEpochMilli(expiry).atZone(ZoneOffset.UTC))
                .toUpperCase(Locale.ENGLISH);
    }
}
