package io.tapeline.collector.feed;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What to collect on a feed.
 *
 * @param enabled whether to collect at all
 * @param assets base assets, such as {@code BTC}
 * @param quote quote assets that go with them
 * @param symbols further instruments by venue symbol, unified symbol or bare asset
 * @param options assets whose whole option chain is collected
 * @param kinds kinds of events by wire name; empty means all that the venue offers
 */
public record FeedSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue List<String> assets,
        @DefaultValue List<String> quote,
        @DefaultValue List<String> symbols,
        @DefaultValue List<String> options,
        @DefaultValue List<String> kinds) {
    static final FeedSettings OFF = new FeedSettings(false, List.of(), List.of(), List.of(), List.of(), List.of());

    FeedSettings switchedOn() {
        return new FeedSettings(true, assets, quote, symbols, options, kinds);
    }
}
