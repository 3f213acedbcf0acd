package io.tapeline.venue.deribit;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.PublishedEvents;
import io.tapeline.collector.venue.RunningFeed;
import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.market.MarketRates;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Trade;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A liquidation that the venue flags an hour after it happened is a correction of its trade, and a liquidation. */
class DeribitLateLiquidationTest {
    private static final Duration PAST = Duration.ofMinutes(100);
    private static final MarketRates RATES = new MarketRates(0.2, 1, 2, 0.02, 20, 10_000, 2);

    @TempDir
    Path directory;

    @Test
    void tradesOfAnHourAgoAreCorrected() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        EmulatorSettings settings = EmulatorSettings.defaults()
                .withPrefixes("deribit")
                .withAssets("BTC")
                .withStart(Instant.now().minus(PAST))
                .withMarket(RATES);
        PublishedEvents published = new PublishedEvents();
        try (Emulator emulator = Emulator.start(settings, time)) {
            time.advanceTimeBy(PAST);
            try (RunningFeed feed = feed(emulator, published)) {
                until("liquidations", () -> published.of(Liquidation.class).size() > 3);
                assertThat(feed.published()).isSameAs(published);
            }
        }
        assertThat(published.of(Liquidation.class)).allSatisfy(liquidation -> {
            assertThat(liquidation.header().origin()).isEqualTo(Origin.REPAIR);
            assertThat(published.of(Trade.class))
                    .anyMatch(trade -> trade.isLiquidation()
                            && liquidation.tradeId() != null
                            && liquidation.tradeId().equals(trade.tradeId())
                            && liquidation.side() == trade.side());
        });
        assertThat(published.of(Trade.class))
                .as("nothing but what was flagged is read again")
                .allMatch(Trade::isLiquidation);
        assertThat(published.of(Gap.class)).isEmpty();
    }

    private RunningFeed feed(Emulator emulator, PublishedEvents published) {
        Map<String, Object> settings = RunningFeed.settings("deribit", List.of(), directory);
        settings.put("tapeline.collector.feeds.deribit.symbols", "BTC-PERPETUAL");
        String rest = emulator.baseUri("deribit").toString();
        return new RunningFeed(
                DeribitSessionTest.adapter(rest, emulator.wsUri("deribit").toString()), published, settings);
    }
}
