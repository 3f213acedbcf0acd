package io.tapeline.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapeline.emulator.market.Black76;
import io.tapeline.emulator.market.OptionChain;
import io.tapeline.emulator.market.OptionContract;
import io.tapeline.emulator.market.OptionQuote;
import io.tapeline.emulator.market.VolatilityIndex;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionChainTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final OptionChain chain = new OptionChain(1, "BTC", START.toEpochMilli(), 3, false);

    @Test
    void black_gives_the_textbook_value() {
        // Hull, Options, Futures, and Other Derivatives, 18.8: with interest of 9 % it is 1.12 for four months.
        double discount = Math.exp(-0.09 / 3);
        Black76 put = new Black76(20, 20, 1 / 3.0, 0.25, false);
        assertThat(put.price() * discount).isCloseTo(1.12, within(0.005));
    }

    @Test
    void calls_and_puts_agree_with_the_forward() {
        for (OptionContract option : chain.contracts()) {
            if (option.call()) {
                OptionQuote call = chain.quote(option);
                OptionQuote put = chain.quote(new OptionContract("BTC", option.strike(), option.expiry(), false));
                assertThat(call.price() - put.price()).isCloseTo(call.underlying() - option.strike(), within(0.01));
                assertThat(call.delta() - put.delta()).isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void greeks_are_the_slopes_of_the_value() {
        Black76 at = new Black76(85_000, 90_000, 0.2, 0.5, true);
        double up = new Black76(85_001, 90_000, 0.2, 0.5, true).price();
        assertThat(up - at.price()).isCloseTo(at.delta(), within(0.01));
        assertThat(new Black76(85_000, 90_000, 0.2, 0.51, true).price() - at.price())
                .isCloseTo(at.vega(), within(1.0));
        assertThat(new Black76(85_000, 90_000, 0.2 - 1 / 365.0, 0.5, true).price() - at.price())
                .isCloseTo(at.theta(), within(1.0));
    }

    @Test
    void strikes_lie_around_the_price_on_three_fridays() {
        List<Long> strikes = chain.contracts().stream()
                .map(OptionContract::strike)
                .distinct()
                .toList();
        assertThat(strikes).containsExactly(70_000L, 75_000L, 80_000L, 85_000L, 90_000L, 95_000L, 100_000L);
        List<Instant> expiries = chain.contracts().stream()
                .map(option -> Instant.ofEpochMilli(option.expiry()))
                .distinct()
                .toList();
        assertThat(expiries)
                .containsExactly(
                        Instant.parse("2026-11-27T08:00:00Z"),
                        Instant.parse("2026-12-04T08:00:00Z"),
                        Instant.parse("2026-12-25T08:00:00Z"))
                .allSatisfy(expiry ->
                        assertThat(expiry.atZone(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY));
    }

    @Test
    void prices_in_coin_are_shares_of_it_and_follow_the_index() {
        OptionChain inCoin = new OptionChain(1, "BTC", START.toEpochMilli(), 3, true);
        OptionContract call = inCoin.contracts().getFirst();
        double before = inCoin.quote(call).price();
        assertThat(before * inCoin.index()).isCloseTo(chain.quote(call).price(), within(0.01));
        inCoin.step(1.1, START.plusSeconds(1).toEpochMilli());
        assertThat(inCoin.quote(call).price()).isGreaterThan(before);
        assertThat(inCoin.quote(call).underlying()).isGreaterThan(93_000);
    }

    @Test
    void the_volatility_index_moves_and_stays_sane() {
        VolatilityIndex index = new VolatilityIndex(1, "BTC");
        double before = index.value();
        for (int second = 0; second < 86_400; second++) {
            index.step();
        }
        assertThat(index.value()).isNotEqualTo(before).isBetween(25.0, 90.0);
    }
}
