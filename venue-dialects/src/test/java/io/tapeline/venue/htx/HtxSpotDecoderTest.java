package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What could be misread, and what is not as it should be. */
class HtxSpotDecoderTest {
    private final HtxSpotVenue venue = new HtxSpotVenue(HtxSpotSettings.defaults());

    private List<Decoded> decode(VenuePayload payload) {
        return venue.decoder().decode(payload.frame(venue.feed()), InstrumentLookup.NONE);
    }

    private List<Decoded> decode(String text) {
        return decode(VenuePayload.stream("", text));
    }

    private <T extends MarketEvent> T event(Class<T> type, String text) {
        return type.cast(((Decoded.Event) decode(text).getFirst()).event());
    }

    private static String trades(String rows) {
        return "{\"ch\":\"market.zeneth.trade.detail\",\"ts\":1618678006267,\"tick\":{\"id\":100373972746,"
                + "\"ts\":1618678006262,\"data\":[" + rows + "]}}";
    }

    @Test
    void aTradeIsKnownByItsShortIdAndOneOfMoreThan64BitsBesideItHarmsNothing() {
        List<Decoded> decoded = decode(trades("""
                {"id":100373972746255757500235867,"ts":1618678006262,"tradeId":100039973212,"amount":7.2,\
                "price":0.051598,"direction":"sell"},\
                {"id":100373972746255757533397552,"ts":1618678006262,"tradeId":100039973211,"amount":4.0E7,\
                "price":9.2E-7,"direction":""}"""));
        assertThat(decoded)
                .extracting(one -> ((Trade) ((Decoded.Event) one).event()).tradeId())
                .as("as sent, the newest first")
                .containsExactly("100039973212", "100039973211");
        Trade second = (Trade) ((Decoded.Event) decoded.getLast()).event();
        assertThat(second.side()).isEqualTo(Side.UNKNOWN);
        assertThat(second.price().toPlainString()).isEqualTo("0.00000092");
        assertThat(second.size().toPlainString()).isEqualTo("40000000");
        assertThat(second.instrumentId().symbol()).isEqualTo("zeneth");
        assertThat(second.header().timestamp()).isEqualTo(1_618_678_006_262_000L);
    }

    @Test
    void topicsAreReadInAnyCase() {
        Quote quote = event(Quote.class, """
                {"ch":"market.BTCUSDT.bbo","ts":1588227079008,"tick":{"ask":9434.09,"askSize":0.3,\
                "quoteTime":1588227079007,"bid":null}}
                """);
        assertThat(quote.instrumentId().symbol()).isEqualTo("btcusdt");
        assertThat(quote.sequence()).as("some pairs have none").isNull();
        assertThat(quote.bidPrice()).as("a side without orders").isNull();
        assertThat(quote.bidSize()).isNull();
        assertThat(quote.header().timestamp()).isEqualTo(1_588_227_079_007_000L);
    }

    @Test
    void aRequestedBookAnswersItsRequest() {
        List<Decoded> decoded = decode(HtxSpotPayloads.SNAPSHOT);
        BookUpdate book = (BookUpdate) decoded.getFirst();
        assertThat(book.snapshot()).isTrue();
        assertThat(book.lastSequence()).isEqualTo(109409288160L);
        assertThat(book.header().timestamp()).isEqualTo(1_593_561_601_666_000L);
        assertThat(decoded.getLast()).isEqualTo(new Decoded.Acknowledged("1"));
        BookUpdate untimed = (BookUpdate) decode("""
                {"id":"id2","rep":"market.btcusdt.mbp.5","status":"ok","data":{"seqNum":100020142010,\
                "bids":[[618.37,71.594]],"asks":[[650.59,14.909733438479636]]}}
                """).getFirst();
        assertThat(untimed.header().timeSource()).isEqualTo(TimeSource.RECEIVE);
    }

    @Test
    void aRefusedRequestIsARefusalAndOtherAnswersAreNotAskedFor() {
        assertThat(decode("{\"status\":\"error\",\"ts\":1494326028889,\"id\":\"4\",\"err-code\":\"bad-request\","
                        + "\"err-msg\":\"429 too many request\",\"rep\":\"market.btcusdt.mbp.150\"}"))
                .containsExactly(new Decoded.Rejected("4", "bad-request: 429 too many request"));
        assertThat(decode("{\"status\":\"ok\",\"id\":\"4\",\"rep\":\"market.btcusdt.kline.1min\",\"data\":[]}"))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @Test
    void aSideThatIsMissingDidNotChange() {
        BookUpdate change = (BookUpdate) decode("""
                {"ch":"market.btcusdt.mbp.5","ts":1573199608679,"tick":{"seqNum":100020146795,\
                "prevSeqNum":100020146794,"asks":[[645.140000000000000000,26.75597395914065]]}}
                """).getFirst();
        assertThat(change.bids().isEmpty()).isTrue();
        assertThat(change.asks().price(0).toPlainString()).isEqualTo("645.140000000000000000");
        assertThat(change.previousSequence()).isEqualTo(100020146794L);
    }

    /** The documentation's example of {@code mbp.5} has twenty. */
    @Test
    void aLevelOfMoreThanEighteenDigitsIsRefusedByName() {
        assertThat(decode(HtxSpotPayloads.change(1, 2, "[[645.14,26.755973959140651643]]", "[]")))
                .containsExactly(
                        new Decoded.Malformed("asks: a book level has at most 18 digits, got 26.755973959140651643"));
    }

    @Test
    void whatHasNoNumberOfTheOneBeforeIsNoChangeOfABook() {
        assertThat(decode("{\"ch\":\"market.btcusdt.mbp.150\",\"ts\":1,\"tick\":{\"seqNum\":5,\"bids\":[]}}"))
                .containsExactly(new Decoded.Malformed("prevSeqNum: expected a value, got nothing"));
    }

    @Test
    void aPingIsAnsweredWithItsNumber() {
        assertThat(decode("{\"ping\":1618678073643}")).containsExactly(new Decoded.Reply("{\"pong\":1618678073643}"));
        assertThat(decode("{\"id\":1,\"status\":\"ok\",\"subbed\":\"market.trioeth.depth.step0\",\"ts\":1}"))
                .as("a number that was sent as such comes back as such")
                .containsExactly(new Decoded.Acknowledged("1"));
    }

    @Test
    void oneBadTradeDoesNotSpoilItsNeighbours() {
        List<Decoded> decoded = decode(trades("""
                {"ts":1618678006262,"tradeId":"x1","amount":7.2,"price":0.051598,"direction":"sell"},\
                {"ts":1618678006262,"tradeId":100039973211,"amount":7.2,"price":0.051598,"direction":"sell"}"""));
        assertThat(decoded.getFirst()).isEqualTo(new Decoded.Malformed("tradeId: expected a whole number, got 'x1'"));
        assertThat(decoded.getLast()).isInstanceOf(Decoded.Event.class);
        assertThat(decode(trades(""))).isEmpty();
    }

    @Test
    void repairedTradesAndCandlesAreReadOldestFirst() {
        assertThat(decode(HtxSpotPayloads.rest("/market/history/trade", "symbol=btcusdt", HtxSpotPayloads.TRADES)))
                .extracting(one -> ((Trade) ((Decoded.Event) one).event()).tradeId())
                .containsExactly("102517381180", "102517381181", "102517381182");
        List<Decoded> candles = decode(
                HtxSpotPayloads.rest("/market/history/kline", "symbol=btcusdt&period=5min", HtxSpotPayloads.CANDLES));
        assertThat(candles)
                .extracting(one -> ((Candle) ((Decoded.Event) one).event()).closed())
                .as("the second still runs")
                .containsExactly(true, false);
    }

    @Test
    void pairsAreListedByTheirParts() {
        List<Instrument> pairs = HtxSpotPayloads.listed(HtxSpotPayloads.LISTING);
        assertThat(pairs).extracting(Instrument::symbol).containsExactly("ethusdt", "btcusdt", "trioeth");
        Instrument ether = pairs.getFirst();
        assertThat(ether.id().market()).isEqualTo(Market.SPOT);
        assertThat(ether.unifiedSymbol()).isEqualTo("ETH/USDT");
        assertThat(ether.tickSize()).isEqualTo("0.01");
        assertThat(ether.lotSize()).isEqualTo("0.0001");
        assertThat(ether.takerFeeBps()).isEqualTo("20");
        assertThat(ether.listedAt()).isEqualTo(1_514_779_200_000_000L);
        assertThat(ether.live()).isTrue();
        assertThat(pairs.getLast().endedAt()).as("when that was seen").isEqualTo(VenuePayload.RECEIVED);
    }

    @Test
    void aListingOfNewValuesStopsNothing() {
        String listing = HtxSpotPayloads.LISTING.replace("\"state\":\"online\"", "\"state\":\"fuse\"");
        assertThat(HtxSpotPayloads.listed(listing).getFirst().live()).isTrue();
        Instrument without = HtxSpotPayloads.listed(HtxSpotPayloads.LISTING.replace("\"tpp\":2,", ""))
                .getFirst();
        assertThat(without.tickSize()).isNull();
        assertThat(decode(
                        HtxSpotPayloads.listing("{\"status\":\"ok\",\"data\":[{\"sc\":\"ab\",\"bc\":\"a\",\"qc\":\"b\","
                                + "\"state\":\"online\",\"tpp\":99}]}")))
                .containsExactly(new Decoded.Malformed("tpp: expected 0 to 30 decimals, got 99"));
    }

    @Test
    void anErrorWithHttp200IsARefusal() {
        assertThat(venue.rest()
                        .refusals()
                        .inAnswer("{\"ts\":1629793657842,\"status\":\"error\",\"err-code\":\"invalid-parameter\","
                                + "\"err-msg\":\"invalid symbol\"}"))
                .contains(Reason.REFUSED);
        assertThat(venue.rest().refusals().reason(403, "<html>Forbidden</html>"))
                .isEqualTo(Reason.BLOCKED);
        assertThat(decode(HtxSpotPayloads.rest(
                        "/market/depth",
                        "symbol=nosuch",
                        "{\"status\":\"error\",\"err-code\":\"invalid-parameter\",\"err-msg\":\"invalid symbol\"}")))
                .containsExactly(new Decoded.Rejected(null, "invalid-parameter: invalid symbol"));
    }
}
