package io.tapeline.emulator.deribit;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Answers with trades: at most 1000, oldest first when so asked, with the liquidations that are known by now. */
final class TradePages {
    private static final int MOST = 1_000;
    private static final int USUAL = 10;

    private final DeribitHost host;

    TradePages(DeribitHost host) {
        this.host = host;
    }

    private record Row(Instrument instrument, TradePrint trade) {}

    /** By {@code trade_seq}; the newest where none is asked for. */
    String numbered(RestRequest request) {
        Instrument instrument = instrument(request);
        long last = number(request, "end_seq", Long.MAX_VALUE);
        List<TradePrint> found = request.parameter("start_seq").isEmpty()
                ? instrument.listed().market().trades().last(count(request))
                : instrument.listed().market().trades().from(number(request, "start_seq", 0), MOST + 1);
        return page(
                request, found.stream().filter(trade -> trade.id() <= last).map(trade -> new Row(instrument, trade)));
    }

    String timed(RestRequest request) {
        return page(request, between(instrument(request), request));
    }

    String ofCurrency(RestRequest request) {
        String kind = request.parameter("kind").orElse("any");
        String currency = request.parameter("currency").orElse("");
        return page(
                request,
                host.instruments().stream()
                        .filter(one -> one.contract().settle().equals(currency))
                        .filter(one -> kind.equals("any")
                                || InstrumentRow.kind(one.contract()).equals(kind))
                        .flatMap(one -> between(one, request))
                        .sorted(Comparator.comparingLong(row -> row.trade().time())));
    }

    private Stream<Row> between(Instrument instrument, RestRequest request) {
        return instrument
                .listed()
                .market()
                .trades()
                .between(
                        number(request, "start_timestamp", 0),
                        number(request, "end_timestamp", Long.MAX_VALUE),
                        MOST + 1)
                .stream()
                .map(trade -> new Row(instrument, trade));
    }

    private String page(RestRequest request, Stream<Row> rows) {
        int count = count(request);
        List<Row> found = rows.limit(count + 1L).toList();
        List<Row> shown = found.subList(0, Math.min(count, found.size()));
        List<Row> sorted = request.parameter("sorting").orElse("desc").equals("asc") ? shown : shown.reversed();
        return Json.object()
                .raw("trades", Json.array(sorted.stream().map(row -> row.instrument()
                        .trade(row.trade(), host.now()))))
                .flag("has_more", found.size() > count)
                .end();
    }

    private int count(RestRequest request) {
        return (int) Math.clamp(number(request, "count", USUAL), 1, MOST);
    }

    private long number(RestRequest request, String name, long otherwise) {
        return Methods.number(request, name, otherwise, host.now());
    }

    private Instrument instrument(RestRequest request) {
        return host.instrument(request.parameter("instrument_name").orElse(""))
                .orElseThrow(() -> new BadRequest(Rpc.refusal(13020, "not_found", host.now())));
    }
}
