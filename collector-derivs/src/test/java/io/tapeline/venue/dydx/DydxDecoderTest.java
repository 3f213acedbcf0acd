package io.tapeline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DydxDecoderTest {
    private final Venue venue = new DydxVenue(DydxSettings.defaults());

    private List<Decoded> decode(VenuePayload payload) {
        return venue.decoder().decode(payload.frame("dydx"), InstrumentLookup.NONE);
    }

    private <T extends MarketEvent> List<T> events(VenuePayload payload, Class<T> type) {
        return decode(payload).stream()
                .filter(Decoded.Event.class::isInstance)
                .map(one -> ((Decoded.Event) one).event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void theSideOfATradeIsTheTakersAndItsTimeThatOfTheBlock() {
        Trade trade = events(DydxPayloads.data("v4_trades", "BTC-USD", 1, DydxPayloads.TRADES), Trade.class)
                .getFirst();
        assertThat(trade.side()).isEqualTo(Side.BUY);
        assertThat(trade.tradeId()).isEqualTo("03f89a550000000200000002");
        assertThat(trade.header().timestamp()).isEqualTo(1_765_210_290_590_000L);
        assertThat(trade.header().timeSource()).isEqualTo(TimeSource.VENUE);
        assertThat(trade.header().origin()).isEqualTo(Origin.LIVE);
        assertThat(trade.isLiquidation()).isFalse();
    }

    @Test
    void aLiquidationIsATradeTooWithTheSideOfTheForcedOrder() {
        VenuePayload payload = DydxPayloads.data("v4_trades", "BTC-USD", 1, DydxPayloads.TRADES);
        assertThat(events(payload, Trade.class))
                .extracting(Trade::isLiquidation)
                .containsExactly(false, true);
        assertThat(events(payload, Liquidation.class)).singleElement().satisfies(liquidation -> {
            assertThat(liquidation.side()).isEqualTo(Side.SELL);
            assertThat(liquidation.price()).isEqualTo("89970");
            assertThat(liquidation.tradeId()).isEqualTo("03f89a53000000020000000e");
        });
    }

    @Test
    void deleveragingIsNoTradeOfTheMarket() {
        VenuePayload payload = DydxPayloads.data("v4_trades", "BTC-USD", 1, trade("\"type\":\"DELEVERAGED\","));
        assertThat(events(payload, Trade.class)).isEmpty();
        assertThat(events(payload, Liquidation.class)).hasSize(1);
    }

    @Test
    void aTypeNobodyKnowsIsATradeThatSaysSo() {
        Trade trade = events(
                        DydxPayloads.data("v4_trades", "BTC-USD", 1, trade("\"type\":\"TWAP_SUBORDER\",")), Trade.class)
                .getFirst();
        assertThat(trade.metadata()).isEqualTo(Map.of("type", "TWAP_SUBORDER"));
    }

    private static String trade(String type) {
        return "{\"trades\":[{\"id\":\"03f89a55000000020000000f\",\"side\":\"SELL\",\"size\":\"3.9\",\"price\":\"22.87\","
                + type + "\"createdAt\":\"2024-08-04T07:34:50.628Z\"}]}";
    }

    @Test
    void tradesOfASubscriptionAreHistory() {
        assertThat(events(DydxPayloads.subscribed("v4_trades", "BTC-USD", 3, DydxPayloads.TRADES), Trade.class))
                .extracting(trade -> trade.header().origin())
                .containsOnly(Origin.BACKFILL);
    }

    @Test
    void snapshotsHaveObjectsAndChangesHaveArrays() {
        assertThat(book(DydxPayloads.SNAPSHOT)).satisfies(book -> {
            assertThat(book.snapshot()).isTrue();
            assertThat(book.bids()).isEqualTo(Levels.of("89947", "0.0002", "89946", "0.0002"));
            assertThat(book.lastSequence()).isEqualTo(7);
        });
        assertThat(book(DydxPayloads.SECOND)).satisfies(book -> {
            assertThat(book.snapshot()).isFalse();
            assertThat(book.bids()).isEqualTo(Levels.of("89946", "0"));
            assertThat(book.asks()).isEqualTo(Levels.of("89960", "2"));
        });
    }

    private Decoded.BookUpdate book(VenuePayload payload) {
        return (Decoded.BookUpdate) decode(payload).getFirst();
    }

    @Test
    void aBatchIsSeveralChangesInOrder() {
        VenuePayload batch = VenuePayload.stream(
                "v4_orderbook",
                DydxPayloads.frame(
                        "channel_batch_data",
                        "v4_orderbook",
                        "BTC-USD",
                        11,
                        "[{\"bids\":[[\"1\",\"0\"]]},{\"bids\":[[\"1\",\"5\"]]}]"));
        assertThat(decode(batch))
                .filteredOn(Decoded.BookUpdate.class::isInstance)
                .extracting(one -> ((Decoded.BookUpdate) one).bids())
                .containsExactly(Levels.of("1", "0"), Levels.of("1", "5"));
    }

    @Test
    void everyFrameHasItsNumber() {
        assertThat(decode(VenuePayload.stream(
                        "", "{\"type\":\"connected\",\"connection_id\":\"004a1efa\",\"message_id\":0}")))
                .containsExactly(new Decoded.Acknowledged("connected"), new Decoded.FrameNumber(0));
        assertThat(decode(DydxPayloads.FIRST)).last().isEqualTo(new Decoded.FrameNumber(9));
    }

    @Test
    void theOraclePriceIsMarkAndIndexPrice() {
        MarkPrice mark = events(DydxPayloads.subscribed("v4_markets", "", 17, DydxPayloads.MARKET), MarkPrice.class)
                .getFirst();
        assertThat(mark.markPrice()).isEqualTo("89919.2").isEqualTo(mark.indexPrice());
        assertThat(mark.lastPrice()).isNull();
    }

    @Test
    void fundingIsAFractionPerHour() {
        FundingRate rate = events(DydxPayloads.subscribed("v4_markets", "", 17, DydxPayloads.MARKET), FundingRate.class)
                .getFirst();
        assertThat(rate.rate()).isEqualTo("0.00000254545454545455");
        assertThat(rate.intervalHours()).isEqualTo(BigDecimal.ONE);
        assertThat(rate.status()).isEqualTo(FundingStatus.ESTIMATED);
    }

    @Test
    void openInterestIsTheIndexersWithTheChainsBesideIt() {
        OpenInterest interest = events(
                        DydxPayloads.subscribed("v4_markets", "", 17, DydxPayloads.MARKET), OpenInterest.class)
                .getFirst();
        assertThat(interest.openInterest()).isEqualTo("381.7348");
        assertThat(interest.metadata()).isEqualTo(Map.of("base_open_interest", new BigDecimal("782.0931")));
    }

    @Test
    void anEmptyPriceOfANewMarketIsNoPrice() {
        VenuePayload payload = DydxPayloads.rest(
                "/v4/perpetualMarkets",
                "/perpetualMarkets",
                "{\"markets\":{\"NEW-USD\":{\"ticker\":\"NEW-USD\",\"status\":\"INITIALIZING\",\"oraclePrice\":\"\","
                        + "\"nextFundingRate\":null,\"openInterest\":\"0\",\"tickSize\":\"0.1\",\"stepSize\":\"1\"}}}");
        assertThat(decode(payload)).hasSize(2);
        assertThat(((Decoded.Listed) decode(payload).getFirst()).instrument().live())
                .isTrue();
    }

    @Test
    void aTickerWithCommasKeepsItsBaseWhole() {
        Instrument instrument = DydxInstruments.listed("FARTCOIN,RAYDIUM,9BB6-USD");
        assertThat(instrument.base()).isEqualTo("FARTCOIN,RAYDIUM,9BB6");
        assertThat(instrument.quote()).isEqualTo("USD");
        assertThat(DydxInstruments.listed("BTC-USD").unifiedSymbol()).isEqualTo("BTC/USDC:USDC");
    }

    @Test
    void finalSettlementEndsAnInstrumentAndAPauseDoesNot() {
        assertThat(DydxInstruments.listed("LUNA-USD", "FINAL_SETTLEMENT").endedAt())
                .isEqualTo(VenuePayload.RECEIVED);
        assertThat(DydxInstruments.listed("LUNA-USD", "PAUSED").live()).isTrue();
        assertThat(DydxInstruments.listed("LUNA-USD", "SOMETHING_NEW").live()).isTrue();
    }

    @Test
    void candlesOfAListThatAreOverAreClosedAndThoseOfTheStreamAreNot() {
        assertThat(events(DydxPayloads.subscribed("v4_candles", "BTC-USD/1MIN", 1, DydxPayloads.CANDLES), Candle.class))
                .allMatch(Candle::closed)
                .allMatch(candle -> candle.header().origin() == Origin.BACKFILL)
                .extracting(Candle::interval)
                .containsExactly("1m");
        String row = DydxPayloads.CANDLES.substring(12, DydxPayloads.CANDLES.length() - 2);
        assertThat(events(DydxPayloads.data("v4_candles", "BTC-USD/1MIN", 4, row), Candle.class))
                .noneMatch(Candle::closed);
    }
}
