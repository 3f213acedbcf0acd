package io.tapeline.venue.deribit;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Candles of trades. {@code volume} is in coins, {@code cost} in the currency of the price (US dollars for inverse
 * contracts). The stream never says that a candle is final; an answer knows by the venue's own clock.
 */
final class DeribitCandles {
    /** The venue's spelling of an interval by ours. */
    static final Map<String, String> RESOLUTIONS = Map.ofEntries(
            Map.entry("1m", "1"),
            Map.entry("3m", "3"),
            Map.entry("5m", "5"),
            Map.entry("10m", "10"),
            Map.entry("15m", "15"),
            Map.entry("30m", "30"),
            Map.entry("1h", "60"),
            Map.entry("2h", "120"),
            Map.entry("3h", "180"),
            Map.entry("6h", "360"),
            Map.entry("12h", "720"),
            Map.entry("1d", "1D"));

    private DeribitCandles() {}

    static Duration length(String resolution) {
        return resolution.equals("1D") ? Duration.ofDays(1) : Duration.ofMinutes(Long.parseLong(resolution));
    }

    private static String interval(String resolution) {
        return RESOLUTIONS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(resolution))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new BadMember(
                        "resolution", "expected one of " + RESOLUTIONS.values() + ", got '" + resolution + "'"));
    }

    /** {@code chart.trades.BTC-PERPETUAL.1}; the instrument stands only in the channel. */
    static Decoded live(String channel, JsonValue data, long received) {
        String[] words = channel.split("\\.", -1);
        if (words.length != 4) {
            throw new BadMember("channel", "expected chart.trades.<instrument>.<resolution>, got '" + channel + "'");
        }
        DeribitSymbol symbol = DeribitSymbol.of(words[2]);
        return symbol.market() == null
                ? new Decoded.Ignored("a combo")
                : new Decoded.Event(new Candle(
                        Header.venue(DeribitTrades.id(symbol), data.millis("tick"), received),
                        interval(words[3]),
                        CandleSource.TRADE,
                        data.decimal("open"),
                        data.decimal("high"),
                        data.decimal("low"),
                        data.decimal("close"),
                        data.optionalDecimal("volume"),
                        data.optionalDecimal("cost"),
                        null,
                        null,
                        false));
    }

    /**
     * Columns of {@code get_tradingview_chart_data}, oldest first.
     *
     * @param now the venue's time of the answer, epoch microseconds
     */
    static List<Decoded> answer(JsonValue columns, RequestAddress asked, long now, long received) {
        if (columns.textOr("status", "ok").equals("no_data")) {
            return List.of(new Decoded.Ignored("no candles"));
        }
        DeribitSymbol symbol = DeribitSymbol.of(asked.parameter("instrument_name"));
        if (symbol.market() == null) {
            return List.of(new Decoded.Ignored("a combo"));
        }
        String resolution = asked.parameter("resolution");
        String interval = interval(resolution);
        long length = length(resolution).toMillis() * 1_000;
        List<Decoded> candles = new ArrayList<>();
        for (int i = 0; i < columns.get("ticks").elements().size(); i++) {
            Header header = Header.venue(
                    DeribitTrades.id(symbol), columns.get("ticks").at(i).millis(), received);
            candles.add(new Decoded.Event(row(columns, i, header, interval, header.timestamp() + length <= now)));
        }
        return candles;
    }

    private static Candle row(JsonValue columns, int i, Header header, String interval, boolean closed) {
        return new Candle(
                header,
                interval,
                CandleSource.TRADE,
                columns.get("open").at(i).decimal(),
                columns.get("high").at(i).decimal(),
                columns.get("low").at(i).decimal(),
                columns.get("close").at(i).decimal(),
                columns.get("volume").at(i).decimal(),
                columns.get("cost").at(i).decimal(),
                null,
                null,
                closed);
    }
}
