package io.tapeline.venue.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HyperliquidCallsTest {
    private static final InstrumentId BTC = HyperliquidNames.instrument("BTC");
    private static final long NOW = VenuePayload.RECEIVED;

    private final Venue venue = new HyperliquidVenue(HyperliquidSettings.defaults());

    @Test
    void questionsArePostedAndKeptInTheFragment() {
        RestCall call = venue.rest()
                .history(Kind.FUNDING_RATE, HyperliquidNames.instrument("xyz:TSLA"), NOW - 1_000, NOW)
                .getFirst();
        assertThat(call.body()).startsWith("{\"type\":\"fundingHistory\",\"coin\":\"xyz:TSLA\",\"startTime\":");
        assertThat(call.uri().toString())
                .startsWith("https://api.hyperliquid.xyz/info#type=fundingHistory&coin=xyz%3ATSLA&from=");
    }

    @Test
    void tradesThatWereMissedCannotBeHad() {
        assertThat(venue.rest().repair(Kind.TRADE, BTC, new Hole(-1, -1, NOW - 60_000_000, NOW)))
                .isEmpty();
    }

    @Test
    void candlesWeighByTheRowsTheyMayHave() {
        RestCall week = venue.rest()
                .history(Kind.CANDLE, BTC, NOW - Duration.ofDays(3).toMillis() * 1_000, NOW)
                .getFirst();
        assertThat(week.weight()).isEqualTo(20 + 4320 / 60);
        assertThat(week.body()).contains("\"type\":\"candleSnapshot\",\"req\":{\"coin\":\"BTC\",\"interval\":\"1m\"");
        assertThat(week.origin()).isEqualTo(Origin.BACKFILL);
    }

    @Test
    void aFullPageOfFundingGoesOnAfterItsLastRow() {
        RestCall call = venue.rest()
                .history(Kind.FUNDING_RATE, BTC, NOW - Duration.ofDays(30).toMillis() * 1_000, NOW)
                .getFirst();
        String rows = LongStream.range(0, 500)
                .mapToObj(i -> "{\"coin\":\"BTC\",\"fundingRate\":\"0.0000125\",\"premium\":\"0\",\"time\":"
                        + (1_700_000_000_000L + i * 3_600_000) + "}")
                .collect(Collectors.joining(",", "[", "]"));
        List<Decoded> page = venue.decoder()
                .decode(
                        VenuePayload.answer("", call.uri().toString(), rows).frame("hyperliquid"),
                        InstrumentLookup.NONE);
        RestCall next = ((Decoded.Continued) page.getLast()).next();
        assertThat(next.body()).contains("\"startTime\":" + (1_700_000_000_000L + 499 * 3_600_000L + 1));
        assertThat(next.origin()).isEqualTo(Origin.BACKFILL);
    }

    @Test
    void spotHasNoFundingAndNoOpenInterest() {
        Instrument spot = HyperliquidInstruments.named("@142");
        assertThat(venue.subscriptions().streams(List.of(spot), venue.kinds()))
                .flatExtracting(VenueStream::kinds)
                .doesNotContain(Kind.FUNDING_RATE, Kind.OPEN_INTEREST);
        assertThat(venue.rest().polls(List.of(spot), venue.kinds())).isEmpty();
    }

    @Test
    void fastBooksAreAskedForWhenWanted() {
        HyperliquidSettings fast = new HyperliquidSettings(
                "https://h", "wss://h/ws", true, false, List.of(), Duration.ofMinutes(1), Duration.ofMinutes(1));
        Venue hasty = new HyperliquidVenue(fast);
        List<VenueStream> streams =
                hasty.subscriptions().streams(List.of(HyperliquidInstruments.named("BTC")), Set.of(Kind.BOOK));
        assertThat(hasty.subscriptions().subscribe(streams, () -> 1L))
                .extracting(SubscribeRequest::text)
                .containsExactly(
                        "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"l2Book\",\"coin\":\"BTC\",\"fast\":true}}");
        assertThat(hasty.rest().instruments()).extracting(RestCall::body).contains("{\"type\":\"meta\",\"dex\":\"\"}");
    }
}
