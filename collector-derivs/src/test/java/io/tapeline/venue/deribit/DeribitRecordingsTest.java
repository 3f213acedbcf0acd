package io.tapeline.venue.deribit;

import static io.tapeline.venue.deribit.DeribitFrames.decode;
import static io.tapeline.venue.deribit.DeribitFrames.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OptionSummary;
import io.tapeline.model.event.Verified;
import io.tapeline.venue.testing.SharedFrames;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded session of option books and tickers: every frame, digit by digit, and books that chain without a hole. */
class DeribitRecordingsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void everyFrameIsPublished() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (MarketEvent event : published(List.of(), SharedFrames.frames("deribit"))) {
            String name = event instanceof Book book
                    ? (book.snapshot() ? "snapshot" : "change")
                    : event.kind().wireName();
            counts.merge(name, 1, Integer::sum);
            if (event instanceof Book book) {
                assertThat(book.verified()).as("in sequence").isEqualTo(Verified.SEQUENCE);
            }
        }
        assertThat(counts).isEqualTo(Map.of("snapshot", 10, "change", 46, "option_summary", 92));
    }

    @Test
    void digitsAreTheVenuesOwn() throws IOException {
        for (RawFrame frame : SharedFrames.frames("deribit")) {
            JsonNode message = JSON.readTree(frame.body());
            if (message.has("params")) {
                Decoded decoded = decode(frame).getFirst();
                assertThat(said(decoded))
                        .as(frame.text())
                        .isEqualTo(sent(message.get("params").get("data")));
            }
        }
    }

    private static List<String> said(Decoded decoded) {
        List<String> texts = new ArrayList<>();
        switch (decoded) {
            case BookUpdate update -> {
                levels(update.bids(), texts);
                levels(update.asks(), texts);
                texts.add(String.valueOf(update.lastSequence()));
                texts.add(update.header().instrument().symbol());
                texts.add(String.valueOf(update.header().timestamp() / 1_000));
            }
            case Decoded.Event(OptionSummary e) -> {
                texts.addAll(List.of(plain(e.markPrice()), plain(e.markIv()), plain(e.delta()), plain(e.gamma())));
                texts.addAll(List.of(plain(e.vega()), plain(e.theta()), plain(e.underlyingPrice())));
                texts.addAll(List.of(plain(e.openInterest()), e.instrumentId().symbol()));
                texts.add(String.valueOf(e.header().timestamp() / 1_000));
            }
            default -> texts.add(decoded.toString());
        }
        return texts;
    }

    private static List<String> sent(JsonNode data) {
        List<String> texts = new ArrayList<>();
        if (data.has("change_id")) {
            for (String side : List.of("bids", "asks")) {
                data.get(side).forEach(level -> {
                    texts.add(plain(level.get(1).decimalValue()));
                    texts.add(plain(level.get(2).decimalValue()));
                });
            }
            texts.add(data.get("change_id").asString());
        } else {
            for (String name : List.of("mark_price", "mark_iv")) {
                texts.add(plain(data.get(name).decimalValue()));
            }
            for (String name : List.of("delta", "gamma", "vega", "theta")) {
                texts.add(plain(data.get("greeks").get(name).decimalValue()));
            }
            texts.add(plain(data.get("underlying_price").decimalValue()));
            texts.add(plain(data.get("open_interest").decimalValue()));
        }
        texts.add(data.get("instrument_name").asString());
        texts.add(data.get("timestamp").asString());
        return texts;
    }

    private static void levels(Levels levels, List<String> texts) {
        for (int i = 0; i < levels.size(); i++) {
            texts.add(plain(levels.price(i)));
            texts.add(plain(levels.size(i)));
        }
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
