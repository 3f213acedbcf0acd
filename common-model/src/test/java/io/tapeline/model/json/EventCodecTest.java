package io.tapeline.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.model.event.EventSamples;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Trade;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
    static List<MarketEvent> everyKind() {
        return EventSamples.all();
    }

    @Test
    void samplesCoverEveryKind() {
        assertThat(everyKind()).extracting(MarketEvent::kind).containsExactly(Kind.values());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyKindSurvivesJsonWithEveryDigit(MarketEvent event) {
        MarketEvent back = EventCodec.read(EventCodec.write(event));
        assertThat(back).isEqualTo(event);
        assertThat(EventCodec.write(back)).isEqualTo(EventCodec.write(event));
    }

    @Test
    void aTradeIsFlatSnakeCaseWithPlainNumbersAndMicroseconds() {
        Trade trade = EventSamples.trade("12345", "50123.450", "0.00000001");
        assertThat(new String(EventCodec.write(trade), UTF_8))
                .isEqualTo(
                        "{\"kind\":\"trade\",\"exchange\":\"binance\",\"market\":\"perpetual\",\"symbol\":\"BTCUSDT\","
                                + "\"timestamp\":\"2025-11-14T10:00:00.123456Z\",\"time_source\":\"venue\","
                                + "\"received_at\":\"2025-11-14T10:00:00.124956Z\",\"origin\":\"live\",\"trade_id\":\"12345\","
                                + "\"side\":\"buy\",\"price\":50123.450,\"size\":0.00000001,\"size_unit\":\"base\","
                                + "\"base_size\":0.00000001,\"value_usd\":0.00,\"sequence\":null,\"is_liquidation\":false,"
                                + "\"metadata\":{}}");
    }

    @Test
    void sectorsAreWrittenInCapitals() {
        MarketEvent listed = everyKind().get(Kind.INSTRUMENT.ordinal());
        assertThat(new String(EventCodec.write(listed), UTF_8)).contains("\"sector\":\"MAJORS\"");
    }

    @Test
    void anArrayKeepsOrder() {
        List<MarketEvent> events = everyKind();
        assertThat(EventCodec.readAll(EventCodec.writeAll(events))).isEqualTo(events);
    }

    @Test
    void membersThatAreNotKnownAreSkipped() {
        String json = new String(EventCodec.write(EventSamples.trade("1", "1", "1")), UTF_8);
        String extended = json.replace("\"side\"", "\"new\":{\"a\":[1,{\"b\":null}]},\"side\"");
        assertThat(EventCodec.read(extended.getBytes(UTF_8))).isEqualTo(EventCodec.read(json.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenTextIsToldByFieldAndExpectation(String from, String to, String message) {
        String json = new String(EventCodec.write(EventSamples.trade("1", "7.5", "3")), UTF_8).replace(from, to);
        assertThatThrownBy(() -> EventCodec.read(json.getBytes(UTF_8)))
                .isInstanceOf(EventFormatException.class)
                .hasMessageContaining(message);
    }

    static List<Object[]> broken() {
        return Arrays.asList(new Object[][] {
            {"\"kind\":\"trade\"", "\"kind\":\"treat\"", "kind: expected a known kind, got 'treat'"},
            {"\"side\":\"buy\"", "\"side\":\"long\"", "side: expected one of [buy, sell, unknown], got 'long'"},
            {"\"price\":7.5", "\"price\":\"7.5\"", "price: expected a number"},
            {"\"price\":7.5,", "", "price: expected decimal, got nothing"},
            {"\"price\":7.5", "\"price\":1e999999", "price: "},
            {"\"sequence\":null", "\"sequence\":1.5", "sequence: expected VALUE_NUMBER_INT"},
            {"2025-11-14T10:00:00.123456Z", "yesterday", "timestamp: "},
            {"{\"kind\"", "[\"kind\"", "event: expected START_OBJECT"},
            {"\"metadata\":{}}", "\"metadata\":{", "not JSON"},
        });
    }

    @Test
    void exponentsAreResolved() {
        String json = new String(EventCodec.write(EventSamples.trade("1", "7.5", "3")), UTF_8)
                .replace("\"price\":7.5", "\"price\":1.25E+3");
        assertThat(((Trade) EventCodec.read(json.getBytes(UTF_8))).price()).isEqualByComparingTo("1250");
        assertThat(new String(EventCodec.write(EventCodec.read(json.getBytes(UTF_8))), UTF_8))
                .contains("\"price\":1250,");
    }
}
