package io.tapeline.venue.gmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class GmxDecoderTest {
    static <T extends MarketEvent> List<T> events(Class<T> type, VenuePayload payload) {
        return GmxPayloads.decode(payload, GmxPayloads.instruments()).stream()
                .filter(Decoded.Event.class::isInstance)
                .map(part -> ((Decoded.Event) part).event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void aMarketIsKnownByItsAddressAndTheMainPoolAlsoByItsUnifiedSymbol() {
        Instrument main = GmxPayloads.instruments().find(GmxPayloads.BTC);
        assertThat(main.id().market()).isEqualTo(Market.PERPETUAL);
        assertThat(main.base()).isEqualTo("BTC");
        assertThat(main.quote()).isEqualTo("USD");
        assertThat(main.settle()).isEqualTo("USDC");
        assertThat(main.unifiedSymbol()).isEqualTo("BTC/USDC:USDC");
        assertThat(main.contractSize()).isEqualTo(BigDecimal.ONE);
        assertThat(main.contractType()).isEqualTo(ContractType.LINEAR);
        assertThat(main.lotSize()).isEqualTo(new BigDecimal("0.00000001"));
        assertThat(main.tickSize()).isNull();
        assertThat(main.sector()).isEqualTo(Sector.MAJORS);
        assertThat(main.takerFeeBps()).isEqualTo("6");
        assertThat(main.listedAt()).isEqualTo(1_691_452_800_000_000L);
        Instrument other = GmxPayloads.instruments().find("0xd62068697bCc92AF253225676D618B0C9f17C663");
        assertThat(other.base()).isEqualTo("BTC");
        assertThat(other.settle()).isEqualTo("tBTC");
        assertThat(other.unifiedSymbol()).isNull();
    }

    @Test
    void ofTwoPoolsInUsdcTheOneWithTheAssetItselfIsTheMainOne() {
        assertThat(GmxPayloads.instruments().find(GmxPayloads.SOL).unifiedSymbol())
                .isEqualTo("SOL/USDC:USDC");
        assertThat(GmxPayloads.instruments()
                        .find("0xcf083d35AD306A042d4Fb312fCdd8228b52b82f8")
                        .unifiedSymbol())
                .isNull();
    }

    @Test
    void poolsForSwapsAndDeprecatedAndUnlistedMarketsAreNotListed() {
        assertThat(GmxAdapterTest.perpetuals())
                .extracting(Instrument::base)
                .containsExactlyInAnyOrder("BTC", "BTC", "ETH", "SOL", "SOL");
    }

    @Test
    void aMarketThatIsNotListedAnyMoreHasEnded() {
        String delisted = GmxPayloads.MARKETS.text().replace("\"isListed\":true", "\"isListed\":false");
        List<Decoded> again = GmxPayloads.decode(GmxPayloads.MARKETS.withText(delisted), GmxPayloads.instruments());
        assertThat(again)
                .filteredOn(Decoded.Listed.class::isInstance)
                .hasSize(5)
                .allMatch(part -> part instanceof Decoded.Listed(Instrument instrument)
                        && instrument.endedAt() == VenuePayload.RECEIVED);
    }

    @Test
    void addressesAreCaseSensitive() {
        assertThat(GmxPayloads.instruments().find(GmxPayloads.BTC.toLowerCase()))
                .isNull();
    }

    @Test
    void theOraclePriceOfATokenIsThePriceOfTheMarketsOnItThatWereAskedFor() {
        List<MarkPrice> marks = events(MarkPrice.class, GmxPayloads.PRICES);
        assertThat(marks)
                .extracting(mark -> mark.instrumentId().symbol())
                .containsExactly(GmxPayloads.BTC, GmxPayloads.ETH);
        assertThat(marks.getFirst().markPrice()).isEqualTo("61536.387027772485");
        assertThat(marks.getFirst().indexPrice()).isEqualTo("61536.387027772485");
        assertThat(marks.getFirst().header().timestamp()).isEqualTo(1_795_168_799_588_000L);
        assertThat(marks.getLast().markPrice()).as("middle of the bounds").isEqualTo("2049.7627493156645");
    }

    @Test
    void theBoundsAreAQuoteWithoutSizes() {
        Quote quote = events(Quote.class, GmxPayloads.PRICES).getLast();
        assertThat(quote.bidPrice()).isEqualTo("2049.525498631329");
        assertThat(quote.askPrice()).isEqualTo("2050");
        assertThat(quote.bidSize()).isNull();
        assertThat(quote.askSize()).isNull();
    }

    @Test
    void aRecordingOfOthersHasPricesByToken() {
        VenuePayload recorded = VenuePayload.answer(
                "/prices/tickers", GmxPayloads.KEEPER + "/prices/tickers", GmxPayloads.PRICES.text());
        assertThat(events(MarkPrice.class, recorded))
                .hasSize(3)
                .allMatch(mark -> mark.instrumentId().market() == Market.INDEX);
    }

    @Test
    void aPriceOfMoreThanHalfAMinuteAgoIsNone() {
        VenuePayload old = GmxPayloads.PRICES.withText(
                GmxPayloads.PRICES.text().replace("\"updatedAt\":1795168799588", "\"updatedAt\":1795168769999"));
        assertThat(GmxPayloads.decode(old, GmxPayloads.instruments()))
                .contains(new Decoded.Malformed("updatedAt: expected a price of the last 30 s, BTC is older"));
        assertThat(events(MarkPrice.class, old)).hasSize(1);
    }

    @Test
    void growingALongAndShrinkingAShortBuyTheRestSells() {
        for (GmxOrderType type : GmxOrderType.values()) {
            boolean grows = type.name().endsWith("INCREASE");
            assertThat(type.buys(true)).as("%s of a long", type).isEqualTo(grows);
            assertThat(type.buys(false)).as("%s of a short", type).isEqualTo(!grows);
        }
    }

    @Test
    void executionsAreTradesByTheirIdInSecondsInIndexTokens() {
        List<Trade> trades = events(Trade.class, GmxPayloads.TRADES);
        assertThat(trades).extracting(Trade::tradeId).containsExactly("0xaa:1", "0xaa:2", "0xab:1");
        assertThat(trades).extracting(Trade::side).containsExactly(Side.BUY, Side.SELL, Side.BUY);
        Trade first = trades.getFirst();
        assertThat(first.price()).isEqualTo("61536.387027772485");
        assertThat(first.size()).isEqualTo("0.01625056");
        assertThat(first.sizeUnit()).isEqualTo(SizeUnit.BASE);
        assertThat(first.header().timestamp()).isEqualTo(1_795_168_790_000_000L);
        assertThat(first.metadata())
                .containsEntry("order_type", "market_increase")
                .containsEntry("position", "long");
    }

    @Test
    void aLiquidatedShortIsBought() {
        Liquidation forced = events(Liquidation.class, GmxPayloads.TRADES).getFirst();
        assertThat(forced.side()).isEqualTo(Side.BUY);
        assertThat(forced.price()).isEqualTo("2048");
        assertThat(forced.size()).isEqualTo("0.9765625");
        assertThat(forced.tradeId()).isEqualTo("0xab:1");
        assertThat(events(Trade.class, GmxPayloads.TRADES).getLast().isLiquidation())
                .isTrue();
    }

    @Test
    void candlesAreOfTheOraclePriceOldestFirstWithoutVolume() {
        List<Candle> candles = events(Candle.class, GmxPayloads.CANDLES);
        assertThat(candles).extracting(Candle::closed).containsExactly(true, false);
        Candle first = candles.getFirst();
        assertThat(first.header().timestamp()).isEqualTo(1_795_046_400_000_000L);
        assertThat(first.interval()).isEqualTo("1d");
        assertThat(first.source()).isEqualTo(CandleSource.INDEX);
        assertThat(first.low()).isEqualTo("2007.30");
        assertThat(first.volume()).isNull();
    }

    @Test
    void anAnswerWithMorePagesAsksForTheNext() {
        VenuePayload page = GmxPayloads.TRADES.withText("{\"trades\":[],\"nextCursor\":\"abc\",\"hasMore\":true}");
        assertThat(GmxPayloads.decode(page, GmxPayloads.instruments()))
                .singleElement()
                .isInstanceOfSatisfying(Decoded.Continued.class, more -> {
                    assertThat(more.next().uri()).hasToString(page.url());
                    assertThat(more.next().body())
                            .contains(
                                    "\"cursor\":\"abc\"", "\"fromTimestamp\":1795168680", "\"toTimestamp\":1795168860");
                });
    }
}
