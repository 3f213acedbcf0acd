package io.tapeline.emulator.dydx;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.stream.StreamChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The channel of all markets: oracle prices that moved, every second; funding and open interest, every ten. */
final class DydxMarkets {
    private static final String CHANNEL = "v4_markets";
    private static final int TRADING_MILLIS = 10_000;

    private final DydxVenue venue;
    private final StreamChannel channel;
    private final Cadence trading;
    private final Map<String, Long> told = new HashMap<>();

    DydxMarkets(DydxVenue venue) {
        this.venue = venue;
        trading = new Cadence(TRADING_MILLIS, venue.started());
        channel = venue.hub()
                .channel("", CHANNEL)
                .opensWith(() -> List.of(DydxText.subscribed(CHANNEL, "", listing(""))));
    }

    void second(long time) {
        boolean tradingDue = trading.due(time);
        if (!channel.wanted()) {
            return;
        }
        List<ListedContract> moved =
                venue.contracts().stream().filter(this::hasMoved).toList();
        if (!moved.isEmpty()) {
            publish("oraclePrices", byTicker(moved, this::price));
        }
        if (tradingDue) {
            publish("trading", byTicker(List.copyOf(venue.contracts()), this::trading));
        }
    }

    private boolean hasMoved(ListedContract listed) {
        long index = mark(listed).index();
        Long before = told.put(listed.symbol(), index);
        return before == null || before != index;
    }

    private void publish(String member, String contents) {
        channel.publish(DydxText.data(
                CHANNEL, "", "1.0.0", Json.object().raw(member, contents).end()));
    }

    private static String byTicker(List<ListedContract> contracts, Function<ListedContract, String> text) {
        return contracts.stream()
                .map(listed -> "\"" + listed.symbol() + "\":" + text.apply(listed))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String price(ListedContract listed) {
        return Json.object()
                .decimal("oraclePrice", FuturesMarks.GRID, mark(listed).index())
                .text("effectiveAt", DydxText.iso(venue.now()))
                .text("effectiveAtHeight", Long.toString(DydxText.height(venue.now())))
                .number("marketId", number(listed))
                .end();
    }

    private String trading(ListedContract listed) {
        return Json.object()
                .text("id", Long.toString(number(listed)))
                .decimal("nextFundingRate", FuturesMarks.GRID, mark(listed).rate())
                .decimal("openInterest", listed.spec().size(), openInterest(listed))
                .end();
    }

    /** Every market, or one. @param ticker empty for all */
    String listing(String ticker) {
        List<ListedContract> asked = venue.contracts().stream()
                .filter(listed -> ticker.isEmpty() || listed.symbol().equals(ticker))
                .toList();
        return Json.object().raw("markets", byTicker(asked, this::market)).end();
    }

    private String market(ListedContract listed) {
        return Json.object()
                .text("clobPairId", Long.toString(number(listed)))
                .text("ticker", listed.symbol())
                .text("status", "ACTIVE")
                .decimal("oraclePrice", FuturesMarks.GRID, mark(listed).index())
                .text("priceChange24H", "0")
                .text("volume24H", "0")
                .number("trades24H", 0)
                .decimal("nextFundingRate", FuturesMarks.GRID, mark(listed).rate())
                .text("initialMarginFraction", "0.02")
                .text("maintenanceMarginFraction", "0.012")
                .decimal("openInterest", listed.spec().size(), openInterest(listed))
                .number("atomicResolution", -10)
                .number("quantumConversionExponent", -9)
                .text("tickSize", listed.spec().price().step().toPlainString())
                .text("stepSize", listed.spec().size().step().toPlainString())
                .number("stepBaseQuantums", 1_000_000)
                .number("subticksPerTick", 100_000)
                .text("marketType", "CROSS")
                .text("openInterestLowerCap", "0")
                .text("openInterestUpperCap", "0")
                .decimal("baseOpenInterest", listed.spec().size(), openInterest(listed))
                .text("defaultFundingRate1H", "0")
                .end();
    }

    private long number(ListedContract listed) {
        return List.copyOf(venue.contracts()).indexOf(listed);
    }

    private Mark mark(ListedContract listed) {
        return listed.marks().at(venue.now());
    }

    private static long openInterest(ListedContract listed) {
        return listed.marks().state().openInterest();
    }
}
