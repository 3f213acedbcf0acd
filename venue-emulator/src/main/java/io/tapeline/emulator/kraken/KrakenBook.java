package io.tapeline.emulator.kraken;

import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.SymbolSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The book of a pair as deep as it is subscribed. A level that is pushed out of it is not told as gone; the checksum is over
 * the best ten of each side.
 *
 * @param depth levels a side
 */
record KrakenBook(SymbolSpec spec, int depth) {
    private static final int CHECKED = 10;
    private static final LevelShape LEVEL = LevelShape.objects("price", "qty", false);

    String text(BookMessage message) {
        String row = Json.object()
                .text("symbol", spec.symbol())
                .levels("bids", spec, told(message.bids(), message.allBids(), true), LEVEL)
                .levels("asks", spec, told(message.asks(), message.allAsks(), false), LEVEL)
                .number("checksum", checksum(message.allBids(), message.allAsks()))
                .text("timestamp", KrakenTimes.ofMillis(message.time()))
                .end();
        return Json.object()
                .text("channel", "book")
                .text("type", message.snapshot() ? "snapshot" : "update")
                .raw("data", "[" + row + "]")
                .end();
    }

    private List<Level> told(List<Level> changes, List<Level> side, boolean bids) {
        if (side.size() < depth) {
            return changes;
        }
        long worst = side.getLast().price();
        return changes.stream()
                .filter(level -> level.size() > 0 || (bids ? level.price() > worst : level.price() < worst))
                .toList();
    }

    private long checksum(List<Level> bids, List<Level> asks) {
        StringBuilder text = new StringBuilder(512);
        add(asks, text);
        add(bids, text);
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    private void add(List<Level> side, StringBuilder text) {
        side.stream().limit(CHECKED).forEach(level -> text.append(digits(spec.price(), level.price()))
                .append(digits(spec.size(), level.size())));
    }

    /** All decimals, without the point and leading zeros. */
    private static String digits(Grid grid, long count) {
        return grid.exact(count).unscaledValue().toString();
    }
}
