package io.tapeline.venue.bybit;

import static io.tapeline.venue.bybit.BybitReading.decoded;
import static io.tapeline.venue.bybit.BybitReading.event;
import static io.tapeline.venue.bybit.BybitReading.of;
import static io.tapeline.venue.bybit.BybitReading.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.Decoded.TickerChange;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.LongShortRatio;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each thing that could be misread. */
class BybitDecoderTest {
    private static final List<Instrument> KNOWN = List.of(BybitInstruments.perpetual());

    @Test
    void theSideOfATradeIsTheTakersAndItsTimeTheFills() {
        Trade trade = event(Trade.class, BybitPayloads.TRADES);
        assertThat(trade.side()).isEqualTo(Side.BUY);
        assertThat(trade.header().timestamp()).isEqualTo(1_786_540_363_843_000L);
        assertThat(trade.tradeId()).isEqualTo("e799c7b7-1ccc-53d9-b84a-fb7a460397bc");
        assertThat(trade.sequence()).isEqualTo(760579112851L);
        assertThat(trade.isLiquidation()).isFalse();
        assertThat(trade.metadata()).isEmpty();
    }

    @Test
    void tradesOffTheBookSaySo() {
        Trade block = (Trade) ((Decoded.Event) decoded(BybitPayloads.TRADES).getLast()).event();
        assertThat(block.metadata()).containsOnlyKeys("block_trade", "rpi_trade");
    }

    @Test
    void aLiquidatedShortWasClosedByABuyer() {
        assertThat(event(Liquidation.class, BybitPayloads.LIQUIDATION).side()).isEqualTo(Side.BUY);
        String liquidatedLong = BybitPayloads.LIQUIDATION.text().replace("\"Sell\"", "\"Buy\"");
        Liquidation liquidation = event(Liquidation.class, liquidatedLong);
        assertThat(liquidation.side()).isEqualTo(Side.SELL);
        assertThat(liquidation.price()).isEqualTo("0.04499");
        assertThat(liquidation.header().timestamp()).isEqualTo(1_739_502_302_929_000L);
    }

    @Test
    void theRetiredLiquidationTopicMeansThePositionToo() {
        Liquidation liquidation = event(Liquidation.class, """
                {"data":{"price":"0.03803","side":"Buy","size":"1637","symbol":"GALAUSDT","updatedTime":1673251091822},\
                "topic":"liquidation.GALAUSDT","ts":1673251091822,"type":"snapshot"}""");
        assertThat(liquidation.side()).isEqualTo(Side.SELL);
        assertThat(liquidation.size()).isEqualTo("1637");
    }

    @Test
    void aBookHasTheTimeOfTheEngineOrInOldFramesOfTheGateway() {
        assertThat(((BookUpdate) decoded(BybitPayloads.FIRST).getFirst())
                        .header()
                        .timestamp())
                .isEqualTo(1_786_540_345_147_000L);
        BookUpdate old = (BookUpdate) decoded("""
                {"topic":"orderbook.500.XRPUSDT","type":"delta","ts":1733011200693,"data":{"s":"XRPUSDT",\
                "b":[["1.9531","6198"]],"a":[],"u":53935310,"seq":1}}""").getFirst();
        assertThat(old.header().timestamp()).isEqualTo(1_733_011_200_693_000L);
        assertThat(old.asks().isEmpty()).isTrue();
    }

    @Test
    void updateOneIsASnapshotWhateverItSays() {
        BookUpdate restarted = (BookUpdate)
                decoded(BybitPayloads.FIRST.text().replace("53935310", "1")).getFirst();
        assertThat(restarted.snapshot()).isTrue();
    }

    @Test
    void theSameQuoteAfterThreeSecondsIsASignOfLifeAlone() {
        List<MarketEvent> events = published(
                KNOWN,
                BybitPayloads.QUOTE.text(),
                BybitPayloads.QUOTE.text().replace("1786613159748", "1786613162748"),
                BybitPayloads.QUOTE.text().replace("72212457", "72212458"));
        assertThat(of(Quote.class, events)).extracting(Quote::sequence).containsExactly(72212457L, 72212458L);
    }

    @Test
    void anEmptySideOfAQuoteIsNull() {
        String oneSided = BybitPayloads.QUOTE.text().replace("[[\"63705.4\",\"2.334566\"]]", "[]");
        Quote quote = of(Quote.class, published(KNOWN, oneSided)).getFirst();
        assertThat(quote.askPrice()).isNull();
        assertThat(quote.askSize()).isNull();
        assertThat(quote.bidPrice()).isEqualTo("63705.3");
    }

    @Test
    void changesOfTheBestLevelOfOldRecordingsAreMerged() {
        List<MarketEvent> events = published(KNOWN, """
                {"topic":"orderbook.1.BTCUSDT","type":"snapshot","ts":1680673820717,"data":{"s":"BTCUSDT",\
                "b":[["28552.00","0.047"]],"a":[["28552.10","25.433"]],"u":7003305,"seq":50193540681}}""", """
                {"topic":"orderbook.1.BTCUSDT","type":"delta","ts":1680673821137,"data":{"s":"BTCUSDT",\
                "b":[["28552.00","0.012"]],"a":[],"u":7003306,"seq":50193543147}}""", """
                {"topic":"orderbook.1.BTCUSDT","type":"delta","ts":1680673821150,"data":{"s":"BTCUSDT",\
                "b":[["28552.00","0"],["28549.50","0.777"]],"a":[],"u":7003307,"seq":50193543150}}""");
        assertThat(of(Quote.class, events))
                .extracting(quote -> quote.bidPrice() + " x " + quote.bidSize(), quote -> quote.askSize()
                        .toString())
                .containsExactly(
                        tuple("28552.00 x 0.047", "25.433"),
                        tuple("28552.00 x 0.012", "25.433"),
                        tuple("28549.50 x 0.777", "25.433"));
    }

    @Test
    void aChangeOfATickerLeavesTheRestAsItWas() {
        List<MarketEvent> events = published(KNOWN, BybitPayloads.TICKER.text(), BybitPayloads.TICKER_CHANGE.text());
        assertThat(of(MarkPrice.class, events).getLast())
                .returns(new BigDecimal("63958.60"), MarkPrice::markPrice)
                .returns(new BigDecimal("63986.66"), MarkPrice::indexPrice)
                .returns(new BigDecimal("63958.60"), MarkPrice::lastPrice);
        assertThat(of(FundingRate.class, events)).hasSize(1);
        assertThat(of(OpenInterest.class, events)).hasSize(1);
    }

    @Test
    void whatIsEmptyInATickerIsAbsentAndNeverZero() {
        TickerChange change = (TickerChange) decoded(BybitPayloads.DATED_TICKER).getFirst();
        assertThat(change.values().fundingRate()).isNull();
        assertThat(change.values().nextFundingTime()).isNull();
        assertThat(change.header().instrument().market()).isEqualTo(Market.FUTURE);
    }

    @Test
    void theFundingOfATickerIsAnEstimateForTheNextPayment() {
        FundingRate funding = of(FundingRate.class, published(KNOWN, BybitPayloads.TICKER.text()))
                .getFirst();
        assertThat(funding.status()).isEqualTo(FundingStatus.ESTIMATED);
        assertThat(funding.rate()).isEqualTo("0.0000544");
        assertThat(funding.intervalHours()).isEqualTo("8");
        assertThat(funding.nextFundingTime()).isEqualTo(1_786_550_400_000_000L);
    }

    @Test
    void aCandleIsDatedByItsStartAndFinalWhenConfirmed() {
        Candle candle = event(Candle.class, BybitPayloads.CANDLE);
        assertThat(candle.header().timestamp()).isEqualTo(1_786_536_000_000_000L);
        assertThat(candle.interval()).isEqualTo("1h");
        assertThat(candle.closed()).isTrue();
        assertThat(candle.volume()).isEqualTo("1.01673");
        assertThat(candle.quoteVolume()).isEqualTo("65173.1079222");
        String running = BybitPayloads.CANDLE.text().replace("\"confirm\":true", "\"confirm\":false");
        assertThat(event(Candle.class, running).closed()).isFalse();
    }

    @Test
    void aCandleThatHasNotEndedIsNotTakenFromAnAnswer() {
        String rows = "{\"symbol\":\"BTCUSDT\",\"list\":[[\"%d\",\"1\",\"2\",\"1\",\"2\",\"3\",\"6\"]]}";
        long now = 1_795_168_800_000L;
        assertThat(decoded(BybitPayloads.result("kline", "symbol=BTCUSDT&interval=1", rows.formatted(now - 59_999))))
                .singleElement()
                .isInstanceOf(Decoded.Ignored.class);
        assertThat(decoded(BybitPayloads.result("kline", "symbol=BTCUSDT&interval=1", rows.formatted(now - 60_000))))
                .singleElement()
                .isInstanceOf(Decoded.Event.class);
    }

    @Test
    void answersAreReadFromTheirOldestRowOn() {
        List<Long> starts = decoded(BybitPayloads.all().stream()
                        .filter(payload -> payload.channel().equals("/v5/market/kline"))
                        .findFirst()
                        .orElseThrow())
                .stream()
                .map(one -> ((Decoded.Event) one).event().header().timestamp())
                .toList();
        assertThat(starts).containsExactly(1_670_605_200_000_000L, 1_670_608_800_000_000L);
    }

    @Test
    void aRatioComparesAccountsOfThePeriodAskedFor() {
        LongShortRatio ratio =
                event(LongShortRatio.class, BybitPayloads.result("account-ratio", "symbol=BTCUSDT&period=15min", """
                        {"list":[{"symbol":"BTCUSDT","buyRatio":"0.75","sellRatio":"0.25","timestamp":"1696262400000"}]}"""));
        assertThat(ratio.period()).isEqualTo("15m");
        assertThat(ratio.longShare()).isEqualTo("0.75");
        assertThat(ratio.ratio()).isEqualByComparingTo("3");
    }

    @Test
    void aDeliveryPriceIsTheSettlementOfItsDay() {
        Settlement settlement = event(Settlement.class, BybitPayloads.result("delivery-price", "", """
                        {"list":[{"symbol":"BTC-26DEC25","deliveryPrice":"88220.728594450","deliveryTime":"1766736000000"}]}"""));
        assertThat(settlement.tradeDate()).isEqualTo("2025-12-26");
        assertThat(settlement.instrumentId().market()).isEqualTo(Market.FUTURE);
    }

    @Test
    void theSpellingTellsTheMarketWhereNothingElseDoes() {
        assertThat(List.of("BTCUSDT", "BTCPERP", "1000PEPEUSDT", "BTCUSD"))
                .allMatch(symbol -> BybitCategory.LINEAR.market(symbol) == Market.PERPETUAL);
        assertThat(List.of("BTCUSDT-21FEB25", "BTC-26DEC25", "BTC-6JAN23", "BTCUSDU23"))
                .allMatch(symbol -> BybitCategory.LINEAR.market(symbol) == Market.FUTURE);
        assertThat(List.of("BTC-6JAN23-17500-C", "BTC-27MAR26-70000-P-USDT", "XRP-6JAN23-0.5-P"))
                .allMatch(BybitCategory.LINEAR::option);
        assertThat(List.of("BTC-6JAN23", "BTCUSDT")).noneMatch(BybitCategory.LINEAR::option);
    }

    @Test
    void everyKindOfPongIsASignOfLife() {
        for (String pong : List.of(
                "{\"success\":true,\"ret_msg\":\"pong\",\"conn_id\":\"0970e817\",\"op\":\"ping\"}",
                "{\"success\":true,\"ret_msg\":\"pong\",\"conn_id\":\"465772b1\",\"req_id\":\"\",\"op\":\"ping\"}",
                "{\"req_id\":\"test\",\"op\":\"pong\",\"args\":[\"1675418560633\"],\"conn_id\":\"cfcb\"}",
                "{\"args\":[\"1672916271846\"],\"op\":\"pong\"}")) {
            assertThat(decoded(pong)).containsExactly(new Decoded.Heartbeat());
        }
    }

    @Test
    void answersTopicByTopicAreTakenApart() {
        assertThat(decoded("""
                {"success":true,"conn_id":"aa01","data":{"failTopics":["orderbook.500.BTCUSDT"],\
                "successTopics":["publicTrade.BTCUSDT"]},"type":"COMMAND_RESP"}"""))
                .containsExactly(
                        new Decoded.Accepted(null, Set.of("publicTrade.BTCUSDT")),
                        new Decoded.RejectedStream("orderbook.500.BTCUSDT", "refused"));
    }
}
