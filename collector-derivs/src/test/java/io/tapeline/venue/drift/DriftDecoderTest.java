package io.tapeline.venue.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftDecoderTest {
    static <T extends MarketEvent> List<T> events(Class<T> type, VenuePayload payload) {
        return DriftPayloads.decode(payload).stream()
                .filter(Decoded.Event.class::isInstance)
                .map(part -> ((Decoded.Event) part).event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Decoded.BookUpdate book(VenuePayload payload) {
        return (Decoded.BookUpdate) DriftPayloads.decode(payload).getFirst();
    }

    private static Levels levels(String... numbers) {
        Levels.Builder levels = Levels.builder(numbers.length / 2);
        for (String number : numbers) {
            levels.number(number.toCharArray(), 0, number.length());
        }
        return levels.build();
    }

    @Test
    void perpetualsAreLinearInTheQuoteOfTheHostAndPredictionsAreNone() {
        List<Instrument> instruments = DriftPayloads.instruments();
        assertThat(instruments).extracting(Instrument::symbol).containsExactly("SOL-PERP", "USDT");
        Instrument perpetual = instruments.getFirst();
        assertThat(perpetual.unifiedSymbol()).isEqualTo("SOL/USDT:USDT");
        assertThat(perpetual.contractSize()).isEqualTo("1");
        assertThat(perpetual.takerFeeBps()).isEqualTo("3.5");
        assertThat(perpetual.makerFeeBps()).isEqualTo("-0.25");
        assertThat(instruments.getLast().id().market()).isEqualTo(Market.SPOT);
    }

    @Test
    void aMarketThatIsDelistedHasEnded() {
        VenuePayload delisted = DriftPayloads.MARKETS.withText(DriftPayloads.MARKETS
                .text()
                .replace("\"status\":\"active\",\"precision\":9", "\"status\":\"delisted\",\"precision\":9"));
        Instrument known = DriftPayloads.instruments().getFirst();
        List<Decoded> again = new DriftVenue(DriftPayloads.settings())
                .decoder()
                .decode(delisted.frame("drift"), symbol -> symbol.equals(known.symbol()) ? known : null);
        assertThat(again.getFirst()).isInstanceOfSatisfying(Decoded.Listed.class, listed -> assertThat(
                        listed.instrument().endedAt())
                .isEqualTo(VenuePayload.RECEIVED));
    }

    @Test
    void aBookIsATextInsideTheTextOfIntegers() {
        Decoded.BookUpdate book = book(DriftPayloads.BOOK);
        assertThat(book.snapshot()).isTrue();
        assertThat(book.bids()).isEqualTo(levels("81.8681", "61.04"));
        assertThat(book.asks()).isEqualTo(levels("81.9", "0.002"));
        assertThat(book.sizeUnit()).isEqualTo(SizeUnit.BASE);
        assertThat(book.lastSequence()).isEqualTo(474184487);
        assertThat(book.header().timestamp()).isEqualTo(1_795_168_799_645_000L);
    }

    @Test
    void aBookMayAlsoBeAnObject() {
        String object = DriftPayloads.BOOK
                .text()
                .replace("\"data\":\"{", "\"data\":{")
                .replace("}\"}", "}}")
                .replace("\\\"", "\"");
        assertThat(DriftPayloads.decode(DriftPayloads.BOOK.withText(object)))
                .isEqualTo(DriftPayloads.decode(DriftPayloads.BOOK));
    }

    @Test
    void whatIsOnlyIndicativeIsNoPartOfTheBook() {
        Decoded.BookUpdate book = book(DriftPayloads.BOOK_ANSWER);
        assertThat(book.bids()).isEqualTo(levels("80.2604", "406.2021"));
        assertThat(book.asks()).isEqualTo(levels("81.13045", "0.5", "86.60358", "61.6353"));
        Quote quote = events(Quote.class, DriftPayloads.BOOK_ANSWER).getFirst();
        assertThat(quote.bidPrice()).isEqualTo("80.2604");
        assertThat(quote.askSize()).isEqualTo("0.5");
    }

    @Test
    void markAndOraclePriceComeWithTheBook() {
        MarkPrice mark = events(MarkPrice.class, DriftPayloads.BOOK).getFirst();
        assertThat(mark.markPrice()).isEqualTo("81.12233");
        assertThat(mark.indexPrice()).isEqualTo("81.121");
    }

    @Test
    void aBookOfAHostThatStoppedIsNone() {
        VenuePayload frozen =
                DriftPayloads.BOOK.withText(DriftPayloads.BOOK.text().replace("1795168799645", "1783268433645"));
        assertThat(DriftPayloads.decode(frozen))
                .containsExactly(
                        new Decoded.Malformed("ts: expected a book of the last minute, that of SOL-PERP is older"));
    }

    @Test
    void aBookOfALittleBeforeIsDroppedAndOneOfLongBeforeCountsAnew() {
        DriftBookSequencer rules = new DriftBookSequencer();
        Decoded.BookUpdate update = book(DriftPayloads.BOOK);
        assertThat(rules.supersedes(474184487, update)).isTrue();
        assertThat(rules.supersedes(474184488, update)).isFalse();
        assertThat(rules.supersedes(474184600, update)).isTrue();
    }

    @Test
    void aFillIsATradeOfTheTakersSideAtWhatWasPaid() {
        Trade trade = events(Trade.class, DriftPayloads.UPDATE).getFirst();
        assertThat(trade.tradeId()).isEqualTo("16251183");
        assertThat(trade.side()).isEqualTo(Side.BUY);
        assertThat(trade.price()).isEqualTo("85.7168");
        assertThat(trade.size()).isEqualTo("0.01");
        assertThat(trade.header().timestamp()).isEqualTo(1_774_260_265_000_000L);
        assertThat(trade.metadata()).containsEntry("fill", "orderFilledWithMatch");
    }

    @Test
    void withoutAPriceItIsQuoteOverBase() {
        String unpriced = DriftPayloads.FILL.replace(",\"price\":85.7168", "").replace("\"price\":85.7168", "");
        assertThat(events(Trade.class, DriftPayloads.update(unpriced))
                        .getFirst()
                        .price())
                .isEqualTo("85.7168");
    }

    @Test
    void withoutATakerTheSideIsTheOppositeOfTheMakers() {
        String maker = DriftPayloads.FILL.replace("\"takerOrderDirection\":\"long\",", "");
        assertThat(events(Trade.class, DriftPayloads.update(maker)).getFirst().side())
                .isEqualTo(Side.BUY);
        String neither = maker.replace("\"makerOrderDirection\":\"short\",", "");
        assertThat(events(Trade.class, DriftPayloads.update(neither)).getFirst().side())
                .isEqualTo(Side.UNKNOWN);
    }

    @Test
    void aForcedFillIsATradeAndALiquidationOfTheSameSide() {
        assertThat(events(Trade.class, DriftPayloads.UPDATE))
                .extracting(Trade::isLiquidation)
                .containsExactly(false, true);
        Liquidation forced = events(Liquidation.class, DriftPayloads.UPDATE).getFirst();
        assertThat(forced.side()).as("long closes a short").isEqualTo(Side.BUY);
        assertThat(forced.price()).isEqualTo("85.7168");
    }

    @Test
    void aPositionThatALiquidatorTookOverIsNoTrade() {
        String takeover = DriftPayloads.FILL
                .replace("orderFilledWithMatch", "liquidation")
                .replace("\"filler\":\"JE9m89yHHiCGzzL2FAeeZgHKAFwjkW4Qp1GfjegWnojR\",", "");
        assertThat(events(Trade.class, DriftPayloads.update(takeover))).isEmpty();
        assertThat(events(Liquidation.class, DriftPayloads.update(takeover))).hasSize(1);
    }

    @Test
    void theSameFillHasTheSameDigitsInAnAnswer() {
        Trade answered = events(Trade.class, DriftPayloads.FILLS).getFirst();
        assertThat(answered.price()).isEqualTo("88.367");
        assertThat(answered.size()).isEqualTo("0.26");
        assertThat(answered.tradeId()).isEqualTo("16250001");
    }

    @Test
    void withoutANumberAFillIsKnownByItsPlaceInTheTransaction() {
        VenuePayload unnumbered =
                DriftPayloads.FILLS.withText(DriftPayloads.FILLS.text().replace("\"fillRecordId\":\"16250001\",", ""));
        assertThat(events(Trade.class, unnumbered).getFirst().tradeId()).isEqualTo("66tNKLGr:1");
    }

    @Test
    void aListThatDoesNotReachBackFarEnoughGoesOn() {
        assertThat(DriftPayloads.decode(DriftPayloads.FILLS).getLast())
                .isInstanceOfSatisfying(
                        Decoded.Continued.class, more -> assertThat(more.next().uri())
                                .hasToString(DriftPayloads.DATA
                                        + "/market/SOL-PERP/trades?limit=50&page=eyJwayI6Ik1#from=1772785000"));
        VenuePayload reached = VenuePayload.answer(
                "", DriftPayloads.FILLS.url().replace("1772785000", "1772785900"), DriftPayloads.FILLS.text());
        assertThat(DriftPayloads.decode(reached)).noneMatch(Decoded.Continued.class::isInstance);
    }

    @Test
    void candlesAreOfFillsAndClosedWhenTheirTimeIsOver() {
        Candle candle = events(Candle.class, DriftPayloads.CANDLES).getFirst();
        assertThat(candle.interval()).isEqualTo("1m");
        assertThat(candle.source()).isEqualTo(CandleSource.TRADE);
        assertThat(candle.open()).isEqualTo("88.7234");
        assertThat(candle.close()).isEqualTo("88.64");
        assertThat(candle.volume()).isEqualTo("112.81");
        assertThat(candle.quoteVolume()).isEqualTo("9999.4784");
        assertThat(candle.header().timestamp()).isEqualTo(1_774_000_440_000_000L);
        assertThat(candle.closed()).isTrue();
        VenuePayload open = DriftPayloads.INIT.withText(
                DriftPayloads.INIT.text().replace("\"ts\":1774000440", "\"ts\":1795168800"));
        assertThat(events(Candle.class, open).getFirst().closed()).isFalse();
    }

    @Test
    void bothSocketsSayWhichStreamTheyAccept() {
        assertThat(DriftPayloads.decode(VenuePayload.stream(
                        "",
                        "{\"type\":\"subscription\",\"message\":\"Subscribed to SOL-PERP 1\",\"channelType\":\"candle\","
                                + "\"channel\":\"candle:SOL-PERP:1\",\"symbol\":\"SOL-PERP\",\"resolution\":\"1\"}")))
                .containsExactly(new Decoded.Accepted(null, Set.of("candle:SOL-PERP:1")));
        assertThat(
                        DriftPayloads.decode(
                                VenuePayload.stream(
                                        "",
                                        "{\"message\":\"Subscribe received for channel: orderbook, market: SOL-PERP, marketType: perp\"}")))
                .containsExactly(new Decoded.Accepted(null, Set.of("orderbook:SOL-PERP")));
    }
}
