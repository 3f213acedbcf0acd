package io.tapeline.venue.coinbasefutures;

import static io.tapeline.venue.coinbasefutures.CoinbaseReading.decoded;
import static io.tapeline.venue.coinbasefutures.CoinbaseReading.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.BookSequencer.Verdict;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Market;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each thing that could be misread. */
class CoinbaseDecoderTest {

    @Test
    void theSideOfATradeIsTheOppositeOfTheRestingOrders() {
        assertThat(events(Trade.class, CoinbasePayloads.TRADES))
                .extracting(Trade::tradeId, Trade::side)
                .as("in the order of their times, whatever that of the rows")
                .containsExactly(tuple("846155152", Side.SELL), tuple("846155153", Side.BUY));
    }

    @Test
    void tradesOfOneInstantAreSortedByTheirIds() {
        String together = CoinbasePayloads.TRADES.text().replace("56.204307Z", "56.164307Z");
        assertThat(events(Trade.class, decoded(together)))
                .extracting(Trade::tradeId)
                .containsExactly("846155152", "846155153");
    }

    @Test
    void whatASubscriptionBeginsWithHappenedBefore() {
        String first = CoinbasePayloads.TRADES.text().replace("\"update\"", "\"snapshot\"");
        assertThat(events(Trade.class, decoded(first)))
                .hasSize(2)
                .allMatch(trade -> trade.header().origin() == Origin.BACKFILL);
        assertThat(events(Trade.class, CoinbasePayloads.TRADES))
                .allMatch(trade -> trade.header().origin() == Origin.LIVE);
    }

    @Test
    void everyEventOfAMessageIsRead() {
        String two = CoinbasePayloads.TRADES
                .text()
                .replace(
                        "]}]}",
                        "]},{\"type\":\"update\",\"trades\":[{"
                                + "\"product_id\":\"ETP-20DEC30-CDE\",\"trade_id\":\"7\",\"price\":\"2666.5\",\"size\":\"1\","
                                + "\"time\":\"2026-09-30T02:39:56.164307Z\",\"side\":\"SELL\"}]}]}");
        assertThat(events(Trade.class, decoded(two)))
                .extracting(trade -> trade.instrumentId().symbol())
                .containsExactly("BIP-20DEC30-CDE", "BIP-20DEC30-CDE", "ETP-20DEC30-CDE");
    }

    @Test
    void aTradeWithoutTimeHasThatOfItsReceipt() {
        String timeless =
                CoinbasePayloads.TRADES.text().replaceAll("2026-09-30T02:39:56.\\d{6}Z", "0001-01-01T00:00:00.000000Z");
        assertThat(events(Trade.class, decoded(timeless)))
                .allMatch(trade -> trade.header().timeSource() == TimeSource.RECEIVE);
    }

    @Test
    void everyFrameHasItsNumber() {
        assertThat(decoded(CoinbasePayloads.HEARTBEAT))
                .containsExactly(new Decoded.Heartbeat(), new Decoded.FrameNumber(12));
        assertThat(decoded(CoinbasePayloads.TRADES)).last().isEqualTo(new Decoded.FrameNumber(15));
    }

    @Test
    void aFrameThatCannotBeReadWholeCountsAsLost() {
        String spoiled =
                CoinbasePayloads.SECOND.text().replaceFirst("\"new_quantity\":\"9\"", "\"new_quantity\":\"0.-10000\"");
        assertThat(decoded(spoiled))
                .singleElement()
                .isEqualTo(new Decoded.Malformed("new_quantity: expected a decimal number, got '0.-10000'"));
    }

    @Test
    void aBookHasContractsAndTheTimeOfItsLastChange() {
        BookUpdate book = (BookUpdate) decoded(CoinbasePayloads.SNAPSHOT).getFirst();
        assertThat(book.snapshot()).isTrue();
        assertThat(book.sizeUnit()).isEqualTo(SizeUnit.CONTRACTS);
        assertThat(book.bids().size()).isEqualTo(2);
        assertThat(book.asks().price(0)).isEqualTo("68930");
        assertThat(book.lastSequence()).isEqualTo(11);
        assertThat(book.header().timestamp()).isEqualTo(1_790_735_996_000_000L);
    }

    @Test
    void aChangeThatIsSaidToBeOf1970HasTheTimeOfItsMessage() {
        String timeless = CoinbasePayloads.FIRST.text().replace("2026-09-30T02:39:56.136709Z", "1970-01-01T00:00:00Z");
        assertThat(((BookUpdate) decoded(timeless).getFirst()).header().timestamp())
                .isEqualTo(1_790_735_996_164_663L);
    }

    @Test
    void aFrameThatComesOutOfOrderIsNoChangeToApply() {
        BookSequencer rules = CoinbaseInstruments.VENUE.books().orElseThrow();
        assertThat(rules.next(500, update(499))).isEqualTo(Verdict.RESYNC);
        assertThat(rules.next(500, update(500))).as("two events of one frame").isEqualTo(Verdict.APPLY);
        assertThat(rules.next(500, update(507))).isEqualTo(Verdict.APPLY);
        assertThat(rules.next(500, update(3))).as("another connection").isEqualTo(Verdict.APPLY);
    }

    private static BookUpdate update(long frame) {
        return (BookUpdate) decoded(CoinbasePayloads.book(frame, "update", CoinbasePayloads.update("bid", "1", "1")))
                .getFirst();
    }

    @Test
    void aQuoteIsThatOfItsMessage() {
        Quote quote = events(Quote.class, CoinbasePayloads.TICKER).getFirst();
        assertThat(quote.bidPrice()).isEqualTo("68925");
        assertThat(quote.askSize()).isEqualTo("7");
        assertThat(quote.sizeUnit()).isEqualTo(SizeUnit.CONTRACTS);
        assertThat(quote.header().timestamp()).isEqualTo(1_790_735_996_367_159L);
    }

    @Test
    void aCandleIsFinalSomeTimeAfterItsEnd() {
        assertThat(events(Candle.class, CoinbasePayloads.CANDLES).getFirst())
                .returns("5m", Candle::interval)
                .returns(1_790_735_700_000_000L, candle -> candle.header().timestamp())
                .returns(false, Candle::closed);
        String later = CoinbasePayloads.CANDLES.text().replace("02:39:56.39625135Z", "02:40:10Z");
        assertThat(events(Candle.class, decoded(later)).getFirst().closed()).isTrue();
        String almost = CoinbasePayloads.CANDLES.text().replace("02:39:56.39625135Z", "02:40:09Z");
        assertThat(events(Candle.class, decoded(almost)).getFirst().closed()).isFalse();
    }

    @Test
    void fundingOfAFullHourThatHasPassedIsSettled() {
        FundingRate funding = events(
                        FundingRate.class, CoinbaseInstruments.decoded(CoinbasePayloads.PERPETUAL, symbol -> null))
                .getFirst();
        assertThat(funding.status()).isEqualTo(FundingStatus.SETTLED);
        assertThat(funding.rate()).isEqualTo("0.000013");
        assertThat(funding.intervalHours()).isEqualByComparingTo("1");
        assertThat(funding.header().timestamp()).isEqualTo(1_795_168_800_000_000L);
        assertThat(funding.nextFundingTime()).isNull();
    }

    @Test
    void fundingOfAnHourToComeIsAnEstimate() {
        String ahead = CoinbasePayloads.PERPETUAL.replace("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z");
        FundingRate funding = events(FundingRate.class, CoinbaseInstruments.decoded(ahead, symbol -> null))
                .getFirst();
        assertThat(funding.status()).isEqualTo(FundingStatus.ESTIMATED);
        assertThat(funding.nextFundingTime()).isEqualTo(1_795_172_400_000_000L);
    }

    @Test
    void datedFuturesHaveNoFunding() {
        assertThat(events(FundingRate.class, CoinbaseInstruments.decoded(CoinbasePayloads.FUTURE, symbol -> null)))
                .isEmpty();
    }

    @Test
    void aListingAloneSaysNothingOfPrices() {
        assertThat(decoded(CoinbasePayloads.products(CoinbasePayloads.PERPETUAL, "#listing=only")))
                .singleElement()
                .isInstanceOf(Decoded.Listed.class);
    }

    @Test
    void anAnswerNamesAllThatIsSubscribed() {
        assertThat(decoded("""
                {"channel":"subscriptions","timestamp":"2026-09-07T23:37:22.278739877Z","sequence_num":2,"events":[{\
                "subscriptions":{"heartbeats":["heartbeats"],"level2":["BIP-20DEC30-CDE"],\
                "ticker":["BIP-20DEC30-CDE","ETP-20DEC30-CDE"]}}]}"""))
                .containsExactly(
                        new Decoded.Accepted(
                                null,
                                Set.of("level2:BIP-20DEC30-CDE", "ticker:BIP-20DEC30-CDE", "ticker:ETP-20DEC30-CDE")),
                        new Decoded.Acknowledged("heartbeats"),
                        new Decoded.FrameNumber(2));
    }

    @Test
    void theSpellingTellsTheMarketWhereNothingElseDoes() {
        assertThat(CoinbaseProducts.market("BIP-20DEC30-CDE")).isEqualTo(Market.PERPETUAL);
        assertThat(CoinbaseProducts.market("BIT-24APR26-CDE")).isEqualTo(Market.FUTURE);
        assertThat(List.of("BTC-USD", "BTC-PERP-INTX")).noneMatch(CoinbaseProducts::derivative);
    }
}
