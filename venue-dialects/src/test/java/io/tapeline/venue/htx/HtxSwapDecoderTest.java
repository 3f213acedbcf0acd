package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.routing.RoutingKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What could be misread. */
class HtxSwapDecoderTest {
    private final HtxSwapVenue venue = new HtxSwapVenue(HtxSettings.defaults());

    private List<Decoded> decode(VenuePayload payload) {
        return venue.decoder().decode(payload.frame(venue.feed()), InstrumentLookup.NONE);
    }

    private List<Decoded> decode(String text) {
        return decode(VenuePayload.stream("", text));
    }

    private <T extends MarketEvent> T event(Class<T> type, VenuePayload payload) {
        return type.cast(((Decoded.Event) decode(payload).getFirst()).event());
    }

    private <T extends MarketEvent> T event(Class<T> type, String text) {
        return event(type, VenuePayload.stream("", text));
    }

    @Test
    void aNumberedPingIsAnsweredWithItsNumberAndANotificationsWithItsText() {
        assertThat(decode("{\"ping\":1790134831961}")).containsExactly(new Decoded.Reply("{\"pong\":1790134831961}"));
        assertThat(decode("{\"op\":\"ping\",\"ts\":\"1492420473058\"}"))
                .containsExactly(new Decoded.Reply("{\"op\":\"pong\",\"ts\":\"1492420473058\"}"));
    }

    @Test
    void aNotificationIsAcceptedByTheCodeZeroAndRefusedByAnyOther() {
        String answer = "{\"op\":\"sub\",\"cid\":\"7\",\"topic\":\"public.X-USDT.funding_rate\",\"ts\":1606780803260,"
                + "\"err-code\":%s}";
        assertThat(decode(answer.formatted("0"))).containsExactly(new Decoded.Acknowledged("7"));
        assertThat(decode(answer.formatted("2011,\"err-msg\":\"Contract doesn't exist.\"")))
                .containsExactly(new Decoded.Rejected("7", "2011: Contract doesn't exist."));
    }

    @Test
    void anAnnouncedCloseReplacesTheConnectionAndAnUnsubscriptionIsAnswered() {
        assertThat(decode("{\"op\":\"close\",\"ts\":1492420473058}")).hasOnlyElementsOfType(Decoded.Closing.class);
        assertThat(decode("{\"id\":\"8\",\"status\":\"ok\",\"unsubbed\":\"market.BTC-USDT.bbo\",\"ts\":1}"))
                .containsExactly(new Decoded.Acknowledged("8"));
    }

    @Test
    void aTradeWithoutDirectionHasAnUnknownSideAndItsIdStaysText() {
        Trade trade = event(Trade.class, """
                {"ch":"market.BTC-USDT.trade.detail","ts":1666114554581,"tick":{"id":118655891999,\
                "ts":1666114554480,"data":[{"amount":2,"ts":1666114554480,\
                "id":118655891999000001234567890,"price":19425,"direction":""}]}}
                """);
        assertThat(trade.side()).isEqualTo(Side.UNKNOWN);
        assertThat(trade.tradeId()).as("more than 64 bits").isEqualTo("118655891999000001234567890");
        assertThat(trade.header().timestamp()).isEqualTo(1_666_114_554_480_000L);
    }

    @Test
    void topicsAreReadInAnyCase() {
        Trade trade = event(Trade.class, """
                {"ch":"market.btc-usdt.Trade.detail","ts":1,"tick":{"data":[{"amount":2,"ts":1666114554480,\
                "id":1,"price":1.9425E4,"direction":"sell"}]}}
                """);
        assertThat(trade.instrumentId().symbol()).isEqualTo("BTC-USDT");
        assertThat(trade.price()).as("an exponent is resolved").isEqualTo("19425");
    }

    @Test
    void booksTellSnapshotsFromUpdatesAndEmptyUpdatesCount() {
        BookUpdate snapshot = (BookUpdate) decode(HtxSwapPayloads.SNAPSHOT).getFirst();
        BookUpdate empty = (BookUpdate) decode(HtxSwapPayloads.SECOND).getFirst();
        assertThat(snapshot.snapshot()).isTrue();
        assertThat(snapshot.header().timestamp()).isEqualTo(1_790_134_831_749_000L);
        assertThat(empty.snapshot()).isFalse();
        assertThat(empty.lastSequence()).isEqualTo(1789895280799L);
        assertThat(venue.books().orElseThrow().levels()).isEqualTo(150);
    }

    @Test
    void aWholeBookThatIsNumberedByTimeContinuesNothing() {
        BookUpdate whole = (BookUpdate) decode("""
                {"ch":"market.BTC-USDT.depth.step0","ts":1645129635253,"tick":{"mrid":96710413533,"bids":[[1,2]],\
                "asks":[[2,1]],"ts":1645129635250,"version":1645129635}}
                """).getFirst();
        assertThat(whole.lastSequence()).isNull();
        assertThat(venue.books().orElseThrow().supersedes(-1, whole)).isTrue();
        assertThat(venue.books().orElseThrow().supersedes(1789895280799L, whole))
                .isFalse();
    }

    @Test
    void aSideWithoutOrdersIsEmptyInAQuote() {
        Quote quote = event(Quote.class, """
                {"ch":"market.BTC-USDT.bbo","ts":1,"tick":{"mrid":5,"id":1,"bid":[86859.8,6172],"ask":null,\
                "ts":1790134831586,"version":100129125618683}}
                """);
        assertThat(quote.bidPrice()).isEqualTo("86859.8");
        assertThat(quote.askPrice()).isNull();
        assertThat(quote.askSize()).isNull();
        assertThat(quote.sequence()).isEqualTo(100129125618683L);
    }

    @Test
    void anEstimatedFundingRateIsForItsSettlementTimeNotForItsComputation() {
        FundingRate funding = event(FundingRate.class, """
                {"op":"notify","topic":"public.BTC-USDT.funding_rate","ts":1790135117894,"data":[{\
                "contract_code":"BTC-USDT","funding_time":"1790135110000","funding_rate":"0E-18",\
                "estimated_rate":null,"settlement_time":"1790150400000"}]}
                """);
        assertThat(funding.rate()).isEqualByComparingTo("0");
        assertThat(funding.rate().toPlainString()).isEqualTo("0.000000000000000000");
        assertThat(funding.nextFundingTime()).isEqualTo(1_790_150_400_000_000L);
        assertThat(funding.header().timestamp()).isEqualTo(1_790_135_117_894_000L);
        assertThat(funding.intervalHours()).isNull();
    }

    @Test
    void inAnswersFundingTimeIsWhenItIsCharged() {
        FundingRate funding = event(
                FundingRate.class,
                HtxSwapPayloads.rest("/linear-swap-api/v1/swap_funding_rate", "contract_code=BTC-USDT", """
                        {"status":"ok","data":{"funding_rate":"0.0001","contract_code":"BTC-USDT",\
                        "funding_time":"1603699200000"},"ts":1603696494714}
                        """));
        assertThat(funding.nextFundingTime()).isEqualTo(1_603_699_200_000_000L);
    }

    @Test
    void settledFundingIsWhatWasRealizedWhereThatIsTold() {
        String page = HtxSwapPayloads.FUNDING_PAGE;
        assertThat(settled(page).rate()).isEqualTo("0.000100000000000000");
        FundingRate realized = settled(page.replace("\"realized_rate\":null", "\"realized_rate\":\"0.0002\""));
        assertThat(realized.rate()).isEqualTo("0.0002");
        assertThat(realized.status()).isEqualTo(FundingStatus.SETTLED);
        assertThat(realized.header().timestamp()).isEqualTo(1_603_670_400_000_000L);
    }

    private FundingRate settled(String page) {
        return event(
                FundingRate.class,
                HtxSwapPayloads.rest(
                        "/linear-swap-api/v1/swap_historical_funding_rate", "contract_code=BTC-USDT", page));
    }

    @Test
    void aLiquidationIsTheForcedOrderWithoutAnId() {
        Liquidation liquidation = event(Liquidation.class, """
                {"op":"notify","topic":"public.*.liquidation_orders","ts":1639122193214,"data":[{\
                "contract_code":"O3-USDT","direction":"buy","offset":"close","volume":433,"price":0.7858,\
                "created_at":1639122193172}]}
                """);
        assertThat(liquidation.side()).as("a short was closed").isEqualTo(Side.BUY);
        assertThat(liquidation.header().timestamp()).isEqualTo(1_639_122_193_172_000L);
        assertThat(liquidation.tradeId()).isNull();
    }

    @Test
    void aCandleIsClosedOnceTheVenuesClockIsPastItsEnd() {
        assertThat(minute(1603707179999L).closed()).isFalse();
        assertThat(minute(1603707180000L).closed()).isTrue();
        assertThat(minute(1603707180000L).header().timestamp()).isEqualTo(1_603_707_120_000_000L);
    }

    private Candle minute(long sent) {
        return event(
                Candle.class,
                "{\"ch\":\"market.BTC-USDT.kline.1min\",\"ts\":" + sent + ",\"tick\":{\"id\":1603707120,\"open\":1,"
                        + "\"close\":1,\"high\":1,\"low\":1,\"amount\":0,\"vol\":0,\"trade_turnover\":0,\"count\":0}}");
    }

    @Test
    void repairedTradesAreReadOldestFirst() {
        List<Decoded> trades =
                decode(HtxSwapPayloads.rest("/linear-swap-ex/market/history/trade", "contract_code=BTC-USDT", """
                        {"status":"ok","ts":9,"data":[\
                        {"data":[{"amount":2,"direction":"buy","id":30,"price":3,"ts":1603695383126}]},\
                        {"data":[{"amount":2,"direction":"buy","id":10,"price":1,"ts":1603695383124},\
                        {"amount":2,"direction":"buy","id":9,"price":2,"ts":1603695383124}]}]}
                        """));
        assertThat(trades)
                .extracting(decoded -> ((Trade) ((Decoded.Event) decoded).event()).tradeId())
                .containsExactly("9", "10", "30");
    }

    @Test
    void listingsTellSwapsFromDatedFutures() {
        assertThat(HtxInstruments.all())
                .extracting(Instrument::unifiedSymbol)
                .containsExactly("BTC/USDT:USDT", "币安人生/USDT:USDT", "BTC/USDT:USDT-261225", "BTC/USDT:USDT-211203");
        Instrument dated = HtxInstruments.of("BTC-USDT-261225");
        assertThat(dated.id().market()).isEqualTo(Market.FUTURE);
        assertThat(dated.expiry()).isEqualTo(1_798_185_600_000_000L);
        assertThat(dated.live()).as("a settlement is a pause of seconds").isTrue();
        assertThat(HtxInstruments.of("BTC-USDT-211203").endedAt()).isEqualTo(1_638_518_400_000_000L);
        Instrument swap = HtxInstruments.of("BTC-USDT");
        assertThat(swap.contractSize()).isEqualByComparingTo("0.001");
        assertThat(swap.tickSize()).isEqualByComparingTo("0.1");
        assertThat(swap.lotSize()).isEqualByComparingTo("1");
        assertThat(swap.takerFeeBps()).isEqualByComparingTo("6");
        assertThat(swap.listedAt()).isEqualTo(1_603_238_400_000_000L);
    }

    @Test
    void namesOfAnyScriptSurviveAndFitARoutingKey() {
        Instrument chinese = HtxInstruments.of("币安人生-USDT");
        assertThat(RoutingKey.fits(chinese.id())).isTrue();
        assertThat(venue.subscriptions()
                        .streams(List.of(chinese), java.util.Set.of(io.tapeline.model.event.Kind.TRADE))
                        .getFirst()
                        .name())
                .isEqualTo("market.币安人生-USDT.trade.detail");
    }

    @Test
    void stocksAreListedOnlyWhenTheyAreWanted() {
        HtxSettings d = HtxSettings.defaults();
        HtxSettings wanted = new HtxSettings(
                d.swap(),
                d.bookLevels(),
                d.candleIntervals(),
                d.candlesEvery(),
                d.openInterestEvery(),
                d.ratiosEvery(),
                d.ratioPeriod(),
                d.settledFundingEvery(),
                d.settlementsEvery(),
                true);
        assertThat(HtxInstruments.all()).extracting(Instrument::symbol).doesNotContain("TSLA-USDT");
        assertThat(HtxInstruments.listed(new HtxSwapVenue(wanted), HtxSwapPayloads.LISTING))
                .extracting(Instrument::symbol)
                .contains("TSLA-USDT");
    }
}
