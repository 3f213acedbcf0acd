package io.tapeline.venue.deribit;

import static io.tapeline.venue.deribit.DeribitFrames.notification;
import static io.tapeline.venue.deribit.DeribitFrames.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.Book;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Base sizes, values in USD and open interest, worked by hand from real rows with the metadata of the listing. */
class DeribitUnitsTest {

    private static <T extends MarketEvent> T only(Class<T> type, String channel, String data) {
        List<MarketEvent> events = published(DeribitInstruments.all(), List.of(notification(channel, data)));
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("none in " + events));
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }

    /** 20 USD at 63 344.5 USD: 20 / 63 344.5 = 0.000315733804829148545 BTC. Not 20 contracts of 10 USD. */
    @Test
    void anInverseTradeIsWorthItsSize() {
        Trade trade = only(Trade.class, "trades.BTC-PERPETUAL.100ms", """
                [{"timestamp":1786563104514,"price":63344.5,"direction":"buy","index_price":63325.19,\
                "trade_id":"440192723","instrument_name":"BTC-PERPETUAL","trade_seq":296152987,"amount":20,"contracts":2}]
                """);
        assertThat(trade.size()).isEqualTo(number("20"));
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.QUOTE);
        assertThat(trade.valueUsd()).isEqualTo(number("20.00"));
        assertThat(trade.baseSize()).isEqualTo(number("0.000315733804829148545"));
    }

    /** 1500 DOGE at 0.13412 USDC: 201.18 USD, and the stablecoin counts one to one. */
    @Test
    void aLinearTradeIsWorthSizeTimesPrice() {
        Trade trade = only(Trade.class, "trades.DOGE_USDC-PERPETUAL.100ms", """
                [{"timestamp":1786563104514,"price":1.3412e-01,"direction":"sell","index_price":0.1341,\
                "trade_id":"USDC-1","instrument_name":"DOGE_USDC-PERPETUAL","trade_seq":7,"amount":1.5e3}]
                """);
        assertThat(trade.baseSize()).isEqualTo(number("1500"));
        assertThat(trade.valueUsd()).isEqualTo(number("201.18"));
    }

    /** 3 options at 0.0525 BTC with the index at 66 930.31: 0.1575 BTC = 10 541.523825 USD. */
    @Test
    void anInverseOptionIsWorthItsPremium() {
        String row = """
                [{"trade_seq":467,"trade_id":"415305279","timestamp":1770984454552,"price":0.0525,"iv":45.91,\
                "instrument_name":"BTC-25DEC26-100000-C","index_price":66930.31,"direction":"buy","amount":3,\
                "liquidation":"T"}]
                """;
        Trade trade = only(Trade.class, "trades.BTC-25DEC26-100000-C.100ms", row);
        assertThat(trade.baseSize()).isEqualTo(number("3"));
        assertThat(trade.valueUsd()).isEqualTo(number("10541.52"));
        assertThat(trade.metadata()).containsEntry("usd_rate", number("66930.31"));
        assertThat(only(Liquidation.class, "trades.BTC-25DEC26-100000-C.100ms", row)
                        .valueUsd())
                .isEqualTo(number("10541.52"));
    }

    /** 2 000 XRP options at 0.021 USDC: 42 USD, whatever the contract of 1 000 XRP. */
    @Test
    void aLinearOptionIsWorthItsPremium() {
        Trade trade = only(Trade.class, "trades.XRP_USDC-25DEC26-1d02-P.100ms", """
                [{"trade_seq":4,"trade_id":"USDC-2","timestamp":1770984454552,"price":0.021,"iv":45.91,\
                "instrument_name":"XRP_USDC-25DEC26-1d02-P","index_price":1.12,"direction":"buy","amount":2000}]
                """);
        assertThat(trade.baseSize()).isEqualTo(number("2000"));
        assertThat(trade.valueUsd()).isEqualTo(number("42.00"));
    }

    /** 716 004 750 USD at a mark price of 63 346.33: 11 303.0186594866664 BTC. */
    @Test
    void inverseOpenInterestIsInDollars() {
        OpenInterest interest = only(OpenInterest.class, "ticker.BTC-PERPETUAL.100ms", DeribitTickerPayloads.PERPETUAL);
        assertThat(interest.openInterest()).isEqualTo(number("716004750"));
        assertThat(interest.openInterestUsd()).isEqualTo(number("716004750.00"));
        assertThat(interest.openInterestBase()).isEqualTo(number("11303.0186594866664"));
    }

    /** 250 000 DOGE at 0.2 USDC: 50 000 USD. */
    @Test
    void linearOpenInterestIsInCoins() {
        OpenInterest interest = only(OpenInterest.class, "ticker.DOGE_USDC-PERPETUAL.100ms", """
                {"timestamp":1786563120494,"instrument_name":"DOGE_USDC-PERPETUAL","open_interest":2.5e5,\
                "mark_price":0.2,"index_price":0.2001}
                """);
        assertThat(interest.openInterest()).isEqualTo(number("250000"));
        assertThat(interest.openInterestBase()).isEqualTo(number("250000"));
        assertThat(interest.openInterestUsd()).isEqualTo(number("50000.00"));
    }

    @Test
    void fundingOfEightHoursIsItsOwnRateForEightHours() {
        FundingRate rate = only(FundingRate.class, "ticker.BTC-PERPETUAL.100ms", DeribitTickerPayloads.PERPETUAL);
        assertThat(rate.rate()).isEqualTo(number("0.00010036"));
        assertThat(rate.rate8h()).isEqualTo(number("0.00010036"));
    }

    @Test
    void aBookSaysItsContractSizeThoughItsSizesAreDollars() {
        Book book = published(DeribitInstruments.all(), List.of(DeribitPayloads.SNAPSHOT.frame("deribit"))).stream()
                .filter(Book.class::isInstance)
                .map(Book.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(book.sizeUnit()).isEqualTo(SizeUnit.QUOTE);
        assertThat(book.contractSize()).isEqualTo(number("10"));
    }

    /** The listing has no contract size for it: nothing is guessed, and nothing needs it. */
    @Test
    void aMissingContractSizeStaysMissing() {
        assertThat(DeribitInstruments.named("DOGE_USDC-PERPETUAL").contractSize())
                .isNull();
    }
}
