package io.tapeline.emulator.gmx;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.ForcedFills;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One market: its trades as executed orders, and which of them were forced. */
final class GmxPool implements ContractStreams {
    private static final int FORCED_KEPT = 1_000;
    private static final int DEPTH = 3_000;

    private static final Map<String, String> MARKETS = Map.of(
            "BTC", "0x47c031236e19d024b42f8AE6780E44A573170703",
            "ETH", "0x70d95587d40A2caf56bd97485aB3Eec10Bee6336",
            "SOL", "0x09400D9DB990D5ed3f35D7be61DfAEB900Af03C9");

    private final GmxToken token;
    private final ListedContract listed;
    private final ForcedFills forced = new ForcedFills(FORCED_KEPT);

    GmxPool(GmxToken token, ListedContract listed) {
        this.token = token;
        this.listed = listed;
    }

    /** Perpetual on the pool of an asset and USDC. */
    static Contract contract(String asset, double price) {
        String address = MARKETS.getOrDefault(asset, GmxToken.address("market " + asset));
        Grid ticks = price >= 1_000 ? new Grid(2, 1) : price >= 1 ? new Grid(4, 1) : new Grid(6, 1);
        Grid lots = price >= 1_000 ? new Grid(5, 1) : price >= 1 ? new Grid(2, 1) : new Grid(0, 1);
        return Contract.perpetual(address, asset, "USD", ticks, lots, 1).settledIn("USDC");
    }

    GmxToken token() {
        return token;
    }

    ListedContract listed() {
        return listed;
    }

    String address() {
        return listed.symbol();
    }

    @Override
    public void liquidation(Liquidation liquidation) {
        forced.add(liquidation);
    }

    @Override
    public String tradeId(TradePrint trade) {
        return GmxToken.hash(address() + trade.id()) + ":" + (trade.id() % 90 + 1);
    }

    /** Integers of the contracts have no zeros after the last digit. */
    @Override
    public String tradePrice(SymbolSpec spec, TradePrint trade) {
        return plain(spec.price().exact(trade.price()));
    }

    @Override
    public String tradeSize(SymbolSpec spec, TradePrint trade) {
        return plain(spec.size().exact(trade.size()));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** Orders executed between two times in epoch milliseconds. */
    Stream<GmxOrder> executed(long from, long to) {
        return listed.market().trades().between(from, to, DEPTH).stream().map(this::order);
    }

    private GmxOrder order(TradePrint trade) {
        BigDecimal tokens = listed.spec().size().exact(trade.size());
        BigDecimal price = listed.spec().price().exact(trade.price());
        boolean buys = !trade.buyerMaker();
        boolean increases = trade.id() % 2 == 0;
        boolean liquidated = forced.contains(trade);
        return new GmxOrder(
                tradeId(trade),
                trade.time(),
                address(),
                liquidated ? 7 : increases ? 2 : 4,
                liquidated ? !buys : buys == increases,
                GmxToken.usd(tokens.multiply(price)),
                token.amount(tokens),
                token.price(price));
    }

    /** The newest candles of the interval, oldest first. */
    List<Bar> candles(Interval interval, long now, int most) {
        return listed.candles().last(interval, now, most);
    }

    /** Oracle price in USD. */
    BigDecimal oracle(long now) {
        return BigDecimal.valueOf(listed.marks().at(now).index(), 8);
    }

    /** Funding of an hour as a fraction, positive where longs pay. */
    BigDecimal funding(long now) {
        return BigDecimal.valueOf(listed.marks().at(now).rate(), 8).movePointLeft(1);
    }

    /** Tokens that longs hold, and what shorts hold in their measure. */
    BigDecimal longs() {
        SymbolSpec spec = listed.spec();
        return spec.size().exact(listed.marks().state().openInterest());
    }

    BigDecimal shorts() {
        return longs().multiply(new BigDecimal("0.93")).setScale(token.decimals(), RoundingMode.DOWN);
    }

    /** A text of the market, with its rows of the listings. */
    String row(UnaryOperator<Json> more) {
        GmxToken longToken = token.symbol().equals("BTC") ? GmxToken.WBTC : token;
        return more.apply(Json.object()
                        .text("name", token.symbol() + "/USD [" + longToken.symbol() + "-USDC]")
                        .text("marketToken", address())
                        .text("indexToken", token.address())
                        .text("longToken", longToken.address())
                        .text("shortToken", GmxToken.USDC.address())
                        .flag("isListed", true))
                .end();
    }
}
