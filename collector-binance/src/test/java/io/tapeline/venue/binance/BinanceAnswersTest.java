package io.tapeline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.LongShortRatio;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.RatioType;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers to REST calls mean. */
class BinanceAnswersTest {
    private static final String FAPI = "https://fapi.binance.com";
    private static final long RECEIVED = VenuePayload.RECEIVED;

    private final Venue spot = new BinanceSpotVenue(BinanceSettings.defaults());
    private final Venue futures = new BinanceFuturesVenue(BinanceSettings.defaults());

    private static List<Decoded> decode(Venue venue, String url, String text, InstrumentLookup instruments) {
        return venue.decoder().decode(VenuePayload.answer("", url, text).frame(venue.feed()), instruments);
    }

    private List<Decoded> decode(String path, String text) {
        return decode(futures, FAPI + path, text, InstrumentLookup.NONE);
    }

    private List<MarketEvent> events(String path, String text) {
        return decode(path, text).stream().map(d -> ((Decoded.Event) d).event()).toList();
    }

    private static List<Instrument> listed(List<Decoded> decoded) {
        return decoded.stream()
                .filter(Decoded.Listed.class::isInstance)
                .map(d -> ((Decoded.Listed) d).instrument())
                .toList();
    }

    @Test
    void aListingTellsMarketUnifiedSymbolStepsAndFees() {
        List<Instrument> listed = listed(decode("/fapi/v1/exchangeInfo", BinanceFuturesPayloads.LISTING));
        assertThat(listed)
                .extracting(Instrument::unifiedSymbol)
                .containsExactly("BTC/USDT:USDT", "TSLA/USDT:USDT", "BTC/USDT:USDT-270326", "OLD/USDT:USDT");
        Instrument perpetual = listed.getFirst();
        assertThat(perpetual.id()).isEqualTo(new InstrumentId("binance", Market.PERPETUAL, "BTCUSDT"));
        assertThat(perpetual.settle()).isEqualTo("USDT");
        assertThat(perpetual.contractType()).isEqualTo(ContractType.LINEAR);
        assertThat(perpetual.tickSize()).isEqualTo("0.10");
        assertThat(perpetual.lotSize()).isEqualTo("0.001");
        assertThat(perpetual.makerFeeBps()).isEqualTo("2");
        assertThat(perpetual.takerFeeBps()).isEqualTo("5");
        assertThat(perpetual.listedAt()).isEqualTo(1_569_398_400_000_000L);
        assertThat(perpetual.expiry()).isNull();
        assertThat(perpetual.live()).isTrue();
        assertThat(listed.get(2).id().market()).isEqualTo(Market.FUTURE);
        assertThat(listed.get(2).expiry()).isEqualTo(1_806_048_000_000_000L);
    }

    @Test
    void whatDoesNotTradeHasEnded() {
        Instrument ended = listed(decode("/fapi/v1/exchangeInfo", BinanceFuturesPayloads.LISTING))
                .getLast();
        assertThat(ended.endedAt()).as("past its delivery").isEqualTo(1_789_430_400_000_000L);
        String halted =
                "{\"symbols\":[{\"symbol\":\"ETHBTC\",\"status\":\"HALT\",\"baseAsset\":\"ETH\",\"quoteAsset\":\"BTC\"}]}";
        String url = "https://api.binance.com/api/v3/exchangeInfo";
        Instrument first =
                listed(decode(spot, url, halted, InstrumentLookup.NONE)).getFirst();
        assertThat(first.endedAt()).isEqualTo(RECEIVED);
        RawLater later = new RawLater(url, halted);
        assertThat(listed(later.decode(spot, symbol -> first)).getFirst())
                .as("an ended instrument does not change with every listing")
                .isEqualTo(first);
    }

    /** The same answer, an hour later. */
    private record RawLater(String url, String text) {
        List<Decoded> decode(Venue venue, InstrumentLookup instruments) {
            long later = RECEIVED + 3_600_000_000L;
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            RawFrame frame = new RawFrame("", RawFrame.Transport.REST, null, url, later, body);
            return venue.decoder().decode(frame, instruments);
        }
    }

    @Test
    void spotInstrumentsSettleInNothingAndPayTenAndTen() {
        String text =
                "{\"symbols\":[{\"symbol\":\"BTCUSDT\",\"status\":\"TRADING\",\"baseAsset\":\"BTC\",\"quoteAsset\":\"USDT\",\"filters\":["
                        + "{\"filterType\":\"PRICE_FILTER\",\"tickSize\":\"0.01000000\"},{\"filterType\":\"LOT_SIZE\",\"stepSize\":\"0.00001000\"}]}]}";
        Instrument instrument = listed(
                        decode(spot, "https://api.binance.com/api/v3/exchangeInfo", text, InstrumentLookup.NONE))
                .getFirst();
        assertThat(instrument.unifiedSymbol()).isEqualTo("BTC/USDT");
        assertThat(instrument.settle()).isNull();
        assertThat(instrument.contractType()).isNull();
        assertThat(instrument.tickSize()).isEqualTo("0.01000000");
        assertThat(instrument.makerFeeBps()).isEqualTo("10");
        assertThat(instrument.takerFeeBps()).isEqualTo("10");
    }

    @Test
    void aSnapshotBelongsToTheSymbolOfTheQuestion() {
        BookUpdate futuresBook =
                (BookUpdate) decode("/fapi/v1/depth?symbol=BTCUSDT&limit=1000", BinanceFuturesPayloads.SNAPSHOT.text())
                        .getFirst();
        assertThat(futuresBook.header().instrument().symbol()).isEqualTo("BTCUSDT");
        assertThat(futuresBook.header().timestamp()).isEqualTo(1_790_526_538_968_000L);
        assertThat(futuresBook.snapshot()).isTrue();
        assertThat(futuresBook.lastSequence()).isEqualTo(9_500);
        String url = "https://api.binance.com/api/v3/depth?limit=5&symbol=%E5%B8%81%E5%AE%89USDT";
        BookUpdate spotBook = (BookUpdate) decode(spot, url, BinanceSpotPayloads.SNAPSHOT.text(), InstrumentLookup.NONE)
                .getFirst();
        assertThat(spotBook.header().instrument().symbol()).isEqualTo("币安USDT");
        assertThat(spotBook.header().timeSource()).isEqualTo(TimeSource.RECEIVE);
    }

    @Test
    void anAnswerWhoseQuestionIsUnknownIsMalformed() {
        assertThat(decode("/fapi/v1/depth", BinanceFuturesPayloads.SNAPSHOT.text()))
                .containsExactly(new Decoded.Malformed("url: expected a query with symbol, got /fapi/v1/depth"));
    }

    @Test
    void oldTradesAreTheSameAsLiveOnes() {
        Trade trade = (Trade) events(
                        "/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=3460311795",
                        "[{\"a\":3460311795,\"p\":\"85595.90\",\"q\":\"0.411\",\"nq\":\"0.4\",\"f\":1,\"l\":2,\"T\":1790046465580,\"m\":true}]")
                .getFirst();
        Decoded live = futures.decoder()
                .decode(
                        VenuePayload.stream(
                                        "",
                                        "{\"e\":\"aggTrade\",\"E\":5,\"a\":3460311795,\"s\":\"BTCUSDT\",\"p\":\"85595.90\",\"q\":\"0.411\",\"T\":1790046465580,\"m\":true}")
                                .frame("binance-futures"),
                        InstrumentLookup.NONE)
                .getFirst();
        assertThat(live).isEqualTo(new Decoded.Event(trade));
    }

    @Test
    void aCandleIsClosedOnlyWhenItsLastMillisecondIsOver() {
        String row = "[%d,\"1\",\"3\",\"0.5\",\"2\",\"10\",%d,\"20\",7,\"6\",\"12\",\"0\"]";
        long millis = RECEIVED / 1_000;
        String rows = "[" + row.formatted(millis - 90_000, millis - 30_001) + ","
                + row.formatted(millis - 30_000, millis + 29_999) + "]";
        assertThat(events("/fapi/v1/klines?symbol=BTCUSDT&interval=1m", rows))
                .extracting(e -> ((Candle) e).closed())
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"markPriceKlines?symbol", "indexPriceKlines?pair", "premiumIndexKlines?symbol"})
    void candlesOfMarkIndexAndPremiumHaveNoVolume(String call) {
        String row =
                "[[1591256460000,\"9653.29\",\"9654.56\",\"-9653.07\",\"9653.08\",\"0\",1591256519999,\"0\",60,\"0\",\"0\",\"0\"]]";
        Candle candle = (Candle)
                events("/fapi/v1/" + call + "=BTCUSDT&interval=1m", row).getFirst();
        assertThat(candle.source())
                .isEqualTo(Map.of('m', CandleSource.MARK, 'i', CandleSource.INDEX, 'p', CandleSource.PREMIUM)
                        .get(call.charAt(0)));
        assertThat(candle.volume()).isNull();
        assertThat(candle.trades()).isNull();
        assertThat(candle.interval()).isEqualTo("1m");
    }

    @Test
    void settledFundingKeepsItsMillisecondsAndNamesSpecialPayments() {
        List<MarketEvent> rows = events(
                "/fapi/v1/fundingRate?symbol=BTCUSDT",
                "[{\"symbol\":\"BTCUSDT\",\"fundingTime\":1577836800000,\"fundingRate\":\"-0.00012359\",\"markPrice\":\"\"},"
                        + "{\"symbol\":\"BTCUSDT\",\"fundingTime\":1789459200005,\"fundingRate\":\"0.00123400\",\"rateType\":\"Special\"}]");
        FundingRate regular = (FundingRate) rows.getFirst();
        FundingRate special = (FundingRate) rows.getLast();
        assertThat(regular.status()).isEqualTo(FundingStatus.SETTLED);
        assertThat(regular.metadata()).isEmpty();
        assertThat(regular.nextFundingTime()).isNull();
        assertThat(regular.rate()).isEqualTo("-0.00012359");
        assertThat(special.header().timestamp()).isEqualTo(1_789_459_200_005_000L);
        assertThat(special.metadata()).isEqualTo(Map.of("rate_type", "Special"));
    }

    @Test
    void fundingTermsNameTheHours() {
        assertThat(decode("/fapi/v1/fundingInfo", "[{\"symbol\":\"BLZUSDT\",\"fundingIntervalHours\":4}]"))
                .containsExactly(new Decoded.FundingTerms(
                        new InstrumentId("binance", Market.PERPETUAL, "BLZUSDT"), BigDecimal.valueOf(4)));
        assertThat(futures.defaultFundingIntervalHours(new InstrumentId("binance", Market.PERPETUAL, "BTCUSDT")))
                .contains(BigDecimal.valueOf(8));
        assertThat(futures.defaultFundingIntervalHours(new InstrumentId("binance", Market.FUTURE, "BTCUSDT_260925")))
                .isEmpty();
    }

    @Test
    void theRateOfThePremiumIndexIsAnEstimateDespiteItsName() {
        String row = "{\"symbol\":\"BTCUSDT\",\"markPrice\":\"11793.63104562\",\"indexPrice\":\"11781.80495970\","
                + "\"lastFundingRate\":\"%s\",\"nextFundingTime\":%d,\"time\":1597370495002}";
        List<MarketEvent> both = events("/fapi/v1/premiumIndex", row.formatted("0.00038246", 1_597_392_000_000L));
        assertThat(((MarkPrice) both.getFirst()).indexPrice()).isEqualTo("11781.80495970");
        assertThat(((FundingRate) both.getLast()).status()).isEqualTo(FundingStatus.ESTIMATED);
        assertThat(((FundingRate) both.getLast()).nextFundingTime()).isEqualTo(1_597_392_000_000_000L);
        assertThat(events("/fapi/v1/premiumIndex", "[" + row.formatted("", 0) + "]"))
                .hasSize(1);
    }

    @Test
    void openInterestCountsTheBaseAsset() {
        OpenInterest event = (OpenInterest) events(
                        "/fapi/v1/openInterest?symbol=BTCUSDT",
                        "{\"openInterest\":\"10659.509\",\"symbol\":\"BTCUSDT\",\"time\":1589437530011}")
                .getFirst();
        assertThat(event.openInterest()).isEqualTo("10659.509");
        assertThat(event.openInterestBase()).isNull();
        assertThat(event.header().timestamp()).isEqualTo(1_589_437_530_011_000L);
    }

    @Test
    void ratiosTakeTheirPeriodAndSymbolFromTheQuestionAndTimesAsText() {
        LongShortRatio taker = (LongShortRatio) events(
                        "/futures/data/takerlongshortRatio?symbol=BTCUSDT&period=5m",
                        "[{\"buySellRatio\":\"1.5586\",\"buyVol\":\"387.33\",\"sellVol\":\"248.50\",\"timestamp\":\"1585614900000\"}]")
                .getFirst();
        assertThat(taker.ratioType()).isEqualTo(RatioType.TAKER_VOLUME);
        assertThat(taker.period()).isEqualTo("5m");
        assertThat(taker.ratio()).isEqualTo("1.5586");
        assertThat(taker.longShare()).isNull();
        assertThat(taker.instrumentId().symbol()).isEqualTo("BTCUSDT");
        assertThat(taker.header().timestamp()).isEqualTo(1_585_614_900_000_000L);
    }

    @Test
    void oneBadRowDoesNotSpoilItsNeighbours() {
        List<Decoded> decoded = decode(
                "/fapi/v1/aggTrades?symbol=BTCUSDT",
                "[{\"a\":1,\"p\":\"1\",\"q\":\"1\",\"T\":5,\"m\":true},{\"a\":2,\"p\":null,\"q\":\"1\",\"T\":5,\"m\":true},"
                        + "{\"a\":3,\"p\":\"1\",\"q\":\"1\",\"T\":5,\"m\":\"maybe\"},{\"a\":4,\"p\":\"1\",\"q\":\"1\",\"T\":5,\"m\":true}]");
        assertThat(decoded).hasSize(4);
        assertThat(decoded.get(1)).isEqualTo(new Decoded.Malformed("p: expected a value, got nothing"));
        assertThat(decoded.get(2)).isEqualTo(new Decoded.Malformed("m: expected true or false, got 'maybe'"));
        assertThat(decoded.getLast()).isInstanceOf(Decoded.Event.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fapi/v1/depth?symbol=NONE",
                "/fapi/v1/klines?symbol=NONE&interval=1m",
                "/fapi/v1/aggTrades?symbol=NONE",
                "/fapi/v1/exchangeInfo",
                "/fapi/v1/openInterest?symbol=NONE"
            })
    void anErrorIsARejectionWhateverWasAsked(String path) {
        assertThat(decode(path, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}"))
                .containsExactly(new Decoded.Rejected(null, "-1121 Invalid symbol."));
    }

    @Test
    void theVenuesClockIsRead() {
        assertThat(spot.rest()
                        .serverTime("{\"serverTime\":1499827319559}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(1_499_827_319_559_000L);
    }
}
