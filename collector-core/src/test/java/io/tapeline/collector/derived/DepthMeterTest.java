package io.tapeline.collector.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.DepthMetrics;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DepthMeterTest {
    private static final InstrumentId ID = new InstrumentId("toy", Market.PERPETUAL, "BTCUSDT");
    private static final Header HEADER = Header.received(ID, 1_795_165_200_000_000L);

    private static Instrument contract(String size, ContractType type) {
        return new Instrument(
                ID,
                "BTC",
                "USD",
                "BTC",
                null,
                Decimals.parse(size),
                type,
                null,
                null,
                null,
                null,
                null,
                Sector.MAJORS,
                null,
                null,
                null,
                null);
    }

    private static Optional<DepthMetrics> of(Levels bids, Levels asks, SizeUnit unit, Instrument instrument) {
        return DepthMeter.of(HEADER, bids, asks, unit, instrument, "5s");
    }

    /**
     * Worked by hand. Mid (111088.53 + 111088.54) / 2 = 111088.535. Neither side has five levels: the mean of the bids is
     * 333253.63 / 3 = 111084.5433..., that of the asks 222188.54 / 2 = 111094.27; their distance 9.7266... / 111088.535 x 100
     * = 0.00875577904296484481 to 18 digits; bids hold 1.5 + 0.25 + 2 = 3.75.
     */
    @Test
    void aBookWithMid111088535() {
        DepthMetrics metrics = of(
                        Levels.of("111088.53", "1.5", "111085.10", "0.25", "111080.00", "2"),
                        Levels.of("111088.54", "0.10", "111100.00", "3.00"),
                        SizeUnit.BASE,
                        null)
                .orElseThrow();
        assertThat(metrics.mid()).isEqualTo(new BigDecimal("111088.535"));
        assertThat(metrics.spreadL5Pct()).isEqualTo(new BigDecimal("0.00875577904296484481"));
        assertThat(metrics.spreadL50Pct()).isEqualTo(metrics.spreadL5Pct());
        assertThat(metrics.spreadL100Pct()).isEqualTo(metrics.spreadL5Pct());
        assertThat(metrics.volL50Bids()).isEqualByComparingTo("3.75");
        assertThat(metrics.volL50Asks()).isEqualByComparingTo("3.10");
        assertThat(metrics.depthBids()).isEqualTo(3);
        assertThat(metrics.depthAsks()).isEqualTo(2);
        assertThat(metrics.interval()).isEqualTo("5s");
    }

    @Test
    void eachSpreadIsThatOfItsLevelAndVolumesAreOfFiftyLevels() {
        Levels.Builder bids = Levels.builder(200);
        Levels.Builder asks = Levels.builder(200);
        for (int level = 1; level <= 200; level++) {
            bids.add(BigDecimal.valueOf(1_000 - level), BigDecimal.ONE);
            asks.add(BigDecimal.valueOf(1_000 + level), BigDecimal.TWO);
        }
        DepthMetrics metrics =
                of(bids.build(), asks.build(), SizeUnit.BASE, null).orElseThrow();
        assertThat(metrics.mid()).isEqualByComparingTo("1000");
        assertThat(metrics.spreadL5Pct()).isEqualByComparingTo("0.6");
        assertThat(metrics.spreadL50Pct()).isEqualByComparingTo("5.1");
        assertThat(metrics.spreadL100Pct()).isEqualByComparingTo("10.1");
        assertThat(metrics.volL50Bids()).isEqualByComparingTo("50");
        assertThat(metrics.volL50Asks()).isEqualByComparingTo("100");
        assertThat(metrics.depthBids()).isEqualTo(100);
    }

    /** 7 contracts of 0.01 BTC are 0.07 BTC; 30 contracts of 100 USD at 60 000 are 0.05 BTC. */
    @Test
    void contractsCountAsBaseUnits() {
        Levels bids = Levels.of("60000", "7");
        Levels asks = Levels.of("60000.5", "30");
        DepthMetrics linear = of(bids, asks, SizeUnit.CONTRACTS, contract("0.01", ContractType.LINEAR))
                .orElseThrow();
        assertThat(linear.volL50Bids()).isEqualByComparingTo("0.07");
        DepthMetrics inverse = of(
                        Levels.of("60000", "30"), asks, SizeUnit.CONTRACTS, contract("100", ContractType.INVERSE))
                .orElseThrow();
        assertThat(inverse.volL50Bids()).isEqualByComparingTo("0.05");
        assertThat(of(bids, asks, SizeUnit.CONTRACTS, null).orElseThrow().volL50Bids())
                .as("without the size of a contract")
                .isNull();
    }

    @Test
    void aCrossedOrOneSidedBookHasNoFigures() {
        assertThat(of(Levels.of("101", "1"), Levels.of("100", "1"), SizeUnit.BASE, null))
                .isEmpty();
        assertThat(of(Levels.of("100", "1"), Levels.of("100.0", "1"), SizeUnit.BASE, null))
                .isEmpty();
        assertThat(of(Levels.EMPTY, Levels.of("100", "1"), SizeUnit.BASE, null)).isEmpty();
        assertThat(of(Levels.of("100", "1"), Levels.EMPTY, SizeUnit.BASE, null)).isEmpty();
    }
}
