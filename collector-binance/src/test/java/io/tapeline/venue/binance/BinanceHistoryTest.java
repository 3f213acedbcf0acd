package io.tapeline.venue.binance;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.PublishedEvents;
import io.tapeline.collector.venue.RunningFeed;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.venue.testing.EmulatedHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened before an instrument was first collected. */
class BinanceHistoryTest {
    private static final long DAY = Duration.ofDays(1).toMillis() * 1_000;
    private static final int MINUTES_OF_A_DAY = 1_440;

    @TempDir
    Path directory;

    private final PublishedEvents published = new PublishedEvents();
    private EmulatedHost emulated;
    private RunningFeed feed;

    @AfterEach
    void stop() {
        feed.close();
        emulated.close();
    }

    private void start(int days) {
        Map<String, Object> settings = RunningFeed.settings(emulated.venue().feed(), List.of("BTC"), directory);
        settings.put("tapeline.collector.historical-days", days);
        feed = new RunningFeed(emulated.venue(), published, settings);
    }

    private <T extends MarketEvent> List<T> fetched(Class<T> type) {
        return published.of(type).stream()
                .filter(event -> event.header().origin() == Origin.BACKFILL)
                .toList();
    }

    private long candles() {
        return fetched(Candle.class).stream()
                .map(candle -> candle.header().timestamp())
                .distinct()
                .count();
    }

    private List<String> asked(String path) {
        return emulated.requests().stream()
                .map(EmulatedFeed.Request::target)
                .filter(target -> target.contains(path) && target.contains("startTime"))
                .toList();
    }

    @Test
    void aDayOfSpotCandlesIsFetchedOnceAndNotAgainAfterARestart() {
        emulated = BinanceHosts.spot();
        start(1);
        until("a day of candles", () -> candles() >= MINUTES_OF_A_DAY);
        until(
                "live",
                () -> feed.state() == FeedState.LIVE
                        && !published.of(Candle.class).stream()
                                .filter(c -> c.header().origin() == Origin.LIVE)
                                .toList()
                                .isEmpty());
        assertThat(fetched(Candle.class)).as("each once").hasSize((int) candles());
        assertThat(asked("/klines")).as("1000 rows a page").hasSize(2);
        feed.close();
        start(1);
        until("live again", () -> feed.state() == FeedState.LIVE);
        until("the gap of the pause is asked for", () -> asked("/klines").size() > 2);
        assertThat(fetched(Candle.class)).hasSize((int) candles());
    }

    @Test
    void daysOfFundingAndCandlesOfFuturesAreFetched() {
        emulated = BinanceHosts.futures();
        start(2);
        until("two days of candles", () -> candles() >= 2 * MINUTES_OF_A_DAY);
        until("two days of funding", () -> fetched(FundingRate.class).size() >= 5);
        assertThat(fetched(FundingRate.class))
                .allMatch(rate -> rate.status() == FundingStatus.SETTLED
                        && rate.header().timestamp() > rate.header().receivedAt() - 2 * DAY - DAY / 24);
    }

    @Test
    void whatIsLeftWhenTheProcessEndsIsTakenUpByTheNext() {
        emulated = BinanceHosts.spot();
        start(30);
        until("a window of it", () -> candles() > 8 * MINUTES_OF_A_DAY);
        feed.close();
        assertThat(candles()).as("not all of it").isLessThan(30 * MINUTES_OF_A_DAY);
        List<String> first = asked("/klines");
        start(30);
        until("all of it", () -> candles() >= 30 * MINUTES_OF_A_DAY);
        assertThat(asked("/klines").subList(first.size(), asked("/klines").size()))
                .as("what is durable is not asked for again")
                .doesNotContain(first.getFirst());
    }
}
