package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Mark prices of the whole market, both families mixed, in two pushes as the venue shards them. */
final class MarkPriceArrays {
    private final List<List<UsdmSymbol>> shards;
    private final StreamChannel everySecond;
    private final StreamChannel everyThree;
    private final Cadence second;
    private final Cadence three;

    MarkPriceArrays(StreamHub hub, List<UsdmSymbol> symbols, long start) {
        // As on the venue, the inverse contracts (last) are in the first push.
        int cut = symbols.size() * 2 / 3;
        List<UsdmSymbol> first = new ArrayList<>(symbols.subList(0, cut));
        first.add(symbols.getLast());
        shards = List.of(first, symbols.subList(cut, symbols.size() - 1));
        everySecond = hub.channel(UsdmVenue.MARKET, "!markPrice@arr@1s");
        everyThree = hub.channel(UsdmVenue.MARKET, "!markPrice@arr");
        second = new Cadence(1000, start);
        three = new Cadence(3000, start);
    }

    void step(long time) {
        if (second.due(time)) {
            push(everySecond, time);
        }
        if (three.due(time)) {
            push(everyThree, time);
        }
    }

    private void push(StreamChannel channel, long time) {
        if (channel.wanted()) {
            for (List<UsdmSymbol> shard : shards) {
                channel.publish(shard.stream()
                        .map(symbol -> symbol.markPrice(time))
                        .collect(Collectors.joining(",", "[", "]")));
            }
        }
    }
}
