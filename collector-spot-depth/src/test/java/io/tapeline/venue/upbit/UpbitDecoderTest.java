package io.tapeline.venue.upbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each thing that could be misread. */
class UpbitDecoderTest {
    private static final String TRADE = UpbitPayloads.TRADE.text();

    private static Trade trade(String text) {
        return (Trade) UpbitTape.event(text);
    }

    private static List<MarketEvent> books(long... millis) {
        String[] messages = new String[millis.length];
        for (int i = 0; i < millis.length; i++) {
            messages[i] = UpbitPayloads.book(millis[i], "0.0" + (i + 1)).text();
        }
        return UpbitTape.normalized(List.of(), messages).stream()
                .filter(Book.class::isInstance)
                .toList();
    }

    @Test
    void theSideIsTheTakers() {
        assertThat(trade(TRADE).side()).isEqualTo(Side.BUY);
        assertThat(trade(TRADE.replace("BID", "ASK")).side()).isEqualTo(Side.SELL);
        assertThat(trade(TRADE.replace("BID", "AUCTION")).side()).isEqualTo(Side.UNKNOWN);
    }

    @Test
    void theTimeIsThatOfTheMatchAndNotOfTheSending() {
        assertThat(trade(TRADE).header().timestamp()).isEqualTo(1_795_168_799_846_000L);
    }

    @Test
    void theQuoteIsTheLeftHalfOfACode() {
        Instrument instrument = UpbitInstruments.BTC_ETH;
        assertThat(List.of(instrument.base(), instrument.quote(), instrument.unifiedSymbol()))
                .containsExactly("ETH", "BTC", "ETH/BTC");
    }

    @Test
    void anIdOfSeventeenDigitsKeepsThemAll() {
        assertThat(trade(TRADE).tradeId()).isEqualTo("17951687998460001");
    }

    @Test
    void bothSpellingsSayTheSame() {
        String simple =
                "{\"ty\":\"trade\",\"cd\":\"KRW-BTC\",\"tms\":1795168799910,\"ttms\":1795168799846,\"tp\":116539000,"
                        + "\"tv\":0.02054700,\"ab\":\"BID\",\"sid\":17951687998460001,\"st\":\"REALTIME\"}";
        assertThat(trade(simple)).isEqualTo(trade(TRADE));
        assertThat(UpbitTape.message("[" + simple + "]")).isEqualTo(UpbitTape.message(TRADE));
    }

    @Test
    void exponentsAreWrittenOut() {
        Trade trade = trade(TRADE.replace("\"trade_price\":116539000", "\"trade_price\":1.16539E8")
                .replace("0.02054700", "8.428e-05"));
        assertThat(trade.price().toPlainString()).isEqualTo("116539000");
        assertThat(trade.size().toPlainString()).isEqualTo("0.00008428");
        Decoded.BookUpdate book = (Decoded.BookUpdate) UpbitTape.message(
                        UpbitPayloads.book(1_795_168_799_000L, "5.0E-4").text())
                .getFirst();
        assertThat(book.asks().size(0).toPlainString()).isEqualTo("0.00050");
    }

    @Test
    void microsecondsAreToldByTheirSize() {
        assertThat(trade(TRADE.replace("_timestamp\":1795168799846", "_timestamp\":1795168799846123"))
                        .header()
                        .timestamp())
                .isEqualTo(1_795_168_799_846_123L);
    }

    @Test
    void theTradeThatASubscriptionBeginsWithIsHistory() {
        assertThat(trade(TRADE).header().origin()).isEqualTo(Origin.LIVE);
        assertThat(trade(TRADE.replace("REALTIME", "SNAPSHOT")).header().origin())
                .isEqualTo(Origin.BACKFILL);
        assertThat(UpbitTape.normalized(List.of(), TRADE, TRADE.replace("REALTIME", "SNAPSHOT")))
                .as("when it was seen before")
                .hasSize(1);
    }

    @Test
    void tradesWhoseIdsDecreaseAreAllTrades() {
        assertThat(UpbitTape.normalized(List.of(), TRADE, TRADE.replace("460001", "450009")))
                .hasSize(2);
    }

    @Test
    void aPaddedSideEndsWhereThePriceIsZero() {
        Decoded.BookUpdate book = (Decoded.BookUpdate) UpbitTape.message(
                        "{\"type\":\"orderbook\",\"code\":\"KRW-DOT\",\"timestamp\":"
                                + "1614729599677,\"orderbook_units\":[{\"ask_price\":41840.0,\"bid_price\":41730.0,\"ask_size\":103.6,"
                                + "\"bid_size\":47.62562404},{\"ask_price\":0,\"bid_price\":41720.0,\"ask_size\":102.9,\"bid_size\":250.0}]}")
                .getFirst();
        assertThat(book.asks()).hasToString("[41840.0 x 103.6]");
        assertThat(book.bids()).hasToString("[41730.0 x 47.62562404, 41720.0 x 250.0]");
    }

    @Test
    void aSideThatHasRunOutLeavesItsHalfOfTheQuoteEmpty() {
        Quote quote = (Quote)
                UpbitTape.event(
                        "{\"type\":\"orderbook\",\"code\":\"KRW-DOT\",\"timestamp\":1614729599677,"
                                + "\"orderbook_units\":[{\"ask_price\":0,\"bid_price\":41720.0,\"ask_size\":0,\"bid_size\":250.0}]}");
        assertThat(quote.askPrice()).isNull();
        assertThat(quote.askSize()).isNull();
        assertThat(quote.bidPrice()).isEqualTo("41720.0");
    }

    @Test
    void aBookIsAWholeOneThatNothingVerifies() {
        assertThat(books(1_795_168_799_000L, 1_795_168_799_100L)).allSatisfy(event -> {
            Book book = (Book) event;
            assertThat(book.snapshot()).isTrue();
            assertThat(book.sequence()).isNull();
            assertThat(book.verified()).isEqualTo(Verified.NONE);
            assertThat(book.asks().size()).isEqualTo(2);
        });
    }

    @Test
    void anOlderBookIsDroppedAndOfTwoOfOneTimeBothCount() {
        assertThat(books(1_795_168_799_100L, 1_795_168_799_000L, 1_795_168_799_100L, 1_795_168_799_200L))
                .extracting(event -> ((Book) event).asks().size(0).toPlainString())
                .containsExactly("0.01", "0.03", "0.04");
    }

    @Test
    void aGroupedBookIsNoBook() {
        String grouped = UpbitPayloads.BOOK.text().replace("\"level\":0", "\"level\":10000");
        assertThat(UpbitTape.message(grouped)).containsExactly(new Decoded.Ignored("a book grouped by 10000"));
    }

    @Test
    void aLockedBookIsPublished() {
        String locked = UpbitPayloads.BOOK.text().replace("\"bid_price\":116538000", "\"bid_price\":116539000");
        assertThat(UpbitTape.normalized(List.of(), locked, locked)).hasAtLeastOneElementOfType(Book.class);
    }

    @Test
    void anHourIsSixtyMinutesOfTheVenue() {
        Candle candle = (Candle)
                UpbitTape.event(
                        "{\"type\":\"candle.60m\",\"code\":\"KRW-BTC\",\"candle_date_time_utc\":"
                                + "\"2025-01-02T04:00:00\",\"opening_price\":1,\"high_price\":3,\"low_price\":1,\"trade_price\":2,"
                                + "\"candle_acc_trade_volume\":0.5,\"candle_acc_trade_price\":0.9,\"timestamp\":1735792085824}");
        assertThat(candle.interval()).isEqualTo("1h");
        assertThat(candle.header().timestamp()).isEqualTo(1_735_790_400_000_000L);
        assertThat(candle.close()).isEqualTo("2");
        assertThat(candle.volume()).isEqualTo("0.5");
        assertThat(candle.quoteVolume()).isEqualTo("0.9");
        assertThat(candle.closed()).isFalse();
    }

    @Test
    void ofCandlesThatAreFetchedTheTimeTellsWhichAreOver() {
        String row = "[{\"market\":\"KRW-BTC\",\"candle_date_time_utc\":\"%s\",\"opening_price\":1,\"high_price\":1,"
                + "\"low_price\":1,\"trade_price\":1,\"candle_acc_trade_price\":1,\"candle_acc_trade_volume\":1}]";
        String minutes = "/v1/candles/minutes/1?market=KRW-BTC";
        // Received at 10:00:00.
        assertThat(closed(minutes, row.formatted("2026-11-20T09:58:00"))).isTrue();
        assertThat(closed(minutes, row.formatted("2026-11-20T09:59:00"))).isFalse();
        assertThat(closed("/v1/candles/months?market=KRW-BTC", row.formatted("2026-10-01T00:00:00")))
                .isTrue();
        assertThat(closed("/v1/candles/months?market=KRW-BTC", row.formatted("2026-11-01T00:00:00")))
                .isFalse();
    }

    private static boolean closed(String path, String answer) {
        Decoded.Event event = (Decoded.Event) UpbitTape.answer(path, answer).getFirst();
        return ((Candle) event.event()).closed();
    }

    @Test
    void aTickerIsTheCandleOfItsDay() {
        String ticker =
                "{\"type\":\"ticker\",\"code\":\"KRW-BTC\",\"opening_price\":10,\"high_price\":12,\"low_price\":9,"
                        + "\"trade_price\":11,\"acc_trade_price\":5530.55,\"acc_trade_volume\":0.149474,\"acc_ask_volume\":0.0197006,"
                        + "\"acc_bid_volume\":0.1297734,\"trade_timestamp\":1693383665811,\"timestamp\":%d}";
        Candle day = (Candle) UpbitTape.event(ticker.formatted(1_693_383_690_031L));
        assertThat(day.interval()).isEqualTo("1d");
        assertThat(day.header().timestamp()).isEqualTo(1_693_353_600_000_000L);
        assertThat(day.buyVolume()).isEqualTo("0.1297734");
        assertThat(day.quoteVolume()).isEqualTo("5530.55");
        assertThat(UpbitTape.message(ticker.formatted(1_693_440_000_000L)))
                .as("before the first trade of the next day")
                .singleElement()
                .isInstanceOf(Decoded.Ignored.class);
    }

    @Test
    void aListingLeadsToTheTicksOfWhatItNamesAndKeepsThoseItKnows() {
        String markets = "[{\"market\":\"KRW-BTC\"},{\"market\":\"BTC-ETH\"}]";
        List<Decoded> listed = UpbitTape.answer(
                UpbitListing.DETAILED, markets, code -> code.equals("KRW-BTC") ? UpbitInstruments.KRW_BTC : null);
        assertThat(listed.get(0)).isEqualTo(new Decoded.Listed(UpbitInstruments.KRW_BTC));
        assertThat(((Decoded.Listed) listed.get(1)).instrument().tickSize()).isNull();
        assertThat(((Decoded.Referred) listed.get(2)).call().uri())
                .hasToString(UpbitTape.API + "/v1/orderbook/instruments?markets=KRW-BTC%2CBTC-ETH");
    }

    @Test
    void aListingOfManyLeadsToSeveralCalls() {
        StringBuilder markets = new StringBuilder("[{\"market\":\"KRW-A\"}");
        for (int i = 0; i < 250; i++) {
            markets.append(",{\"market\":\"KRW-A").append(i).append("\"}");
        }
        assertThat(UpbitTape.answer(UpbitListing.DETAILED, markets + "]"))
                .filteredOn(Decoded.Referred.class::isInstance)
                .hasSize(3);
    }

    @Test
    void feesFollowTheQuote() {
        assertThat(UpbitInstruments.KRW_BTC.takerFeeBps()).isEqualTo("5");
        assertThat(UpbitInstruments.USDT_BTC.makerFeeBps()).isEqualTo("25");
        assertThat(UpbitInstruments.KRW_BTC.tickSize()).isEqualTo("1000");
        assertThat(UpbitInstruments.KRW_BTC.lotSize()).isEqualTo("0.00000001");
    }
}
