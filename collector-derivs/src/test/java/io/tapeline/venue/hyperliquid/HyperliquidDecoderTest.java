package io.tapeline.venue.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HyperliquidDecoderTest {
    private final Venue venue = new HyperliquidVenue(HyperliquidSettings.defaults());

    private List<Decoded> decode(VenuePayload payload) {
        return venue.decoder().decode(payload.frame("hyperliquid"), InstrumentLookup.NONE);
    }

    private List<Decoded> stream(String text) {
        return decode(VenuePayload.stream("", text));
    }

    private static <T extends MarketEvent> T event(Decoded decoded, Class<T> type) {
        return type.cast(((Decoded.Event) decoded).event());
    }

    @Test
    void aTradeHasTheAggressorsSideAndAnIdWithoutOrder() {
        List<Decoded> trades = stream(HyperliquidPayloads.TRADES);
        assertThat(trades).extracting(one -> event(one, Trade.class).side()).containsExactly(Side.BUY, Side.SELL);
        assertThat(trades)
                .extracting(one -> event(one, Trade.class).tradeId())
                .containsExactly("1016375172059570", "479312521152049");
        assertThat(event(trades.getFirst(), Trade.class).header().timestamp()).isEqualTo(1_730_160_006_192_000L);
    }

    @Test
    void everyBookIsWholeAndAnOlderOneIsDropped() {
        Decoded.BookUpdate first =
                (Decoded.BookUpdate) decode(HyperliquidPayloads.SNAPSHOT).getFirst();
        Decoded.BookUpdate next =
                (Decoded.BookUpdate) decode(HyperliquidPayloads.NEXT).getFirst();
        assertThat(first.snapshot()).isTrue();
        assertThat(first.bids()).isEqualTo(Levels.of("70000.0", "3.4", "69999.0", "1.60"));
        BookSequencer rules = venue.books().orElseThrow();
        assertThat(rules.supersedes(first.lastSequence(), next)).isTrue();
        assertThat(rules.supersedes(first.lastSequence(), first))
                .as("of one time")
                .isTrue();
        assertThat(rules.supersedes(next.lastSequence(), first)).isFalse();
    }

    @Test
    void aQuoteMayLackASide() {
        Quote bidAlone = event(
                stream("{\"channel\":\"bbo\",\"data\":{\"coin\":\"BTC\",\"time\":1750948919838,"
                                + "\"bbo\":[{\"px\":\"107575.0\",\"sz\":\"3.87947\",\"n\":17}]}}")
                        .getFirst(),
                Quote.class);
        assertThat(bidAlone.bidPrice()).isEqualTo("107575.0");
        assertThat(bidAlone.askPrice()).isNull();
        Quote askAlone = event(
                stream("{\"channel\":\"bbo\",\"data\":{\"coin\":\"BTC\",\"time\":1750948919838,"
                                + "\"bbo\":[null,{\"px\":\"107576.0\",\"sz\":\"1\",\"n\":1}]}}")
                        .getFirst(),
                Quote.class);
        assertThat(askAlone.bidPrice()).isNull();
        assertThat(askAlone.askSize()).isEqualTo("1");
    }

    @Test
    void contextsHaveNoTimeAndTheOraclePriceIsTheIndex() {
        Decoded.TickerChange change =
                (Decoded.TickerChange) stream(HyperliquidPayloads.CONTEXT).getFirst();
        assertThat(change.header().timeSource()).isEqualTo(TimeSource.RECEIVE);
        assertThat(change.values().markPrice()).isEqualTo("66344.0");
        assertThat(change.values().indexPrice()).isEqualTo("66383.0");
        assertThat(change.values().fundingRate()).isEqualTo("-0.000003688");
        assertThat(change.values().fundingIntervalHours()).isEqualTo(BigDecimal.ONE);
        assertThat(change.values().nextFundingTime()).isEqualTo(VenuePayload.RECEIVED + 3_600_000_000L);
        assertThat(change.values().openInterest()).isEqualTo("22727.78266");
    }

    @Test
    void ratesOfOtherVenuesStandUnderTheirNamesAndNotAsItsOwn() {
        VenuePayload predictions = HyperliquidPayloads.all().getLast();
        assertThat(decode(predictions)).singleElement().satisfies(one -> {
            FundingRate rate = event(one, FundingRate.class);
            assertThat(rate.rate()).isEqualTo("0.0000125");
            assertThat(rate.status()).isEqualTo(FundingStatus.ESTIMATED);
            assertThat(rate.nextFundingTime()).isEqualTo(1_733_958_000_000_000L);
            assertThat(rate.metadata())
                    .isEqualTo(Map.of(
                            "other_venues",
                            Map.of(
                                    "BinPerp",
                                    Map.of(
                                            "rate",
                                            new BigDecimal("0.00015"),
                                            "interval_hours",
                                            BigDecimal.valueOf(8),
                                            "next_funding_time",
                                            "2024-12-12T00:00:00Z"))));
        });
    }

    @Test
    void withoutAPredictionOfItsOwnNothingIsSaid() {
        assertThat(decode(HyperliquidPayloads.info(
                        "predictedFundings",
                        "predictedFundings",
                        "[[\"AVAX\",[[\"BinPerp\",{\"fundingRate\":\"0.0001\"}],[\"HlPerp\",null]]]]")))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @Test
    void settledFundingIsOfTheHourAndWasOfEightBeforeJune2023() {
        FundingRate hourly = settled(1_686_186_000_054L);
        assertThat(hourly.header().timestamp()).isEqualTo(micros("2023-06-08T01:00:00Z"));
        assertThat(hourly.intervalHours()).isEqualTo(BigDecimal.ONE);
        FundingRate older = settled(1_683_849_600_048L);
        assertThat(older.header().timestamp()).isEqualTo(micros("2023-05-12T00:00:00Z"));
        assertThat(older.intervalHours()).isEqualTo(BigDecimal.valueOf(8));
    }

    private FundingRate settled(long time) {
        return event(
                decode(HyperliquidPayloads.info(
                                "fundingHistory",
                                "fundingHistory&coin=BTC",
                                "[{\"coin\":\"BTC\",\"fundingRate\":\"-0.00061334\",\"premium\":\"-0.0009\",\"time\":"
                                        + time + "}]"))
                        .getFirst(),
                FundingRate.class);
    }

    private static long micros(String iso) {
        return Instant.parse(iso).toEpochMilli() * 1_000;
    }

    @Test
    void delistedAssetsKeepTheirPlaceInTheListOfContexts() {
        List<Decoded> all = decode(HyperliquidPayloads.info(
                "metaAndAssetCtxs",
                "metaAndAssetCtxs&dex=",
                "[" + HyperliquidPayloads.META + "," + HyperliquidPayloads.CONTEXTS + "]"));
        assertThat(all)
                .filteredOn(Decoded.TickerChange.class::isInstance)
                .extracting(one ->
                        ((Decoded.TickerChange) one).header().instrument().symbol() + " "
                                + ((Decoded.TickerChange) one).values().markPrice())
                .containsExactly("BTC 66344.0", "MATIC 0.21", "kPEPE 0.01221");
        assertThat(HyperliquidInstruments.named("MATIC").live()).isFalse();
    }

    @Test
    void contextsOfSpotAreJoinedByTheirCoin() {
        List<Decoded> all = decode(HyperliquidPayloads.info(
                "spotMetaAndAssetCtxs",
                "spotMetaAndAssetCtxs",
                "[" + HyperliquidPayloads.SPOT
                        + ",[{\"markPx\":\"1\",\"coin\":\"#50\"},{\"markPx\":\"80907.5\",\"coin\":\"@142\"}]]"));
        assertThat(all)
                .filteredOn(Decoded.TickerChange.class::isInstance)
                .singleElement()
                .extracting(one -> ((Decoded.TickerChange) one).header().instrument())
                .isEqualTo(HyperliquidNames.instrument("@142"));
    }

    @Test
    void spotPairsAreNamedByTheirTokens() {
        Instrument btc = HyperliquidInstruments.named("@142");
        assertThat(btc.id().market()).isEqualTo(Market.SPOT);
        assertThat(btc.base()).isEqualTo("BTC");
        assertThat(btc.unifiedSymbol()).isEqualTo("BTC/USDC");
        assertThat(HyperliquidInstruments.named("PURR/USDC").id().market()).isEqualTo(Market.SPOT);
    }

    @Test
    void perpetualsOfBuildersSettleInTheirOwnTokenAtTheirOwnFees() {
        Instrument btc = HyperliquidInstruments.named("hyna:BTC");
        assertThat(btc.base()).isEqualTo("BTC");
        assertThat(btc.settle()).isEqualTo("USDE");
        assertThat(btc.unifiedSymbol()).isEqualTo("BTC/USDE:USDE");
        assertThat(btc.takerFeeBps()).isEqualTo("0.9");
        assertThat(HyperliquidInstruments.named("hyna:TSLA").takerFeeBps()).isEqualTo("9");
        assertThat(HyperliquidInstruments.named("BTC").unifiedSymbol()).isEqualTo("BTC/USDC:USDC");
    }

    @Test
    void bundlesOfAThousandKeepABaseOfTheirOwn() {
        Instrument pepe = HyperliquidInstruments.named("kPEPE");
        assertThat(pepe.base()).isEqualTo("kPEPE");
        assertThat(pepe.unifiedSymbol()).isEqualTo("KPEPE/USDC:USDC");
        assertThat(pepe.lotSize()).isEqualTo("1");
    }

    @Test
    void theDexesLeadToTheListingOfEach() {
        Decoded.Continued own = (Decoded.Continued) decode(HyperliquidPayloads.info(
                        "perpDexs", "perpDexs", "[null,{\"name\":\"xyz\"},{\"name\":\"hyna\"}]"))
                .getFirst();
        assertThat(own.next().body()).isEqualTo("{\"type\":\"meta\",\"dex\":\"\"}");
        assertThat(own.next().uri()).hasToString("https://api.hyperliquid.xyz/info#type=meta&dex=&then=xyz%2Chyna");
        Decoded.Continued first = (Decoded.Continued)
                decode(HyperliquidPayloads.info("meta", "meta&dex=&then=xyz%2Chyna", HyperliquidPayloads.META))
                        .getLast();
        assertThat(first.next().body()).isEqualTo("{\"type\":\"meta\",\"dex\":\"xyz\"}");
        assertThat(first.next().uri().getRawFragment()).isEqualTo("type=meta&dex=xyz&then=hyna");
        assertThat(decode(HyperliquidPayloads.info("meta", "meta&dex=hyna&then=", HyperliquidInstruments.BUILDERS)))
                .hasOnlyElementsOfType(Decoded.Listed.class);
    }
}
