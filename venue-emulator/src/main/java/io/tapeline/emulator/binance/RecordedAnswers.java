package io.tapeline.emulator.binance;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.recorded.RecordedFrame;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.stream.StreamChannel;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Recorded REST answers by path and symbol, and the few that a recording need not hold. */
final class RecordedAnswers {
    private static final List<String> QUOTES =
            List.of("USDT", "USDC", "BUSD", "FDUSD", "TRY", "EUR", "BTC", "ETH", "BNB", "USD");

    private final Dialect dialect;
    private final Map<String, List<RecordedFrame>> answers = new HashMap<>();
    private final List<String> symbols;

    RecordedAnswers(Dialect dialect, List<RecordedFrame> recorded, Collection<StreamChannel> channels) {
        this.dialect = dialect;
        for (RecordedFrame frame : recorded) {
            answers.computeIfAbsent(key(frame.url()), key -> new ArrayList<>()).add(frame);
        }
        symbols = channels.stream()
                .map(StreamChannel::name)
                .filter(name -> name.indexOf('@') > 0 && !name.startsWith("!"))
                .map(name -> name.substring(0, name.indexOf('@')).toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The newest answer at a position of the session, or the first one after it. */
    RestAnswer answer(RestRequest request, long position, long now) {
        List<RecordedFrame> known = answers.get(request.path() + ' ' + request.symbol());
        if (known != null) {
            return RestAnswer.ok(newest(known, position).text());
        }
        return switch (request.path()) {
            case "/api/v3/ping", "/fapi/v1/ping" -> RestAnswer.ok("{}");
            case "/api/v3/time", "/fapi/v1/time" -> RestAnswer.ok("{\"serverTime\":" + now + "}");
            case "/api/v3/exchangeInfo" -> RestAnswer.ok(SpotExchangeInfo.text(specs(), now));
            case "/fapi/v1/exchangeInfo" ->
                RestAnswer.ok(UsdmExchangeInfo.text(specs().map(spec -> Contract.perpetual(spec, 8)), now));
            case "/fapi/v1/fundingInfo" -> RestAnswer.ok("[]");
            default -> RestErrors.noSuchPath(request.path());
        };
    }

    private static RecordedFrame newest(List<RecordedFrame> frames, long position) {
        RecordedFrame newest = frames.getFirst();
        for (RecordedFrame frame : frames) {
            newest = frame.received() <= position ? frame : newest;
        }
        return newest;
    }

    /** What the streams' names tell of the symbols; ticks and lots are not recorded. */
    private Stream<SymbolSpec> specs() {
        return symbols.stream().map(symbol -> {
            String quote = QUOTES.stream().filter(symbol::endsWith).findFirst().orElse("");
            String base = symbol.substring(0, symbol.length() - quote.length());
            Grid grid = dialect == Dialect.SPOT ? new Grid(8, 1) : new Grid(4, 1);
            return new SymbolSpec(symbol, base, quote, grid, grid, 1, 1, 1, 0);
        });
    }

    private static String key(String url) {
        URI uri = URI.create(url);
        QueryStringDecoder query = new QueryStringDecoder(uri);
        return uri.getPath()
                + ' '
                + query.parameters().getOrDefault("symbol", List.of("")).getFirst();
    }
}
