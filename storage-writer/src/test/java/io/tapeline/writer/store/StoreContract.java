package io.tapeline.writer.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.bus.BatchHandler.Rejection;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.EventSamples;
import io.tapeline.model.event.Feature;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.GapState;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.InstrumentListed;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.json.EventCodec;
import io.tapeline.writer.StoredRow;
import io.tapeline.writer.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What storing promises, whatever the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreContract {
    private static final long TIME = EventSamples.TIME;

    private StoreFixture fixture;

    abstract TestDatabase create();

    @BeforeAll
    void connect() {
        fixture = new StoreFixture(create());
    }

    @BeforeEach
    void empty() {
        List<Object> tables =
                fixture.database.column("SELECT tablename::text FROM pg_tables WHERE schemaname = 'store'");
        fixture.database.execute("TRUNCATE "
                + String.join(
                        ", ",
                        tables.stream()
                                .filter(t -> !t.equals("instrument"))
                                .map(t -> "store." + t)
                                .toList()));
    }

    private long count(String relation) {
        return fixture.database.count("SELECT count(*) FROM " + relation);
    }

    private Map<String, Object> only(String relation) {
        List<Map<String, Object>> rows = fixture.database.rows("SELECT * FROM " + relation);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    @Test
    void everyKindComesBackThroughItsRelationToTheLastDigit() throws Exception {
        List<MarketEvent> events = EventSamples.all().stream()
                .filter(event -> event.kind() != Kind.BOOK)
                .toList();
        assertThat(fixture.handler.handle(events)).isEmpty();
        for (MarketEvent event : events) {
            Map<String, Object> row = only(StoredRow.RELATIONS.get(event.kind()));
            assertThat(StoredRow.members(event.kind(), row)).isEqualTo(StoredRow.members(EventCodec.write(event)));
        }
    }

    @Test
    void tradesComeBackWhateverWasLeftOutBecauseItFollows() throws Exception {
        Trade plain = EventSamples.trade("1", "50123.45", "2.50");
        List<MarketEvent> trades = List.of(
                plain,
                trade("2", "50123.45", "2.50", "2.5", "125308.63"),
                trade("3", "50123.45", "250", "2.50", "125308.63"),
                trade("4", "50123.45", "250", null, "250.00"),
                trade("5", "50123.45", "250", "250", null),
                trade(
                        "6",
                        "0.00000001",
                        "123456789012345678.123456789",
                        "123456789012345678.123456789",
                        "1234567890.12"),
                trade("7", "3.000", "0.335", "0.335", "1.01"),
                trade("8", "3.000", "0.335", "0.335", "1.00"),
                trade("0012", "1", "1", "1", "1.00"),
                trade("a-b", "1", "1", "1", "1.00"),
                trade("1234567890123456789", "1", "1", "1", "1.00"),
                trade(null, "1", "1", "1", "1.00"));
        assertThat(fixture.handler.handle(trades)).isEmpty();
        List<Map<String, Object>> rows =
                fixture.database.rows("SELECT * FROM trades ORDER BY " + "trade_id COLLATE \"C\" NULLS LAST");
        assertThat(rows.stream().map(row -> StoredRow.members(Kind.TRADE, row)))
                .containsExactlyInAnyOrderElementsOf(trades.stream()
                        .map(trade -> StoredRow.members(EventCodec.write(trade)))
                        .toList());
    }

    private static Trade trade(String id, String price, String size, String baseSize, String valueUsd) {
        return new Trade(
                Header.venue(EventSamples.PERPETUAL, TIME, TIME + 10),
                id,
                Side.SELL,
                Decimals.parse(price),
                Decimals.parse(size),
                SizeUnit.CONTRACTS,
                baseSize == null ? null : Decimals.parse(baseSize),
                valueUsd == null ? null : Decimals.parse(valueUsd),
                null,
                false,
                Map.of());
    }

    @Test
    void numbersOfAnyShapeComeBackWithTheirZeros() throws Exception {
        List<String> numbers = new ArrayList<>(List.of(
                "0",
                "0.00",
                "-0.5",
                "1",
                "-1",
                "10000",
                "9999.9999",
                "0.0001",
                "0.00010",
                "100000000",
                "12345.6",
                "999999999999999999",
                "1234567890123456789012345678901234567890.123456789012345678901234567890",
                "0.00000000000000000000000000000000000001",
                "-0.0000000000000001",
                "0.12345678901234567"));
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            numbers.add(new BigDecimal(new BigInteger(1 + random.nextInt(120), random), random.nextInt(40))
                    .toPlainString());
        }
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            events.add(new Feature(
                    Header.received(EventSamples.PERPETUAL, TIME + i),
                    "f",
                    Decimals.parse(numbers.get(i)),
                    null,
                    null));
        }
        assertThat(fixture.handler.handle(events)).isEmpty();
        assertThat(fixture.database.column("SELECT value::text FROM features ORDER BY timestamp"))
                .containsExactlyElementsOf(numbers);
    }

    @Test
    void anIdIsVenueSymbolAndTradeIdOrTime() throws Exception {
        fixture.store(EventSamples.trade("77", "1", "1"), EventSamples.trade(null, TIME + 1000, "1", "1"));
        assertThat(fixture.database.column("SELECT id FROM trades ORDER BY timestamp"))
                .containsExactly("binance_BTCUSDT_77", "binance_BTCUSDT_2025-11-14T10:00:00.124456Z");
    }

    @Test
    void theSameEventsTwiceAreStoredOnce() throws Exception {
        List<MarketEvent> events = EventSamples.all().stream()
                .filter(event -> event.kind() != Kind.BOOK)
                .toList();
        fixture.handler.handle(events);
        fixture.handler.handle(events);
        List<MarketEvent> twice = new ArrayList<>(events);
        twice.addAll(events);
        fixture.handler.handle(twice);
        StoredRow.RELATIONS.forEach(
                (kind, relation) -> assertThat(count(relation)).as(relation).isEqualTo(1));
    }

    @Test
    void aRepairedTradeThatAlreadyCameLiveIsStoredOnceThoughItsTimeIsCoarser() throws Exception {
        Trade live = EventSamples.trade("500", TIME, "50123.45", "2.5");
        Trade repaired = withHeader(
                live,
                Header.venue(EventSamples.PERPETUAL, TIME / 1000 * 1000, TIME + 9_000_000)
                        .withOrigin(Origin.REPAIR));
        fixture.store(live);
        fixture.store(repaired, EventSamples.trade("501", TIME, "50123.45", "2.5"));
        assertThat(count("trades")).isEqualTo(2);
        assertThat(fixture.database.column("SELECT origin FROM trades WHERE trade_id = '500'"))
                .containsExactly("live");
    }

    private static Trade withHeader(Trade t, Header header) {
        return trade(t, header, t.isLiquidation());
    }

    private static Trade trade(Trade t, Header header, boolean liquidation) {
        return new Trade(
                header,
                t.tradeId(),
                t.side(),
                t.price(),
                t.size(),
                t.sizeUnit(),
                t.baseSize(),
                t.valueUsd(),
                t.sequence(),
                liquidation,
                t.metadata());
    }

    @Test
    void twoEqualFillsInOneMillisecondAreTwo() throws Exception {
        Trade first = EventSamples.trade(null, "1", "1");
        fixture.store(first, withHeader(first, first.header().withN(1)));
        assertThat(count("trades")).isEqualTo(2);
    }

    @Test
    void aTradeMayTurnOutLaterToHaveBeenALiquidationAndNeverTheOtherWayRound() throws Exception {
        Trade before = EventSamples.trade("9", "1", "1");
        Trade known = trade(before, before.header(), true);
        fixture.store(before);
        fixture.store(known);
        fixture.store(before);
        assertThat(only("trades")).containsEntry("is_liquidation", true);

        Trade other = EventSamples.trade("10", "1", "1");
        fixture.store(other, trade(other, other.header(), true), other);
        assertThat(fixture.database.column("SELECT is_liquidation FROM trades WHERE trade_id = '10'"))
                .containsExactly(true);
    }

    @Test
    void aClosedCandleBeatsAnOpenOneAndANewerOpenOneAnOlder() throws Exception {
        fixture.store(candle("1", 10, false));
        fixture.store(candle("3", 30, false));
        fixture.store(candle("2", 20, false));
        assertThat(only("ohlcv")).containsEntry("close", new BigDecimal("3"));
        fixture.store(candle("9", 25, true), candle("4", 40, false));
        assertThat(only("ohlcv")).containsEntry("close", new BigDecimal("9")).containsEntry("closed", true);
        fixture.store(candle("8", 50, true));
        assertThat(only("ohlcv")).containsEntry("close", new BigDecimal("9"));
    }

    private static Candle candle(String close, long received, boolean closed) {
        BigDecimal price = Decimals.parse(close);
        return new Candle(
                Header.venue(EventSamples.SPOT, TIME, TIME + received),
                "1m",
                CandleSource.TRADE,
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.ONE,
                price,
                null,
                null,
                null,
                null,
                closed);
    }

    @Test
    void aGapIsOneRowInItsNewestState() throws Exception {
        fixture.store(gap(GapState.OPEN, 10), gap(GapState.OPEN, 11));
        fixture.store(gap(GapState.UNRECOVERABLE, 20));
        fixture.store(gap(GapState.REPAIRED, 30));
        fixture.store(gap(GapState.OPEN, 40));
        fixture.store(gap(GapState.UNRECOVERABLE, 20), gap(GapState.OPEN, 10));
        assertThat(only("data_gaps")).containsEntry("state", "repaired");
    }

    private static Gap gap(GapState state, long received) {
        return new Gap(
                Header.received(EventSamples.PERPETUAL, TIME + received),
                "g-1",
                Kind.TRADE,
                TIME,
                TIME + 5,
                null,
                null,
                null,
                "disconnect",
                state,
                TIME,
                null);
    }

    @Test
    void anInstrumentIsOneRowInItsNewestState() throws Exception {
        Instrument listed = EventSamples.instrument();
        fixture.store(instrument(listed, TIME));
        fixture.store(instrument(withTick(listed, "0.5"), TIME + 2), instrument(withTick(listed, "0.2"), TIME + 1));
        fixture.store(instrument(listed, TIME));
        assertThat(only("instruments")).containsEntry("tick_size", new BigDecimal("0.5"));
    }

    private static InstrumentListed instrument(Instrument instrument, long time) {
        return new InstrumentListed(Header.received(instrument.id(), time), instrument);
    }

    private static Instrument withTick(Instrument i, String tick) {
        return new Instrument(
                i.id(),
                i.base(),
                i.quote(),
                i.settle(),
                i.unifiedSymbol(),
                i.contractSize(),
                i.contractType(),
                Decimals.parse(tick),
                i.lotSize(),
                i.expiry(),
                i.strike(),
                i.optionType(),
                i.sector(),
                i.makerFeeBps(),
                i.takerFeeBps(),
                i.listedAt(),
                i.endedAt());
    }

    @Test
    void anEventWithNulIsRejectedByNameAndItsNeighboursAreStored() throws Exception {
        List<Rejection> rejected = fixture.store(
                EventSamples.trade("1", "1", "1"),
                EventSamples.trade("x\0y", "1", "1"),
                EventSamples.trade("2", "1", "1"));
        assertThat(rejected).singleElement().satisfies(rejection -> {
            assertThat(((Trade) rejection.event()).tradeId()).isEqualTo("x\0y");
            assertThat(rejection.reason()).isEqualTo("trade_id: expected text without NUL (\\u0000)");
        });
        assertThat(count("trades")).isEqualTo(2);
    }

    @Test
    void aSymbolThatCannotBeStoredRejectsItsEventsAlone() throws Exception {
        Trade good = EventSamples.trade("1", "1", "1");
        List<Rejection> rejected = fixture.store(
                withSymbol(good, "A\0B"), good, withSymbol(good, "\ud800"), withSymbol(good, "x".repeat(300)));
        assertThat(rejected)
                .extracting(Rejection::reason)
                .containsExactly(
                        "symbol: expected text without NUL (\\u0000)",
                        "symbol: expected valid Unicode text",
                        "symbol: expected one that fits a routing key of 255 bytes");
        assertThat(count("trades")).isEqualTo(1);
    }

    private static Trade withSymbol(Trade trade, String symbol) {
        return withHeader(trade, Header.venue(new InstrumentId("binance", Market.SPOT, symbol), TIME, TIME));
    }

    @Test
    void aBatchThatTheDatabaseRefusesIsHalvedUntilTheBadEventStandsAlone() throws Exception {
        List<MarketEvent> batch = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            batch.add(EventSamples.trade(String.valueOf(i), TIME + i * 1000L, "1", "1"));
        }
        // A year that PostgreSQL's calendar does not reach passes every check made here.
        long never = 300_000L * 365 * 86_400_000_000L;
        for (int bad : List.of(17, 40)) {
            Trade trade = (Trade) batch.get(bad);
            batch.set(bad, withHeader(trade, Header.venue(EventSamples.PERPETUAL, TIME, never)));
        }
        List<Rejection> rejected = fixture.handler.handle(batch);
        assertThat(rejected).extracting(r -> ((Trade) r.event()).tradeId()).containsExactlyInAnyOrder("17", "40");
        assertThat(rejected).allSatisfy(r -> assertThat(r.reason()).contains("out of range", "22008"));
        assertThat(count("trades")).isEqualTo(48);
    }

    @Test
    void aTimeOutsideTheCalendarIsRejectedAndItsNeighboursAreStored() throws Exception {
        assertThat(fixture.store(
                        EventSamples.trade("1", Long.MAX_VALUE / 2, "1", "1"), EventSamples.trade("2", "1", "1")))
                .extracting(Rejection::reason)
                .containsExactly("timestamp: expected a year from 1 to 9999");
        assertThat(count("trades")).isEqualTo(1);
    }

    @Test
    void olderTradesThatArriveLateAreStoredOnceBesideNewerOnes() throws Exception {
        fixture.store(EventSamples.trade("10", TIME + 10_000, "1", "1"));
        fixture.store(
                EventSamples.trade("9", TIME + 9_000, "1", "1"), EventSamples.trade("10", TIME + 10_000, "1", "1"));
        fixture.store(
                EventSamples.trade("11", TIME + 10_000, "1", "1"), EventSamples.trade("9", TIME + 9_000, "1", "1"));
        assertThat(fixture.database.column("SELECT trade_id FROM trades ORDER BY timestamp, trade_id"))
                .containsExactly("9", "10", "11");
    }

    @Test
    void bookDeltasAreNotStored() throws Exception {
        MarketEvent book = EventSamples.all().get(Kind.BOOK.ordinal());
        assertThat(fixture.store(book)).singleElement().satisfies(r -> assertThat(r.reason())
                .startsWith("kind:"));
    }

    @Test
    void historyOfAFeedIsKept() throws Exception {
        for (FeedState state : List.of(FeedState.CONNECTING, FeedState.LIVE, FeedState.DOWN)) {
            fixture.store(new FeedStatus(
                    Header.received(InstrumentId.wholeFeed("binance", Market.SPOT), TIME + state.ordinal()),
                    "binance",
                    state,
                    null,
                    null,
                    null));
        }
        assertThat(fixture.database.column("SELECT state FROM feed_status ORDER BY timestamp"))
                .containsExactly("connecting", "live", "down");
    }

    @Test
    void metricsCountRowsDuplicatesAndRejections() throws Exception {
        double rows = counted("tapeline.writer.rows", "trade");
        double unchanged =
                fixture.registry.get("tapeline.writer.rows.unchanged").counter().count();
        fixture.store(EventSamples.trade("1", "1", "1"), EventSamples.trade("\0", "1", "1"));
        fixture.store(EventSamples.trade("1", "1", "1"));
        assertThat(counted("tapeline.writer.rows", "trade") - rows).isEqualTo(2);
        assertThat(fixture.registry
                                .get("tapeline.writer.rows.unchanged")
                                .counter()
                                .count()
                        - unchanged)
                .isEqualTo(1);
        assertThat(counted("tapeline.writer.rejected", "trade")).isPositive();
        assertThat(fixture.registry.get("tapeline.writer.lag").timer().count()).isPositive();
        assertThat(fixture.registry.get("tapeline.writer.commit").timer().count())
                .isPositive();
    }

    private double counted(String meter, String kind) {
        return fixture.registry.get(meter).tag("kind", kind).counter().count();
    }
}
