package io.tapeline.writer.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.EventSamples;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.LargeTrade;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OptionSummary;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.writer.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What storing derivatives promises, whatever the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DerivativesContract {
    private static final long SECOND = 1_000_000;
    private static final long TIME = EventSamples.TIME / (60 * SECOND) * 60 * SECOND;
    private static final long HOUR = 3_600 * SECOND;
    private static final InstrumentId FUTURE = new InstrumentId("cme", Market.FUTURE, "BTCZ26");
    private static final int MAX_OPTION_BYTES = 300;

    private StoreFixture fixture;

    abstract TestDatabase create();

    @BeforeAll
    void connect() {
        fixture = new StoreFixture(create());
    }

    @BeforeEach
    void empty() {
        fixture.database.execute(
                "TRUNCATE store.trade, store.large_trade, store.settlement, store.option_summary, store.funding_rate");
    }

    private Map<String, Object> only(String relation) {
        List<Map<String, Object>> rows = fixture.database.rows("SELECT * FROM " + relation);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static BigDecimal d(@Nullable String text) {
        return text == null ? null : Decimals.parse(text);
    }

    private static Trade deribit(String id, long time, Origin origin) {
        Trade plain = EventSamples.trade(id, time, "50000", "3");
        InstrumentId perpetual = new InstrumentId("deribit", Market.PERPETUAL, "BTC-PERPETUAL");
        Header header = Header.venue(perpetual, time, time + 10).withOrigin(origin);
        return new Trade(
                header,
                id,
                plain.side(),
                plain.price(),
                plain.size(),
                plain.sizeUnit(),
                plain.baseSize(),
                plain.valueUsd(),
                null,
                false,
                Map.of());
    }

    private static LargeTrade large(Trade t) {
        return new LargeTrade(
                t.header(),
                t.tradeId(),
                t.side(),
                t.price(),
                t.size(),
                t.sizeUnit(),
                t.baseSize(),
                t.valueUsd(),
                t.sequence(),
                t.isLiquidation(),
                t.metadata());
    }

    @Test
    void aTradeReadAgainAnHourLaterMarksTheStoredTradeAndItsLargeTrade() throws Exception {
        Trade live = deribit("ETH-284830839", TIME + 123_456, Origin.LIVE);
        Trade neighbour = deribit("ETH-284830840", TIME + 123_456, Origin.LIVE);
        fixture.store(live, large(live), neighbour, large(neighbour));
        fixture.store(deribit("later", TIME + HOUR, Origin.LIVE));

        Trade readAgain =
                deribit("ETH-284830839", TIME + 123_000, Origin.REPAIR).asLiquidation();
        fixture.store(readAgain);
        fixture.store(live, large(live));

        for (String relation : List.of("trades", "large_trades")) {
            assertThat(fixture.database.rows("SELECT trade_id, is_liquidation AS forced FROM " + relation
                            + " WHERE trade_id <> 'later'"))
                    .as(relation)
                    .containsExactlyInAnyOrder(
                            Map.of("trade_id", "ETH-284830839", "forced", true),
                            Map.of("trade_id", "ETH-284830840", "forced", false));
        }
    }

    @Test
    void aLargeTradeIsMarkedInOneBatchWithItsTradeInAnyOrder() throws Exception {
        Trade live = deribit("7", TIME, Origin.LIVE);
        fixture.store(large(live.asLiquidation()), live.asLiquidation(), large(live), live);
        assertThat(only("large_trades")).containsEntry("is_liquidation", true);
        assertThat(only("trades")).containsEntry("is_liquidation", true);
    }

    private static Settlement settlement(
            @Nullable String stage,
            long received,
            String price,
            @Nullable String openInterest,
            @Nullable String basis) {
        return new Settlement(
                Header.venue(FUTURE, TIME, TIME + received),
                d(price),
                "2026-11-19",
                d(openInterest),
                null,
                d(basis),
                null,
                d("35"),
                true,
                false,
                stage == null ? Map.of() : Map.of("stage", stage, "source", "datamine"));
    }

    @Test
    void aFinalSettlementReplacesAPreliminaryOneWhicheverComesFirst() throws Exception {
        Settlement preliminary = settlement("preliminary", 10, "90000", "100", "250");
        Settlement last = settlement("final", 20, "90005", null, null);
        for (List<Settlement> order : List.of(List.of(preliminary, last), List.of(last, preliminary))) {
            empty();
            fixture.store(order.getFirst());
            fixture.store(order.getLast());
            assertThat(only("settlements"))
                    .containsEntry("price", d("90005"))
                    .containsEntry("open_interest", d("100"))
                    .containsEntry("basis", null);
            assertThat(only("settlements").get("metadata"))
                    .hasToString("{\"stage\": \"final\", \"source\": \"datamine\"}");
        }
    }

    @Test
    void anOpenInterestThatIsPublishedLaterIsFilledIn() throws Exception {
        fixture.store(settlement("final", 10, "90005", null, "250"));
        fixture.store(settlement("final", 20, "90005.0", "4321", null));
        assertThat(only("settlements"))
                .containsEntry("open_interest", d("4321"))
                .containsEntry("basis", d("250"));
        fixture.store(settlement(null, 30, "90001", "1", null));
        assertThat(only("settlements")).containsEntry("price", d("90005.0")).containsEntry("open_interest", d("4321"));
    }

    @Test
    void settlementsOfOneBatchAreMergedAsThoseOfSeveral() throws Exception {
        List<Settlement> all = List.of(
                settlement(null, 50, "1", "7", "3"),
                settlement("final", 30, "3", null, null),
                settlement("early", 10, "3", null, "5"),
                settlement("final", 40, "4", null, null),
                settlement("preliminary", 20, "4", "9", "6"));
        for (Settlement each : all) {
            fixture.store(each);
        }
        String columns = "SELECT price, open_interest, basis, received_at, metadata FROM settlements";
        Map<String, Object> apart = fixture.database.rows(columns).getFirst();
        empty();
        fixture.handler.handle(List.copyOf(all));
        assertThat(fixture.database.rows(columns)).hasSize(1);
        assertThat(fixture.database.rows(columns).getFirst()).hasToString(apart.toString());
        assertThat(apart).containsEntry("price", d("4")).containsEntry("open_interest", d("7"));
    }

    private static OptionSummary option(int strike, long time, @Nullable String iv, @Nullable String openInterest) {
        InstrumentId id = new InstrumentId("deribit", Market.OPTION, "BTC-25DEC26-" + strike + "-C");
        return new OptionSummary(
                Header.venue(id, time, time + 5),
                "BTC",
                d("0.0512"),
                d(iv),
                d("55.1"),
                d("55.9"),
                d("0.51234"),
                d("0.00001"),
                d("110.12345"),
                d("-45.54321"),
                d("90123.4567"),
                d(openInterest));
    }

    @Test
    void oneRowIsStoredForEachOptionAndInterval() throws Exception {
        for (int second = 0; second < 25; second++) {
            fixture.store(
                    option(90_000, TIME + second * SECOND, "55." + second, "10"),
                    option(95_000, TIME + second * SECOND, "60." + second, "20"));
        }
        fixture.store(option(90_000, TIME, "55.0", "10"));
        assertThat(fixture.database.column(
                        "SELECT mark_iv FROM option_summaries WHERE symbol LIKE '%-90000-%' ORDER BY timestamp"))
                .containsExactly(d("55.0"), d("55.10"), d("55.20"));
        assertThat(fixture.database.count("SELECT count(*) FROM option_summaries"))
                .isEqualTo(6);
    }

    @Test
    void whatTheFirstOfAnIntervalLeavesOpenIsFilledInByThoseAfterIt() throws Exception {
        fixture.store(option(90_000, TIME, null, "10"));
        fixture.store(option(90_000, TIME + 2 * SECOND, "55.5", null), option(90_000, TIME + 3 * SECOND, "56", "11"));
        assertThat(only("option_summaries"))
                .containsEntry("mark_iv", d("55.5"))
                .containsEntry("open_interest", d("10"));
    }

    @Test
    void anOptionCostsUnder300BytesWithItsIndexes() throws Exception {
        long before = optionBytes();
        int chains = 20;
        for (int chain = 0; chain < chains; chain++) {
            List<MarketEvent> events = new ArrayList<>();
            for (int strike = 1; strike <= 1_000; strike++) {
                events.add(option(strike * 100, TIME + chain * 10 * SECOND, "55.1", "1234.5"));
            }
            assertThat(fixture.handler.handle(events)).isEmpty();
        }
        long each = (optionBytes() - before) / (chains * 1_000);
        System.out.println(getClass().getSimpleName() + ": an option costs " + each + " bytes");
        assertThat(each).isPositive().isLessThan(MAX_OPTION_BYTES);
    }

    private long optionBytes() {
        return fixture.database.count("SELECT pg_total_relation_size('store.option_summary') + coalesce((SELECT"
                + " sum(pg_total_relation_size(inhrelid)) FROM pg_inherits"
                + " WHERE inhparent = 'store.option_summary'::regclass), 0)");
    }

    @Test
    void aQuotientInTheDatabaseIsRoundedAsOneInJava() {
        Random random = new Random(5);
        List<String> pairs =
                new ArrayList<>(List.of("(1, 3)", "(-2, 3)", "(1e20, 7)", "(5, 1e-9)", "(1, 8)", "(99, 1e2)"));
        for (int i = 0; i < 500; i++) {
            pairs.add("(" + number(random) + ", " + number(random).abs().add(BigDecimal.ONE) + ")");
        }
        fixture.database
                .rows("SELECT above, below, store.quotient(above, below) AS quotient FROM (VALUES "
                        + String.join(", ", pairs) + ") AS p (above, below)")
                .forEach(row -> assertThat((BigDecimal) row.get("quotient"))
                        .as(row.toString())
                        .isEqualByComparingTo(
                                Decimals.divide((BigDecimal) row.get("above"), (BigDecimal) row.get("below"))));
        assertThat(fixture.database.column("SELECT store.quotient(1, 0) UNION ALL SELECT store.quotient(0, 5)"))
                .containsExactly(null, BigDecimal.ZERO);
    }

    private static BigDecimal number(Random random) {
        return new BigDecimal(new BigInteger(1 + random.nextInt(90), random), random.nextInt(30))
                .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
    }

    @Test
    void predictionsForSeveralVenuesAtOneMomentAreSeveralRates() throws Exception {
        fixture.store(predicted("binance"), predicted("bybit"), predicted("binance"));
        assertThat(fixture.database.column("SELECT metadata ->> 'venue' FROM funding_rates"))
                .containsExactlyInAnyOrder("binance", "bybit");
    }

    private static FundingRate predicted(String venue) {
        InstrumentId id = new InstrumentId("hyperliquid", Market.PERPETUAL, "BTC");
        return new FundingRate(
                Header.received(id, TIME),
                d("0.0001"),
                FundingStatus.ESTIMATED,
                d("8"),
                d("0.0001"),
                null,
                null,
                Map.of("venue", venue));
    }
}
