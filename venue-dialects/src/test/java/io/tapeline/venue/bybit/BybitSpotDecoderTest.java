package io.tapeline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each thing about a pair that could be misread. */
class BybitSpotDecoderTest {
    private static final InstrumentId PAIR = new InstrumentId("bybit", Market.SPOT, "BTCUSDT");

    private static List<MarketEvent> events(VenuePayload payload) {
        return BybitReading.decoded(BybitReading.SPOT, payload).stream()
                .map(one -> ((Decoded.Event) one).event())
                .toList();
    }

    private static List<MarketEvent> published(String... messages) {
        return BybitReading.published(BybitReading.SPOT, List.of(BybitPairs.bitcoin()), messages);
    }

    @Test
    void theFeedDecidesWhatASymbolIs() {
        for (String symbol : List.of("BTCUSDT", "BTCUSD", "BTC-26DEC25", "BTCUSDH23", "BTC-6JAN23-17500-C")) {
            assertThat(BybitCategory.SPOT.market(symbol)).isEqualTo(Market.SPOT);
            assertThat(BybitCategory.SPOT.sizeUnit(symbol)).isEqualTo(SizeUnit.BASE);
        }
        String text = BybitSpotPayloads.TRADES.text();
        assertThat(BybitReading.event(Trade.class, text).instrumentId())
                .isEqualTo(new InstrumentId("bybit", Market.PERPETUAL, "BTCUSDT"));
        assertThat(events(BybitSpotPayloads.TRADES).getFirst().instrumentId()).isEqualTo(PAIR);
    }

    @Test
    void aTradeHasTheTakersSideAndTheTimeOfTheFill() {
        Trade trade = (Trade) events(BybitSpotPayloads.TRADES).getFirst();
        assertThat(trade.side()).isEqualTo(Side.SELL);
        assertThat(trade.tradeId()).isEqualTo("2290000001190010749");
        assertThat(trade.header().timestamp()).isEqualTo(1_786_538_700_967_000L);
        assertThat(trade.price()).isEqualTo("64103.9");
        assertThat(trade.size()).isEqualTo("0.001683");
        assertThat(trade.sequence()).isEqualTo(112571834997L);
        assertThat(trade.metadata()).isEmpty();
    }

    @Test
    void tradesOffTheBookSaySo() {
        Trade block = (Trade) events(BybitSpotPayloads.TRADES).getLast();
        assertThat(block.metadata()).containsOnlyKeys("block_trade", "rpi_trade");
    }

    @Test
    void tradesOf2023HadNoSequence() {
        Trade trade = (Trade) events(BybitSpotPayloads.OLD_TRADES).getFirst();
        assertThat(trade.sequence()).isNull();
        assertThat(trade.instrumentId().symbol()).isEqualTo("BTCUSDC");
    }

    @Test
    void theNewestTradesAreReadFromTheOldestOnUnderTheIdsOfTheStream() {
        VenuePayload answer = BybitSpotPayloads.all().stream()
                .filter(payload -> payload.channel().endsWith("recent-trade"))
                .findFirst()
                .orElseThrow();
        assertThat(events(answer)).isEqualTo(events(BybitSpotPayloads.TRADES));
    }

    @Test
    void aBookFollowsItsStreamAndTheTimeOfTheEngine() {
        List<MarketEvent> events = published(
                BybitSpotPayloads.SNAPSHOT.text(),
                BybitSpotPayloads.FIRST.text(),
                BybitSpotPayloads.SECOND.text(),
                BybitSpotPayloads.THIRD.text());
        assertThat(BybitReading.of(Book.class, events))
                .extracting(Book::instrumentId, Book::snapshot, Book::sequence, book -> book.header()
                        .timestamp())
                .containsExactly(
                        tuple(PAIR, true, 59438060L, 1_786_540_808_063_000L),
                        tuple(PAIR, false, 59438061L, 1_786_540_808_083_000L),
                        tuple(PAIR, false, 59438062L, 1_786_540_808_083_000L),
                        tuple(PAIR, false, 59438063L, 1_786_540_808_083_000L));
    }

    @Test
    void aBookOf2023HasTheTimeOfTheGateway() {
        BookUpdate old = (BookUpdate) BybitReading.decoded(BybitReading.SPOT, BybitSpotPayloads.OLD_DELTA)
                .getFirst();
        assertThat(old.header().timestamp()).isEqualTo(1_680_652_808_085_000L);
        assertThat(old.sizeUnit()).isEqualTo(SizeUnit.BASE);
    }

    @Test
    void quotesAreTheOneLevelAndItsRepeatsAreSignsOfLife() {
        List<MarketEvent> events = published(
                BybitSpotPayloads.QUOTE.text(),
                BybitSpotPayloads.QUOTE.text().replace("1786613159748", "1786613162748"),
                BybitSpotPayloads.QUOTE.text().replace("72212457", "72212458").replace("2.045546", "2"));
        assertThat(BybitReading.of(Quote.class, events))
                .extracting(Quote::sequence, quote -> quote.bidPrice() + " x " + quote.bidSize())
                .containsExactly(tuple(72212457L, "63705.3 x 2.045546"), tuple(72212458L, "63705.3 x 2"));
    }

    @Test
    void changesOfOneSideOf2023AreMerged() {
        List<MarketEvent> events = published("""
                {"topic":"orderbook.1.BTCUSDT","ts":1680652806504,"type":"snapshot","data":{"s":"BTCUSDT",\
                "b":[["28165.07","0.175231"]],"a":[["28165.08","0.996816"]],"u":20404754,"seq":4281281856}}""", """
                {"topic":"orderbook.1.BTCUSDT","ts":1680652806615,"type":"delta","data":{"s":"BTCUSDT",\
                "b":[["28165.07","0.166754"]],"a":[],"u":20404755,"seq":4281281875}}""");
        assertThat(BybitReading.of(Quote.class, events))
                .extracting(quote -> quote.bidSize() + " " + quote.askSize())
                .containsExactly("0.175231 0.996816", "0.166754 0.996816");
    }

    @Test
    void aRunningCandleIsNotClosed() {
        Candle candle = (Candle) events(BybitSpotPayloads.CANDLE).getFirst();
        assertThat(candle.closed()).isFalse();
        assertThat(candle.interval()).isEqualTo("1m");
        assertThat(candle.volume()).isEqualTo("1.01673");
        assertThat(candle.quoteVolume()).isEqualTo("65173.1079222");
    }

    @Test
    void aTickerSaysNothingOfAPairThatCandlesAndQuotesDoNot() {
        assertThat(BybitReading.decoded(BybitReading.SPOT, BybitSpotPayloads.TICKER))
                .singleElement()
                .isInstanceOf(Decoded.Ignored.class);
    }

    @Test
    void aPongWithoutARequestsIdIsASignOfLife() {
        assertThat(BybitReading.decoded(BybitReading.SPOT, VenuePayload.stream("", """
                                {"success":true,"ret_msg":"pong","conn_id":"0970e817-426e-429a-a679-ff7f55e0b16a","op":"ping"}""")))
                .containsExactly(new Decoded.Heartbeat());
    }
}
