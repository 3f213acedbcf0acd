package io.tapeline.venue.krakenfutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What could be misread. */
class KrakenFuturesDecoderTest {
    private final KrakenFuturesVenue venue = new KrakenFuturesVenue(KrakenFuturesSettings.defaults());

    private List<Decoded> decode(String text) {
        return venue.decoder().decode(VenuePayload.stream("", text).frame(venue.feed()), InstrumentLookup.NONE);
    }

    private static Trade trade(Decoded decoded) {
        return (Trade) ((Decoded.Event) decoded).event();
    }

    @Test
    void theGreetingAndTheHeartbeatsAreWhatIsAwaited() {
        assertThat(decode("{\"event\":\"info\",\"version\":1}")).containsExactly(new Decoded.Acknowledged("info"));
        assertThat(decode("{\"event\":\"subscribed\",\"feed\":\"heartbeat\"}"))
                .containsExactly(new Decoded.Acknowledged("heartbeat"));
        assertThat(venue.subscriptions().opening(() -> 1L))
                .extracting(request -> request.id() + request.text())
                .containsExactly("info", "heartbeat{\"event\":\"subscribe\",\"feed\":\"heartbeat\"}");
    }

    @Test
    void productsAreConfirmedOneByOneInAnyCase() {
        assertThat(decode("{\"event\":\"subscribed\",\"feed\":\"book\",\"product_ids\":[\"pi_xrpusd\"]}"))
                .containsExactly(new Decoded.Accepted(null, Set.of("book:PI_XRPUSD")));
    }

    @Test
    void aComplaintIsARefusalButForTheEngineAndForWhatRunsAlready() {
        assertThat(decode("{\"event\":\"alert\",\"message\":\"Bad request\"}"))
                .containsExactly(new Decoded.Rejected(null, "Bad request"));
        assertThat(decode("{\"event\":\"error\",\"message\":\"Invalid feed\"}"))
                .containsExactly(new Decoded.Rejected(null, "Invalid feed"));
        assertThat(decode("{\"event\":\"alert\",\"message\":\"Already subscribed to feed, re-requesting\"}"))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
        assertThat(decode("{\"event\":\"alert\",\"message\":\"Trading engine unavailable\"}"))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @Test
    void theNewestTradesAreReadOldestFirst() {
        List<Decoded> trades = venue.decoder()
                .decode(
                        KrakenFuturesPayloads.all().stream()
                                .filter(payload -> payload.channel().equals("trade_snapshot"))
                                .findFirst()
                                .orElseThrow()
                                .frame(venue.feed()),
                        InstrumentLookup.NONE);
        assertThat(trades).extracting(decoded -> trade(decoded).sequence()).containsExactly(655507L, 655508L);
    }

    @Test
    void tradesThatAreNoFillsSayWhatTheyAre() {
        Trade trade = trade(decode("""
                {"feed":"trade","product_id":"PI_XBTUSD","uid":"05af78ac","side":"sell","type":"termination",\
                "seq":653355,"time":1612266317519,"qty":15000,"price":34969.5}
                """).getFirst());
        assertThat(trade.isLiquidation()).isFalse();
        assertThat(trade.metadata()).hasToString("{type=termination}");
    }

    @Test
    void aChangeIsOneLevelOfOneSideAndANegativeSizeDeletes() {
        BookUpdate update = (BookUpdate) decode("""
                {"feed":"book","product_id":"PF_ETHUSD","side":"sell","seq":5,"price":2004.85,"qty":-1.0,\
                "timestamp":1626994927744}
                """).getFirst();
        assertThat(update.bids().isEmpty()).isTrue();
        assertThat(update.asks().size(0)).isEqualByComparingTo("0");
        assertThat(update.lastSequence()).isEqualTo(5);
    }

    @Test
    void aBookThatIsCrossedForAWhileIsNoFault() {
        assertThat(venue.books().orElseThrow().crossing())
                .isEqualTo(io.tapeline.collector.venue.BookSequencer.Crossing.TOLERATE);
    }

    @Test
    void zerosOfANewProductStandForNothing() {
        List<Decoded> decoded = decode("""
                {"time":1683116402169,"product_id":"PF_SUIUSD","funding_rate":0.0,"funding_rate_prediction":0.0,\
                "relative_funding_rate":0.0,"relative_funding_rate_prediction":0.0,"next_funding_rate_time":0,\
                "feed":"ticker","bid":0.0,"ask":0.0,"bid_size":0.0,"ask_size":0.0,"index":1.3336,"last":0.0,\
                "openInterest":0.0,"markPrice":1.3336,"maturityTime":0}
                """);
        Decoded.TickerChange change = (Decoded.TickerChange) decoded.getFirst();
        assertThat(change.values().hasFunding()).isFalse();
        assertThat(change.values().lastPrice()).isNull();
        assertThat(change.values().markPrice()).isEqualTo("1.3336");
        Quote quote = (Quote) ((Decoded.Event) decoded.getLast()).event();
        assertThat(quote.bidPrice()).isNull();
        assertThat(quote.askSize()).isNull();
    }

    @Test
    void aLightTickerHasNoTimeOfItsOwn() {
        Quote quote = (Quote) ((Decoded.Event) decode("""
                {"feed":"ticker_lite","product_id":"FI_BCHUSD_210730","bid":439.3,"ask":439.6,"change":2.6}
                """).getFirst()).event();
        assertThat(quote.header().timeSource()).isEqualTo(TimeSource.RECEIVE);
        assertThat(quote.bidSize()).isNull();
        assertThat(quote.instrumentId().market()).isEqualTo(Market.FUTURE);
    }

    @Test
    void listingsTellInverseFromLinearAndPerpetualFromDated() {
        assertThat(KrakenFuturesInstruments.all())
                .extracting(Instrument::unifiedSymbol)
                .containsExactly(
                        "BTC/USD:BTC", "ETH/USD:USD", "PEPE/USD:USD", "BTC/USD:BTC-270326", "BTC/USD:BTC-220930");
        Instrument inverse = KrakenFuturesInstruments.of("PI_XBTUSD");
        assertThat(inverse.contractType()).isEqualTo(ContractType.INVERSE);
        assertThat(inverse.contractSize()).isEqualTo("1");
        assertThat(inverse.settle()).isEqualTo("BTC");
        Instrument linear = KrakenFuturesInstruments.of("PF_PEPEUSD");
        assertThat(linear.contractSize()).isNull();
        assertThat(linear.tickSize()).isEqualTo("0.0000000001");
        assertThat(linear.lotSize()).isEqualTo("1000");
        assertThat(KrakenFuturesInstruments.of("PF_ETHUSD").lotSize()).isEqualTo("0.001");
        Instrument dated = KrakenFuturesInstruments.of("FI_XBTUSD_270326");
        assertThat(dated.id().market()).isEqualTo(Market.FUTURE);
        assertThat(dated.expiry()).isEqualTo(1_806_073_200_000_000L);
        assertThat(KrakenFuturesInstruments.of("FI_XBTUSD_220930").endedAt()).isEqualTo(1_664_550_000_000_000L);
    }

    @Test
    void namesInLowerCaseAndWithoutABaseAreUnderstood() {
        Instrument old = KrakenFuturesInstruments.listed(
                        "{\"instruments\":[{\"symbol\":\"pi_xbtusd\",\"type\":\"futures_inverse\",\"tickSize\":0.5,"
                                + "\"contractSize\":1,\"tradeable\":true}]}")
                .getFirst();
        assertThat(old.symbol()).isEqualTo("PI_XBTUSD");
        assertThat(old.base()).isEqualTo("BTC");
    }

    @Test
    void datedFuturesHaveNoFunding() {
        assertThat(venue.subscriptions()
                        .streams(List.of(KrakenFuturesInstruments.of("FI_XBTUSD_270326")), Set.of(Kind.FUNDING_RATE)))
                .isEmpty();
    }
}
