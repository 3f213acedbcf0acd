package io.tapeline.venue.upbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.FrameLine;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Trade;
import io.tapeline.venue.testing.SharedFrames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The recorded session, through the pipeline of {@code tapeline normalize}, against a plain second reading. */
class UpbitRecordingsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Test
    void everyTradeBookAndQuoteIsPublishedInOrderDigitForDigit() throws IOException {
        List<FrameLine> lines = SharedFrames.recording("upbit");
        List<String> sent = new ArrayList<>();
        lines.forEach(line -> {
            if (line instanceof FrameLine.Frame(long number, String session, var frame)) {
                read(JSON.readTree(frame.text()), sent);
            }
        });
        List<MarketEvent> events = SharedFrames.normalized(UpbitTape.VENUE, List.of(), lines);
        assertThat(events.stream().map(UpbitRecordingsTest::said)).containsExactlyElementsOf(sent);
        assertThat(events).hasSize(58 + 2 * 32);
    }

    private static String said(MarketEvent event) {
        String who = " " + event.instrumentId().symbol() + " " + event.header().timestamp() / 1_000 + " ";
        return switch (event) {
            case Trade trade ->
                "trade" + who + trade.tradeId() + " " + trade.side() + " "
                        + trade.price().toPlainString() + " " + trade.size().toPlainString();
            case Book book -> "book" + who + book.snapshot() + " " + book.bids() + " " + book.asks();
            case Quote quote ->
                "quote" + who + quote.bidPrice().toPlainString() + " "
                        + quote.bidSize().toPlainString() + " "
                        + quote.askPrice().toPlainString() + " "
                        + quote.askSize().toPlainString();
            default -> event.toString();
        };
    }

    private static void read(JsonNode frame, List<String> sent) {
        String code = " " + frame.get("code").asString() + " ";
        if (frame.get("type").asString().equals("trade")) {
            sent.add("trade" + code + frame.get("trade_timestamp").asLong() + " "
                    + frame.get("sequential_id").asLong() + " "
                    + (frame.get("ask_bid").asString().equals("BID") ? "BUY" : "SELL") + " "
                    + digits(frame.get("trade_price")) + " " + digits(frame.get("trade_volume")));
            return;
        }
        JsonNode units = frame.get("orderbook_units");
        String who = code + frame.get("timestamp").asLong() + " ";
        sent.add("book" + who + "true " + side(units, "bid") + " " + side(units, "ask"));
        sent.add("quote" + who + best(units, "bid") + " " + best(units, "ask"));
    }

    private static String best(JsonNode units, String side) {
        return digits(units.get(0).get(side + "_price")) + " "
                + digits(units.get(0).get(side + "_size"));
    }

    private static String side(JsonNode units, String side) {
        List<String> levels = new ArrayList<>();
        units.forEach(unit -> levels.add(digits(unit.get(side + "_price")) + " x " + digits(unit.get(side + "_size"))));
        return "[" + String.join(", ", levels) + "]";
    }

    private static String digits(JsonNode number) {
        return number.decimalValue().toPlainString();
    }
}
