package io.tapeline.venue.coinbase;

import static io.tapeline.venue.coinbase.CoinbaseReading.decoded;
import static io.tapeline.venue.coinbase.CoinbaseReading.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.event.Trade;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each thing that could be misread. */
class CoinbaseDecoderTest {

    private static BookUpdate book(VenuePayload payload) {
        return (BookUpdate) decoded(payload).getFirst();
    }

    @Test
    void theSideOfATradeIsTheOppositeOfTheRestingOrders() {
        assertThat(events(Trade.class, CoinbasePayloads.MATCH).getFirst().side())
                .isEqualTo(Side.BUY);
        assertThat(events(Trade.class, CoinbasePayloads.LAST_MATCH).getFirst().side())
                .isEqualTo(Side.SELL);
        assertThat(events(Trade.class, CoinbasePayloads.TRADES))
                .extracting(Trade::tradeId, Trade::side)
                .as("over REST too, where the newest comes first")
                .containsExactly(tuple("1100243479", Side.SELL), tuple("1100243480", Side.BUY));
    }

    @Test
    void aTradeKeepsItsDigitsTimeAndNumbers() {
        Trade trade = events(Trade.class, CoinbasePayloads.MATCH).getFirst();
        assertThat(trade.instrumentId()).hasToString("coinbase:spot:BTC-USD");
        assertThat(trade.tradeId()).isEqualTo("1100243480");
        assertThat(trade.sequence()).isEqualTo(136999327713L);
        assertThat(trade.price()).hasToString("83420.2");
        assertThat(trade.size()).hasToString("0.00136465");
        assertThat(trade.header().timestamp()).isEqualTo(1_795_168_799_795_074L);
        assertThat(trade.header().timeSource()).isEqualTo(TimeSource.VENUE);
    }

    @Test
    void theLastTradeBeforeASubscriptionCountsAsOneOfTheStream() {
        assertThat(events(Trade.class, CoinbasePayloads.LAST_MATCH)
                        .getFirst()
                        .header()
                        .origin())
                .as("its id tells what was missed")
                .isEqualTo(Origin.LIVE);
    }

    @Test
    void aHeartbeatTellsTheNewestTrade() {
        assertThat(decoded(CoinbasePayloads.HEARTBEAT))
                .containsExactly(
                        new Decoded.Heartbeat(),
                        new Decoded.NewestTrade(CoinbaseVenue.instrument("BTC-USD"), 1_100_243_481L));
    }

    @Test
    void changesOfABookAreAbsoluteSizesAndWhatIsBoughtIsABid() {
        BookUpdate change = book(CoinbasePayloads.FIRST);
        assertThat(change.snapshot()).isFalse();
        assertThat(change.bids()).isEqualTo(Levels.of("83420.20", "0.11987123", "83420.19", "0.00000000"));
        assertThat(change.asks()).isEqualTo(Levels.of("83420.21", "0.00000000"));
        assertThat(change.bids().size(1).toPlainString()).isEqualTo("0.00000000");
        assertThat(change.lastSequence()).as("not numbered").isNull();
        assertThat(change.header().timestamp()).isEqualTo(1_795_168_798_798_761L);
    }

    @Test
    void aWholeBookIsASnapshotWithOrWithoutATime() {
        BookUpdate whole = book(CoinbasePayloads.SNAPSHOT);
        assertThat(whole.snapshot()).isTrue();
        assertThat(whole.bids()).isEqualTo(Levels.of("83420.20", "0.07599840", "83420.19", "0.00003405"));
        assertThat(whole.asks()).isEqualTo(Levels.of("83420.21", "0.08080000", "83421.13", "0.00114802"));
        assertThat(whole.header().timeSource()).isEqualTo(TimeSource.VENUE);
        BookUpdate old = book(CoinbasePayloads.OLD_SNAPSHOT);
        assertThat(old.header().timeSource()).isEqualTo(TimeSource.RECEIVE);
        assertThat(old.header().timestamp()).isEqualTo(VenuePayload.RECEIVED);
    }

    @Test
    void theYearOneIsNoTime() {
        BookUpdate change = book(CoinbasePayloads.change("0001-01-01T00:00:00.000000Z", "[\"buy\",\"1.5\",\"2\"]"));
        assertThat(change.header().timeSource()).isEqualTo(TimeSource.RECEIVE);
        assertThat(change.header().timestamp()).isEqualTo(VenuePayload.RECEIVED);
    }

    @Test
    void aTickerIsBestPricesAndOldOnesHaveNoSizes() {
        Quote quote = events(Quote.class, CoinbasePayloads.TICKER).getFirst();
        assertThat(quote.bidPrice()).hasToString("83420.19");
        assertThat(quote.bidSize()).hasToString("0.61540890");
        assertThat(quote.askPrice()).hasToString("83420.20");
        assertThat(quote.askSize()).hasToString("0.18528568");
        assertThat(quote.sequence()).isEqualTo(136999327713L);
        Quote old = events(Quote.class, CoinbasePayloads.OLD_TICKER).getFirst();
        assertThat(old.bidPrice()).hasToString("0.00001303");
        assertThat(old.bidSize()).isNull();
        assertThat(old.askSize()).isNull();
    }

    @Test
    void aSideWithoutOrdersHasNoBestPrice() {
        VenuePayload oneSided = CoinbasePayloads.TICKER.withText(CoinbasePayloads.TICKER
                .text()
                .replace("\"best_bid\":\"83420.19\"", "\"best_bid\":\"0\"")
                .replace("\"best_ask\":\"83420.20\"", "\"best_ask\":\"\""));
        Quote quote = events(Quote.class, oneSided).getFirst();
        assertThat(quote.bidPrice()).isNull();
        assertThat(quote.bidSize()).isNull();
        assertThat(quote.askPrice()).isNull();
        assertThat(quote.askSize()).isNull();
    }

    @Test
    void columnsOfCandlesAreTimeLowHighOpenCloseVolume() {
        Candle candle = events(Candle.class, CoinbasePayloads.CANDLES).getFirst();
        assertThat(candle.header().timestamp()).isEqualTo(1_795_168_680_000_000L);
        assertThat(candle.interval()).isEqualTo("1m");
        assertThat(candle.low()).hasToString("83400.5");
        assertThat(candle.high()).hasToString("83450");
        assertThat(candle.open()).hasToString("83440.11");
        assertThat(candle.close()).hasToString("83420");
        assertThat(candle.volume()).hasToString("4.727521520000001");
    }

    @Test
    void aCandleIsClosedSomeSecondsAfterItsEnd() {
        assertThat(events(Candle.class, CoinbasePayloads.CANDLES))
                .extracting(Candle::closed)
                .containsExactly(true, false);
    }

    @Test
    void booksInBatchesAreAcknowledgedByAnotherName() {
        assertThat(decoded(
                        "{\"type\":\"subscriptions\",\"channels\":[{\"name\":\"level2_50\",\"product_ids\":[\"ETH-USD\","
                                + "\"BTC-USD\"],\"account_ids\":null},{\"name\":\"matches\",\"product_ids\":[\"BTC-USD\"]},"
                                + "{\"name\":\"heartbeat\",\"product_ids\":[\"BTC-USD\"]}]}"))
                .containsExactly(
                        new Decoded.Accepted(
                                null,
                                Set.of(
                                        "level2_batch:ETH-USD",
                                        "level2_batch:BTC-USD",
                                        "matches:BTC-USD",
                                        "heartbeat:BTC-USD")),
                        new Decoded.Acknowledged("heartbeat"));
        assertThat(
                        decoded(
                                "{\"type\":\"subscriptions\",\"channels\":[{\"name\":\"level2\",\"product_ids\":[\"BTC-USD\"]}]}"))
                .containsExactly(new Decoded.Accepted(null, Set.of("level2:BTC-USD")));
    }

    @Test
    void singleOrdersAreIgnored() {
        assertThat(decoded("{\"type\":\"open\",\"product_id\":\"BTC-USD\",\"sequence\":10,\"price\":\"200.2\"}"))
                .singleElement()
                .isInstanceOf(Decoded.Ignored.class);
    }
}
