package io.tapeline.venue.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What could be misread. */
class KrakenDecoderTest {
    private static final InstrumentId BTC = new InstrumentId("kraken", Market.SPOT, "BTC/USD");

    private final KrakenVenue venue = new KrakenVenue(KrakenSettings.defaults());

    private List<Decoded> decode(VenuePayload payload, InstrumentLookup instruments) {
        return venue.decoder().decode(payload.frame(venue.feed()), instruments);
    }

    private List<Decoded> decode(VenuePayload payload) {
        return decode(payload, InstrumentLookup.NONE);
    }

    private List<Decoded> decode(String text) {
        return decode(VenuePayload.stream("", text));
    }

    private <T extends MarketEvent> List<T> events(Class<T> type, List<Decoded> decoded) {
        return decoded.stream()
                .map(one -> type.cast(((Decoded.Event) one).event()))
                .toList();
    }

    private static long micros(String time) {
        Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    @Test
    void theSideOfATradeIsTheTakersAndItsIdANumber() {
        List<Trade> trades = events(Trade.class, decode(KrakenPayloads.TRADES));
        assertThat(trades).extracting(Trade::side).containsExactly(Side.BUY, Side.SELL);
        assertThat(trades).extracting(Trade::tradeId).containsExactly("70635299", "70635300");
        assertThat(trades).extracting(t -> t.size().toPlainString()).containsExactly("0.01044926", "0.10000000");
        assertThat(trades.getFirst().header().timestamp()).isEqualTo(micros("2024-05-27T12:43:11.798009Z"));
        assertThat(trades).allMatch(t -> t.instrumentId().equals(BTC) && t.sizeUnit() == SizeUnit.BASE);
    }

    @Test
    void aFetchedTradeHasTheDigitsOfTheStreamOnceThePairIsKnown() {
        VenuePayload page = KrakenPayloads.rest("/0/public/Trades", "?pair=XBTUSD", KrakenPayloads.TRADE_ROWS);
        assertThat(events(Trade.class, decode(page, KrakenInstruments.lookup())))
                .extracting(t -> t.tradeId() + " " + t.side() + " " + t.price() + " " + t.size())
                .containsExactly("61044952 BUY 30243.4 0.34507674", "61044953 SELL 30243.3 0.00376960");
        assertThat(events(Trade.class, decode(page)))
                .first()
                .matches(t -> t.price().toPlainString().equals("30243.40000"))
                .matches(t -> t.header().timestamp() == micros("2023-07-06T18:53:17.827736Z"));
    }

    @Test
    void theOldestTradesHaveNoId() {
        VenuePayload page = KrakenPayloads.rest("/0/public/Trades", "?pair=XXDGXXBT", """
                {"error":[],"result":{"XXDGXXBT":[["0.00000105","10.00000000",1394064000.1,"s","m",""]],"last":"1"}}
                """);
        assertThat(events(Trade.class, decode(page)))
                .singleElement()
                .matches(t -> t.tradeId() == null)
                .matches(t -> t.instrumentId().symbol().equals("DOGE/BTC"));
    }

    @Test
    void aBookHasNoNumbersAndItsChecksumIsLongerThanAnInt() {
        Decoded.BookUpdate book =
                (Decoded.BookUpdate) decode(KrakenPayloads.SNAPSHOT).getFirst();
        assertThat(book.snapshot()).isTrue();
        assertThat(book.checksum()).isEqualTo(2_439_117_997L);
        assertThat(book.lastSequence()).isNull();
        assertThat(book.header().timeSource()).isEqualTo(TimeSource.RECEIVE);
        assertThat(book.bids().price(6).toPlainString()).isEqualTo("0.566");
        Decoded.BookUpdate update =
                (Decoded.BookUpdate) decode(KrakenPayloads.UPDATE).getFirst();
        assertThat(update.bids()).isEqualTo(Levels.of("0.5657", "1098.3947558"));
        assertThat(update.header().timestamp()).isEqualTo(micros("2023-10-06T17:35:55.440295Z"));
    }

    @Test
    void aQuoteHasItsTimeSince2024AndThatOfReceiptBefore() {
        assertThat(events(Quote.class, decode(KrakenPayloads.TICKER)))
                .singleElement()
                .matches(q -> q.header().timestamp() == micros("2026-07-10T09:00:00.123456Z"))
                .matches(q -> q.bidPrice().toPlainString().equals("65843.7"))
                .matches(q -> q.askSize().toPlainString().equals("0.31232000"));
        String old = KrakenPayloads.TICKER.text().replaceFirst(",\"timestamp\":\"[^\"]*\"", "");
        assertThat(events(Quote.class, decode(old)))
                .singleElement()
                .matches(q -> q.header().timeSource() == TimeSource.RECEIVE);
    }

    @Test
    void aCandleBeginsAtItsIntervalAndIsNeverClosedByTheStream() {
        assertThat(events(Candle.class, decode(KrakenPayloads.CANDLES)))
                .singleElement()
                .matches(c -> c.header().timestamp() == micros("2024-05-17T11:12:00Z"))
                .matches(c -> c.interval().equals("1m") && !c.closed())
                .matches(c -> c.volume().toPlainString().equals("13.31603062") && c.trades() == 9)
                .matches(c -> c.quoteVolume() == null);
    }

    @Test
    void onlyTheLastOfFetchedCandlesStillRuns() {
        VenuePayload page = KrakenPayloads.all().getLast();
        assertThat(events(Candle.class, decode(page)))
                .extracting(Candle::closed)
                .containsExactly(true, false);
        assertThat(events(Candle.class, decode(page)).getFirst())
                .matches(c -> c.volume().toPlainString().equals("3.39243896") && c.trades() == 23);
    }

    @Test
    void pairsHaveTheSpellingOfTheWebsocketAndAllTheirDecimals() {
        List<Instrument> listed = KrakenInstruments.all();
        assertThat(listed).extracting(Instrument::symbol).containsExactly("BTC/USD", "ETH/USD", "DOGE/USD");
        assertThat(listed).extracting(i -> i.tickSize().toPlainString()).containsExactly("0.1", "0.01", "0.0000001");
        assertThat(listed).extracting(i -> i.lotSize().toPlainString()).containsOnly("0.00000001");
        assertThat(listed)
                .extracting(Instrument::takerFeeBps)
                .containsExactly(Decimals.parse("40"), Decimals.parse("26"), Decimals.parse("80"));
        assertThat(listed)
                .extracting(Instrument::makerFeeBps)
                .containsExactly(Decimals.parse("25"), Decimals.parse("16"), Decimals.parse("40"));
        assertThat(listed).allMatch(i -> i.live() && i.unifiedSymbol().equals(i.symbol()) && i.settle() == null);
    }

    @Test
    void theChannelOfInstrumentsListsTheSamePairsAndSaysWhichEnded() {
        List<Instrument> listed = KrakenInstruments.listed(KrakenPayloads.INSTRUMENTS);
        assertThat(listed).extracting(Instrument::symbol).containsExactly("BTC/USD", "MATIC/USD");
        assertThat(listed).extracting(Instrument::live).containsExactly(true, false);
        assertThat(decode(KrakenPayloads.INSTRUMENTS, KrakenInstruments.lookup())
                        .getFirst())
                .isEqualTo(new Decoded.Listed(KrakenInstruments.of("BTC/USD")));
    }

    @Test
    void everyNameOfAPairIsUnderstood() {
        for (String name : List.of("XBTUSD", "XXBTZUSD")) {
            assertThat(KrakenPair.ofRest(name).symbol()).isEqualTo("BTC/USD");
        }
        assertThat(KrakenPair.ofRest("XBTUSDT").symbol()).isEqualTo("BTC/USDT");
        assertThat(KrakenPair.ofRest("ZUSDZCAD").symbol()).isEqualTo("USD/CAD");
        assertThat(KrakenPair.ofRest("XTZUSD").symbol()).isEqualTo("XTZ/USD");
        assertThat(KrakenPair.ofSlashed("wsname", "XDG/XBT").symbol()).isEqualTo("DOGE/BTC");
        assertThat(KrakenPair.ofSlashed("symbol", "DOGE/BTC").rest()).isEqualTo("XDGXBT");
    }

    @Test
    void anAnswerToASubscriptionIsAboutOneStream() {
        assertThat(decode("""
                {"method":"subscribe","req_id":121,"result":{"channel":"ohlc","interval":60,"snapshot":true,\
                "symbol":"ETH/USD","warnings":["timestamp is deprecated, use interval_begin"]},"success":true}""")).containsExactly(new Decoded.Accepted(null, Set.of("ohlc-60:ETH/USD")));
        assertThat(decode("{\"method\":\"unsubscribe\",\"req_id\":2,\"result\":{\"channel\":\"trade\","
                        + "\"symbol\":\"ETH/USD\"},\"success\":true}"))
                .containsExactly(new Decoded.Accepted(null, Set.of("trade:ETH/USD")));
    }

    @Test
    void theNumberOfARequestTellsTheChannelOfARefusal() {
        long id = KrakenStreams.requestId(7, KrakenStreams.TICKER);
        assertThat(decode(refused(id, "Currency pair not supported WWW/USD")))
                .containsExactly(new Decoded.RejectedStream("ticker:WWW/USD", "Currency pair not supported WWW/USD"));
        assertThat(decode(refused(id, "Already subscribed")))
                .containsExactly(new Decoded.Accepted(null, Set.of("ticker:WWW/USD")));
        assertThat(decode(refused(0, "no"))).containsExactly(new Decoded.Rejected("0", "no"));
    }

    private static String refused(long id, String error) {
        return "{\"error\":\"" + error + "\",\"method\":\"subscribe\",\"req_id\":" + id
                + ",\"success\":false,\"symbol\":\"WWW/USD\"}";
    }
}
