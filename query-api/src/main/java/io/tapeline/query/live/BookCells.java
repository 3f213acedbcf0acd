package io.tapeline.query.live;

import io.tapeline.model.event.Orderbook;
import io.tapeline.model.json.EventCodec;
import io.tapeline.model.json.IsoMicros;
import io.tapeline.query.dataset.Column;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A book in memory as the cells of a row, as if it had been stored. */
final class BookCells {
    private static final JsonFactory JSON = new JsonFactory();

    private BookCells() {}

    static @Nullable String[] of(Orderbook book, List<Column> columns) {
        Map<String, @Nullable String> members = members(new String(EventCodec.write(book), StandardCharsets.UTF_8));
        members.put("id", id(book));
        return columns.stream().map(c -> members.get(c.name())).toArray(String[]::new);
    }

    private static String id(Orderbook book) {
        return book.instrumentId().exchange() + "_" + book.instrumentId().symbol() + "_"
                + IsoMicros.format(book.header().timestamp());
    }

    /** Each member's text: a string's content, anything else as it is written. */
    private static Map<String, @Nullable String> members(String json) {
        Map<String, @Nullable String> members = new HashMap<>();
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
            in.nextToken();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                members.put(name, text(json, in, in.nextToken()));
            }
        }
        return members;
    }

    private static @Nullable String text(String json, JsonParser in, JsonToken token) {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!token.isStructStart()) {
            return in.getString();
        }
        int start = (int) in.currentTokenLocation().getCharOffset();
        in.skipChildren();
        return json.substring(start, (int) in.currentLocation().getCharOffset());
    }
}
