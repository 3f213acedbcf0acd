package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.venue.testing.SharedFrames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Amounts worked out by hand from real messages. */
class HtxSpotUnitsTest {
    private static final List<Instrument> PAIRS = HtxSpotPayloads.listed(HtxSpotPayloads.LISTING);

    private final HtxSpotVenue venue = new HtxSpotVenue(HtxSpotSettings.defaults());

    private <T extends MarketEvent> List<T> events(Class<T> type, VenuePayload... payloads) {
        var frames = List.of(payloads).stream()
                .map(payload -> payload.frame(venue.feed()))
                .toArray(RawFrame[]::new);
        return SharedFrames.normalized(venue, PAIRS, frames).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** 0.01125 BTC x 49655 USDT = 558.61875 USDT: counted once, unlike on contracts. */
    @Test
    void aTradeCountsTheBaseOnce() {
        Trade trade = events(
                        Trade.class,
                        HtxSpotPayloads.rest("/market/history/trade", "symbol=btcusdt", HtxSpotPayloads.TRADES))
                .get(1);
        assertThat(trade.size()).isEqualTo("0.01125");
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.BASE);
        assertThat(trade.baseSize()).isEqualByComparingTo("0.01125");
        assertThat(trade.valueUsd()).isEqualTo("558.62");
    }

    /** 2021-08-24: 1 505 870.732227976 USDT for 30.72223099519689 BTC is a price of 49 015.7, between low and high. */
    @Test
    void aCandlesAmountIsInBaseAndItsVolInTheQuote() {
        Candle candle = events(
                        Candle.class,
                        HtxSpotPayloads.rest(
                                "/market/history/kline", "symbol=btcusdt&period=5min", HtxSpotPayloads.CANDLES))
                .getFirst();
        assertThat(candle.volume()).isEqualTo("30.72223099519689");
        assertThat(candle.quoteVolume()).isEqualTo("1505870.732227976");
        assertThat(candle.quoteVolume().doubleValue() / candle.volume().doubleValue())
                .isBetween(candle.low().doubleValue(), candle.high().doubleValue());
        assertThat(candle.trades()).isEqualTo(1504);
    }

    /** Recorded 2021-04-17: the first message after a subscription had a trade of 43 s before it. */
    @Test
    void theFirstTradeOnAConnectionIsFromBeforeIt() {
        assertThat(SharedFrames.normalized(venue, PAIRS, trade(5957203), trade(5957204)))
                .extracting(trade -> trade.header().origin())
                .containsExactly(Origin.BACKFILL, Origin.LIVE);
    }

    private RawFrame trade(long id) {
        String text = "{\"ch\":\"market.btcusdt.trade.detail\",\"ts\":1618678071460,\"tick\":{\"id\":" + id
                + ",\"ts\":1618678071458,\"data\":[{\"ts\":1618678071458,\"tradeId\":" + id
                + ",\"amount\":1,\"price\":60000,\"direction\":\"buy\"}]}}";
        return new RawFrame(
                venue.feed(),
                RawFrame.Transport.WS,
                "c1",
                null,
                VenuePayload.RECEIVED + id,
                text.getBytes(StandardCharsets.UTF_8));
    }
}
