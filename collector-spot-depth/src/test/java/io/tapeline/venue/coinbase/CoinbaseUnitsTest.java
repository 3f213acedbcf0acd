package io.tapeline.venue.coinbase;

import static io.tapeline.venue.coinbase.CoinbaseReading.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Amounts worked out by hand from the members of real messages. */
class CoinbaseUnitsTest {
    private static final List<Instrument> KNOWN = List.of(CoinbaseReading.bitcoin());

    @Test
    void sizesCountTheBaseAsset() {
        Trade trade = published(Trade.class, KNOWN, CoinbasePayloads.MATCH).getFirst();
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.BASE);
        assertThat(trade.baseSize()).isEqualByComparingTo("0.00136465");
        // 0.00136465 BTC x 83420.2 USD = 113.839375... USD
        assertThat(trade.valueUsd()).hasToString("113.84");
    }

    @Test
    void aTradeIsPublishedOnceThoughItIsToldAgainByTheNextSubscription() {
        assertThat(published(
                        Trade.class,
                        KNOWN,
                        CoinbasePayloads.LAST_MATCH,
                        CoinbasePayloads.MATCH,
                        CoinbasePayloads.MATCH.withText(
                                CoinbasePayloads.MATCH.text().replace("\"match\"", "\"last_match\""))))
                .extracting(Trade::tradeId)
                .containsExactly("1100243479", "1100243480");
    }

    @Test
    void anotherQuoteThanDollarsHasNoValueWhileItsRateIsNotKnown() {
        List<Instrument> euro = CoinbaseReading.listed(
                CoinbasePayloads.PRODUCT.replace("BTC-USD", "BTC-EUR").replace("\"USD\"", "\"EUR\""));
        Trade trade = published(
                        Trade.class,
                        euro,
                        CoinbasePayloads.MATCH.withText(
                                CoinbasePayloads.MATCH.text().replace("BTC-USD", "BTC-EUR")))
                .getFirst();
        assertThat(trade.baseSize()).isEqualByComparingTo("0.00136465");
        assertThat(trade.valueUsd()).isNull();
    }
}
