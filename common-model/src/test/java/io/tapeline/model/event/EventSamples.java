package io.tapeline.model.event;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** One event of every kind, for tests of what must hold for all kinds. */
public final class EventSamples {
    public static final long TIME = 1_763_114_400_123_456L;
    public static final InstrumentId SPOT = new InstrumentId("binance", Market.SPOT, "BTCUSDT");
    public static final InstrumentId PERPETUAL = new InstrumentId("binance", Market.PERPETUAL, "BTCUSDT");

    private EventSamples() {}

    private static BigDecimal d(String text) {
        return Decimals.parse(text);
    }

    private static Header header(InstrumentId id) {
        return Header.venue(id, TIME, TIME + 1_500);
    }

    public static Trade trade(String id, String price, String size) {
        return trade(id, TIME, price, size);
    }

    public static Trade trade(String id, long timestamp, String price, String size) {
        return new Trade(
                Header.venue(PERPETUAL, timestamp, timestamp + 1_500),
                id,
                Side.BUY,
                d(price),
                d(size),
                SizeUnit.BASE,
                d(size),
                Decimals.usd(d(price).multiply(d(size))),
                null,
                false,
                Map.of());
    }

    public static Instrument instrument() {
        return new Instrument(
                PERPETUAL,
                "BTC",
                "USDT",
                "USDT",
                "BTC/USDT:USDT",
                null,
                ContractType.LINEAR,
                d("0.10"),
                d("0.001"),
                null,
                null,
                null,
                Sector.MAJORS,
                d("2"),
                d("5"),
                TIME,
                null);
    }

    /** One of each kind, in the order of {@link Kind}. */
    public static List<MarketEvent> all() {
        Levels bids = Levels.of("50123.40", "1.500", "50123.30", "0.000");
        Levels asks = Levels.of("50123.50", "0.00100000");
        Header h = header(PERPETUAL);
        Map<String, Object> metadata = Map.of("usd_rate", d("0.00072"));
        return List.of(
                new Trade(
                        h.withN(2),
                        null,
                        Side.SELL,
                        d("50123.450"),
                        d("2.50"),
                        SizeUnit.BASE,
                        d("2.50"),
                        d("125308.63"),
                        9_007_199_254_740_993L,
                        true,
                        metadata),
                new Book(h, false, bids, asks, SizeUnit.BASE, null, 12L, 11L, Verified.SEQUENCE),
                new Orderbook(h, true, bids, asks, SizeUnit.CONTRACTS, d("0.01"), 12L, null, Verified.NONE),
                new DepthMetrics(h, d("111088.535"), d("0.001"), null, null, d("1"), d("2"), 50, 49, "5s"),
                new Quote(h, d("1.0"), d("2"), null, null, SizeUnit.BASE, 400_900_217L),
                new MarkPrice(h, d("64991.37858696"), d("65016.05673913"), null),
                new FundingRate(
                        h,
                        d("-0.00003936"),
                        FundingStatus.ESTIMATED,
                        d("8"),
                        d("-0.00003936"),
                        null,
                        TIME + 1_000_000,
                        Map.of()),
                new OpenInterest(h, d("10659.509"), d("10659.509"), d("534000000.12"), Map.of()),
                new Liquidation(
                        header(PERPETUAL),
                        Side.SELL,
                        d("1.3911902"),
                        d("70.5"),
                        SizeUnit.BASE,
                        d("70.5"),
                        d("98.08"),
                        null),
                new Candle(
                        header(SPOT),
                        "1m",
                        CandleSource.TRADE,
                        d("1.0"),
                        d("2.0"),
                        d("0.5"),
                        d("1.5"),
                        d("1000"),
                        d("1500"),
                        d("500"),
                        100L,
                        true),
                new LongShortRatio(h, RatioType.TOP_ACCOUNTS, "5m", d("0.6442"), d("0.3558"), d("1.8105")),
                new VolatilityIndex(h, d("41.07")),
                new Settlement(
                        h,
                        d("50000"),
                        "2026-11-19",
                        d("1"),
                        d("2"),
                        d("3"),
                        d("4"),
                        d("5"),
                        true,
                        false,
                        Map.of("stage", "final")),
                new OptionSummary(
                        h,
                        "BTC",
                        d("0.05"),
                        d("55.1"),
                        null,
                        null,
                        d("0.5"),
                        d("0.00001"),
                        d("1"),
                        d("-1"),
                        d("50000"),
                        d("3")),
                new BorrowRate(h, "long", d("1.25")),
                new LargeTrade(
                        h,
                        "77",
                        Side.BUY,
                        d("50000"),
                        d("3"),
                        SizeUnit.BASE,
                        d("3"),
                        d("150000.00"),
                        5L,
                        false,
                        Map.of()),
                new InstrumentListed(h, instrument()),
                new FeedStatus(h, "binance-futures", FeedState.RESYNCING, "sequence gap", "c1", Kind.BOOK),
                new Gap(
                        h,
                        "g-1",
                        Kind.TRADE,
                        TIME,
                        TIME + 5,
                        "10",
                        "12",
                        3L,
                        "sequence",
                        GapState.OPEN,
                        TIME + 6,
                        null),
                new Watermark(h, Kind.TRADE, TIME, TIME + 9, "1", "9", 9, Assurance.VERIFIED),
                new Alert(h, "stale", AlertSeverity.WARNING, AlertState.FIRING, "silent \"feed\"", d("61"), d("60")),
                new Feature(h, "cvd", d("1.5"), "1m", "ok"),
                new Decision(h, "s1", "hold", List.of("spread", "age"), Map.of("edge", d("1.2"), "ok", true), d("3")));
    }
}
