package io.tapeline.venue.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.venue.testing.SharedFrames;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolymarketDecoderTest {
    private final Venue venue = new PolymarketVenue(PolymarketSettings.defaults());

    private List<Decoded> decode(VenuePayload payload) {
        return venue.decoder().decode(payload.frame("polymarket"), PolymarketInstruments.lookup());
    }

    private <T extends MarketEvent> List<T> events(VenuePayload payload, Class<T> type) {
        return decode(payload).stream()
                .filter(Decoded.Event.class::isInstance)
                .map(one -> ((Decoded.Event) one).event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private List<MarketEvent> normalized(VenuePayload... payloads) {
        return SharedFrames.normalized(
                venue,
                PolymarketInstruments.some(),
                Arrays.stream(payloads)
                        .map(payload -> payload.frame("polymarket"))
                        .toArray(RawFrame[]::new));
    }

    @Test
    void eachTokenOfAChangeGetsItsOwnAndNothingElse() {
        List<Decoded> said = decode(PolymarketPayloads.FIRST);
        assertThat(said).hasSize(2);
        Decoded.BookUpdate up = (Decoded.BookUpdate) said.getFirst();
        Decoded.BookUpdate down = (Decoded.BookUpdate) said.getLast();
        assertThat(up.header().instrument().symbol()).isEqualTo(PolymarketPayloads.UP);
        assertThat(up.bids()).isEqualTo(Levels.of("0.51", "374.34"));
        assertThat(up.asks().isEmpty()).isTrue();
        assertThat(up.top()).isEqualTo(new Decoded.Top(new BigDecimal("0.51"), new BigDecimal("0.52")));
        assertThat(down.header().instrument().symbol()).isEqualTo(PolymarketPayloads.DOWN);
        assertThat(down.asks()).isEqualTo(Levels.of("0.49", "374.34"));
        assertThat(up.snapshot() || down.snapshot()).isFalse();
    }

    @Test
    void severalChangesOfATokenInAFrameAreOneUpdateWithTheLastBestPrices() {
        VenuePayload frame = PolymarketPayloads.changes(
                1,
                PolymarketPayloads.change(PolymarketPayloads.UP, "0.6", "3300", "BUY", "0.6", "0.7"),
                PolymarketPayloads.change(PolymarketPayloads.UP, "0.7", "10", "SELL", "0.6", "1"));
        Decoded.BookUpdate update = (Decoded.BookUpdate) decode(frame).getFirst();
        assertThat(update.bids()).isEqualTo(Levels.of("0.6", "3300"));
        assertThat(update.asks()).isEqualTo(Levels.of("0.7", "10"));
        assertThat(update.top()).as("an ask of 1 is none").isEqualTo(new Decoded.Top(new BigDecimal("0.6"), null));
    }

    @Test
    void theBestPriceOfABookIsLastOnTheWireAndFirstHere() {
        Book book = (Book) normalized(PolymarketPayloads.SNAPSHOT).getFirst();
        assertThat(book.bids()).isEqualTo(Levels.of("0.5", "15.25", "0.01", "505"));
        assertThat(book.asks()).isEqualTo(Levels.of("0.52", "40", "0.99", "2501"));
        assertThat(book.sequence()).isNull();
        assertThat(book.verified()).isEqualTo(Verified.NONE);
    }

    @Test
    void aPriceIsALevelHoweverItIsWritten() {
        List<MarketEvent> events = normalized(
                PolymarketPayloads.SNAPSHOT,
                PolymarketPayloads.changes(
                        1795168800150L,
                        PolymarketPayloads.change(PolymarketPayloads.UP, "0.50", "0", "BUY", "0.01", "0.52")),
                PolymarketPayloads.changes(
                        1795168800160L,
                        PolymarketPayloads.change(PolymarketPayloads.UP, "0.510", "7", "BUY", "0.51", "0.52")));
        assertThat(OwnBook.of(events.stream().map(Book.class::cast).toList()))
                .isEqualTo(OwnBook.of(normalized(VenuePayload.stream(
                                "book",
                                PolymarketPayloads.SNAPSHOT
                                        .text()
                                        .replace("\"0.5\",\"size\":\"15.25\"", "\"0.51\",\"size\":\"7\"")))
                        .stream()
                        .map(Book.class::cast)
                        .toList()));
    }

    @Test
    void aTradeHasTheTakersSideOnItsTokenAndNoId() {
        Trade trade = events(
                        PolymarketPayloads.trade(PolymarketPayloads.DOWN, "0.585", "2.46", "SELL", 1795168800400L),
                        Trade.class)
                .getFirst();
        assertThat(trade.side()).isEqualTo(Side.SELL);
        assertThat(trade.tradeId()).isNull();
        assertThat(trade.price()).isEqualTo("0.585");
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.BASE);
        assertThat(trade.header().timestamp()).isEqualTo(1795168800400000L);
        assertThat(trade.metadata())
                .isEqualTo(Map.of("outcome", "DOWN", "counts_as", "NO", "transaction_hash", "0x6c83cdd2cd59f46a"));
    }

    @Test
    void whichOfTheTwoCountsAsYesIsASetting() {
        PolymarketTrades otherwise = new PolymarketTrades(false);
        assertThat(PolymarketNames.labels(PolymarketPayloads.UP, PolymarketInstruments.lookup(), otherwise.upIsYes()))
                .containsEntry("counts_as", "NO");
        assertThat(PolymarketNames.labels(PolymarketPayloads.DOWN, PolymarketInstruments.lookup(), true))
                .containsEntry("counts_as", "NO");
    }

    @Test
    void equalFillsOfOneSecondAreTwoTradesAndTheSameOverRest() {
        VenuePayload fill = PolymarketPayloads.trade(PolymarketPayloads.UP, "0.51", "12.5", "BUY", 1795168801100L);
        List<MarketEvent> events = normalized(fill, fill, PolymarketPayloads.trades("1795168800", "1795168801"));
        assertThat(events).hasSize(2).allMatch(Trade.class::isInstance);
        assertThat(events).extracting(event -> event.header().n()).containsExactly(0, 1);
    }

    @Test
    void aQuoteHasNoSizesAndAnEmptySideIsNull() {
        Quote quote =
                events(PolymarketPayloads.best("0.48", "0.51"), Quote.class).getFirst();
        assertThat(quote.bidPrice()).isEqualTo("0.48");
        assertThat(quote.bidSize()).isNull();
        Quote empty = events(PolymarketPayloads.best("0", "0"), Quote.class).getFirst();
        assertThat(empty.bidPrice()).isNull();
        assertThat(empty.askPrice()).isNull();
    }

    @Test
    void aFinerTickBeginsTheBookAnew() {
        List<Decoded> said = decode(PolymarketPayloads.tick());
        assertThat(((Decoded.Listed) said.getFirst()).instrument().tickSize()).isEqualTo("0.001");
        assertThat(said.getLast()).isInstanceOfSatisfying(Decoded.BookRestart.class, restart -> {
            assertThat(restart.header().instrument().symbol()).isEqualTo(PolymarketPayloads.UP);
            assertThat(restart.reason()).isEqualTo("the tick size is now 0.001");
        });
    }

    @Test
    void aMarketThatIsResolvedSettlesBothTokensAtTheWindowsEnd() {
        List<Settlement> told = events(PolymarketPayloads.resolved(), Settlement.class);
        List<Settlement> asked =
                events(PolymarketPayloads.events(PolymarketPayloads.closed("0", "1")), Settlement.class);
        for (List<Settlement> settled : List.of(told, asked)) {
            assertThat(settled).extracting(one -> one.price().toPlainString()).containsExactly("0", "1");
            assertThat(settled).allMatch(one -> one.header().timestamp() == 1795169100000000L);
            assertThat(settled).allMatch(one -> one.tradeDate().equals("2026-11-20"));
        }
        assertThat(asked.getFirst().metadata())
                .containsEntry("price_to_beat", new BigDecimal("85012.123456789012"))
                .containsEntry("resolution_source", "https://data.chain.link/streams/btc-usd")
                .containsEntry("stage", "final");
    }

    @Test
    void aMarketWhereNeitherWonSettlesAtWhatTheVenueSays() {
        assertThat(events(PolymarketPayloads.events(PolymarketPayloads.closed("0.5", "0.5")), Settlement.class))
                .extracting(one -> one.price().toPlainString())
                .containsExactly("0.5", "0.5");
    }

    @Test
    void anInstrumentIsATokenOfAWindow() {
        Instrument up = PolymarketInstruments.some().getFirst();
        assertThat(up.symbol()).isEqualTo(PolymarketPayloads.UP);
        assertThat(up.unifiedSymbol()).isEqualTo("btc-updown-5m-1795168800:UP");
        assertThat(List.of(up.base(), up.quote(), up.settle())).containsExactly("BTC", "USD", "PUSD");
        assertThat(up.expiry()).isEqualTo(1795169100000000L);
        assertThat(up.takerFeeBps()).isEqualTo("350");
        assertThat(up.live()).isTrue();
    }

    @Test
    void withoutMetadataAResolutionIsDatedByItsOwnTime() {
        Settlement settlement = (Settlement) ((Decoded.Event) venue.decoder()
                        .decode(PolymarketPayloads.resolved().frame("polymarket"), InstrumentLookup.NONE)
                        .getFirst())
                .event();
        assertThat(settlement.header().timestamp()).isEqualTo(1795169190000000L);
    }
}
