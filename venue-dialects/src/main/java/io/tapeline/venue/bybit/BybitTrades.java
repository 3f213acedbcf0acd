package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trades over REST, with the ids of the stream under other names, and what marks trades off the book. */
final class BybitTrades {
    private BybitTrades() {}

    static Trade row(JsonValue row, InstrumentId id, BybitCategory category, long received) {
        return new Trade(
                Header.venue(id, row.millis("time"), received),
                row.text("execId"),
                BybitSides.taker(row.text("side")),
                row.decimal("price"),
                row.decimal("size"),
                category.sizeUnit(id.symbol()),
                null,
                null,
                row.optionalInteger("seq"),
                false,
                metadata(row.flag("isBlockTrade"), row.flag("isRPITrade")));
    }

    /** Both are executed volume; blocks can be off the market, retail price improvement is better than the book. */
    static Map<String, Object> metadata(boolean block, boolean retailImprovement) {
        if (!block && !retailImprovement) {
            return Map.of();
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (block) {
            metadata.put("block_trade", true);
        }
        if (retailImprovement) {
            metadata.put("rpi_trade", true);
        }
        return metadata;
    }
}
