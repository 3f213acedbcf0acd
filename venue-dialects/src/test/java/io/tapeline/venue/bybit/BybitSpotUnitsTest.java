package io.tapeline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Amounts worked out by hand from real messages, and what a listing says. */
class BybitSpotUnitsTest {

    private static Trade trade(Instrument pair, String message) {
        List<MarketEvent> events = BybitReading.published(BybitReading.SPOT, List.of(pair), message);
        return BybitReading.of(Trade.class, events).getFirst();
    }

    @Test
    void sizesCountTheBaseAsset() {
        Trade trade = trade(BybitPairs.bitcoin(), BybitSpotPayloads.TRADES.text());
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.BASE);
        assertThat(trade.baseSize()).isEqualTo("0.001683");
        // 0.001683 BTC x 64103.9 = 107.8868637 USDT
        assertThat(trade.valueUsd()).isEqualTo("107.89");
    }

    @Test
    void aPairAgainstDollarsIsNoInverseContract() {
        Instrument pair =
                BybitPairs.listed(BybitSpotPayloads.PAIR.replace("USDT", "USD")).getFirst();
        Trade trade = trade(pair, BybitSpotPayloads.TRADES.text().replace("BTCUSDT", "BTCUSD"));
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.BASE);
        assertThat(trade.baseSize()).isEqualTo("0.001683");
        assertThat(trade.valueUsd()).isEqualTo("107.89");
    }

    @Test
    void aPairAgainstAnotherCoinHasNoValueInDollars() {
        Instrument pair = BybitPairs.listed(
                        BybitSpotPayloads.PAIR.replace("BTC", "ETH").replace("USDT", "BTC"))
                .getFirst();
        Trade trade = trade(pair, BybitSpotPayloads.TRADES.text().replace("BTCUSDT", "ETHBTC"));
        assertThat(trade.baseSize()).isEqualTo("0.001683");
        assertThat(trade.valueUsd()).isNull();
    }

    @Test
    void pairsAreListedAsTheyAre() {
        Instrument pair = BybitPairs.bitcoin();
        assertThat(pair.unifiedSymbol()).isEqualTo("BTC/USDT");
        assertThat(pair.settle()).isNull();
        assertThat(pair.contractType()).isNull();
        assertThat(pair.contractSize()).isNull();
        assertThat(pair.tickSize()).isEqualTo("0.1");
        assertThat(pair.lotSize()).isEqualTo("0.000001");
        assertThat(pair.expiry()).isNull();
        assertThat(pair.listedAt()).isNull();
        assertThat(pair.makerFeeBps()).isEqualByComparingTo(BigDecimal.TEN);
        assertThat(pair.takerFeeBps()).isEqualByComparingTo(BigDecimal.TEN);
        assertThat(pair.live()).isTrue();
    }
}
