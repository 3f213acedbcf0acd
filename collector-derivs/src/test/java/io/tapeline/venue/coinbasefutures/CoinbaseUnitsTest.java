package io.tapeline.venue.coinbasefutures;

import static io.tapeline.venue.coinbasefutures.CoinbaseReading.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Amounts worked out by hand from the members of real products. The venue has linear contracts alone. */
class CoinbaseUnitsTest {
    private static final List<Instrument> KNOWN = List.of(CoinbaseInstruments.perpetual());
    private static final VenuePayload STATES = CoinbasePayloads.products(CoinbasePayloads.PERPETUAL, "");

    @Test
    void sizesCountContracts() {
        Trade trade = published(Trade.class, KNOWN, CoinbasePayloads.TRADES).getLast();
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.CONTRACTS);
        assertThat(trade.size()).isEqualTo("3");
        // 3 contracts x 0.01 BTC
        assertThat(trade.baseSize()).isEqualByComparingTo("0.03");
        // 0.03 BTC x 68930.5 = 2067.915 USD
        assertThat(trade.valueUsd()).isEqualTo("2067.92");
    }

    @Test
    void openInterestCountsContractsAtTheLastPriceWhereThereIsNoMark() {
        OpenInterest interest = published(OpenInterest.class, KNOWN, CoinbasePayloads.TRADES, STATES)
                .getFirst();
        assertThat(interest.openInterest()).isEqualTo("183283");
        // 183283 contracts x 0.01 BTC
        assertThat(interest.openInterestBase()).isEqualByComparingTo("1832.83");
        // 1832.83 BTC x 68930.5 = 126337888.315 USD
        assertThat(interest.openInterestUsd()).isEqualTo("126337888.32");
    }

    @Test
    void fundingIsHourly() {
        FundingRate funding = published(FundingRate.class, KNOWN, STATES).getFirst();
        // 0.000013 x 8
        assertThat(funding.rate8h()).isEqualByComparingTo("0.000104");
    }

    @Test
    void volumesOfCandlesAreInTheBaseAsset() {
        // 410 contracts x 0.01 BTC
        assertThat(published(Candle.class, KNOWN, CoinbasePayloads.CANDLES)
                        .getFirst()
                        .volume())
                .isEqualByComparingTo("4.1");
    }

    @Test
    void withoutTheSizeOfAContractNothingIsGuessed() {
        List<Instrument> unsized = CoinbaseInstruments.listed(
                CoinbasePayloads.PERPETUAL.replace("\"contract_size\":\"0.01\"", "\"contract_size\":\"\""));
        Trade trade = published(Trade.class, unsized, CoinbasePayloads.TRADES).getFirst();
        assertThat(trade.baseSize()).isNull();
        assertThat(trade.valueUsd()).isNull();
        assertThat(published(Candle.class, unsized, CoinbasePayloads.CANDLES)
                        .getFirst()
                        .volume())
                .isNull();
    }
}
