package io.tapeline.writer.store;

import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.EventSamples;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.OptionSummary;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What derivatives venues send together: 260 instruments of some venues in turn, seven kinds. */
final class MixedBatches {
    private static final int INSTRUMENTS = 260;
    private static final int KINDS = 7;
    private static final BigDecimal PRICE = new BigDecimal("50123.45");

    private final int venues;
    private long sent;

    MixedBatches(int venues) {
        this.venues = venues;
    }

    List<MarketEvent> next(int count) {
        List<MarketEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(event(sent++));
        }
        return events;
    }

    private MarketEvent event(long i) {
        int instrument = (int) (i / KINDS % INSTRUMENTS);
        long time = EventSamples.TIME + i * 1_000;
        Header header = Header.venue(
                new InstrumentId("venue" + instrument % venues, Market.PERPETUAL, "S" + instrument), time, time + 5);
        return switch ((int) (i % KINDS)) {
            case 0 ->
                new Trade(
                        header,
                        String.valueOf(i),
                        Side.BUY,
                        PRICE,
                        BigDecimal.ONE,
                        SizeUnit.BASE,
                        BigDecimal.ONE,
                        PRICE,
                        null,
                        false,
                        Map.of());
            case 1 -> new Quote(header, PRICE, BigDecimal.ONE, PRICE, BigDecimal.ONE, SizeUnit.BASE, i);
            case 2 -> new MarkPrice(header, PRICE, PRICE, null);
            case 3 ->
                new FundingRate(header, PRICE, FundingStatus.ESTIMATED, BigDecimal.ONE, PRICE, null, null, Map.of());
            case 4 -> new OpenInterest(header, PRICE, PRICE, PRICE, Map.of());
            case 5 ->
                new Candle(header, "1m", CandleSource.TRADE, PRICE, PRICE, PRICE, PRICE, PRICE, null, null, null, true);
            default ->
                new OptionSummary(header, "BTC", PRICE, PRICE, PRICE, PRICE, PRICE, PRICE, PRICE, PRICE, PRICE, PRICE);
        };
    }
}
