package io.tapeline.emulator.upbit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.server.RestRequest;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** {@code /v1/trades/ticks}: trades of one day, newest first, until a time of it or before a trade. */
record UpbitTrades(UpbitVenue venue, ListedContract listed, RestRequest request) {
    private static final int MOST = 500;
    private static final int DAYS = 7;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    String rows() {
        UpbitText text = new UpbitText(listed);
        UpbitDay day = new UpbitDay(listed);
        return Json.array(wanted().reversed().stream().map(trade -> row(text, day, trade)));
    }

    private String row(UpbitText text, UpbitDay day, TradePrint trade) {
        Json row = Json.object()
                .text("market", listed.symbol())
                .text("trade_date_utc", UpbitText.date(trade.time()))
                .text("trade_time_utc", UpbitText.time(trade.time()))
                .number("timestamp", trade.time())
                .number("trade_price", listed.spec().price(), trade.price())
                .number("trade_volume", listed.spec().size(), trade.size())
                .number("prev_closing_price", listed.spec().price(), day.closeBefore(trade.time()))
                .raw(
                        "change_price",
                        listed.spec()
                                .price()
                                .exact(trade.price() - day.closeBefore(trade.time()))
                                .toPlainString());
        return row.text("ask_bid", UpbitText.side(trade))
                .number("sequential_id", UpbitText.id(listed.symbol(), trade))
                .end();
    }

    private List<TradePrint> wanted() {
        long begins = begins();
        long ends = request.parameter("to").map(to -> begins + millis(to)).orElse(begins + 86_400_000);
        List<TradePrint> until = listed.market().trades().between(begins, ends - 1, Integer.MAX_VALUE).stream()
                .filter(trade -> trade.id() < before())
                .toList();
        return until.subList(Math.max(0, until.size() - count()), until.size());
    }

    private long begins() {
        int ago = number("days_ago", 0);
        if (ago > DAYS) {
            UpbitRest.refuse(400, "days_ago must be between 1 and " + DAYS);
        }
        return UpbitDay.LENGTH.open(venue.now()) - ago * 86_400_000L;
    }

    private int count() {
        return Math.min(MOST, number("count", 1));
    }

    private int number(String name, int otherwise) {
        return request.parameter(name)
                .filter(value -> value.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    private static long millis(String time) {
        String digits = time.replace(":", "");
        return digits.matches("([01]\\d|2[0-3])([0-5]\\d){2}")
                ? LocalTime.parse(digits, TIME).toSecondOfDay() * 1_000L
                : UpbitRest.refuse(400, "to must be HHmmss").length();
    }

    /** The number of the trade that the page ends before. */
    private long before() {
        String cursor = request.parameter("cursor").orElse("");
        if (!cursor.matches("\\d{1,18}")) {
            return Long.MAX_VALUE;
        }
        long id = Long.parseLong(cursor);
        long time = UpbitText.timeOf(listed.symbol(), id);
        return listed.market().trades().between(time, time, Integer.MAX_VALUE).stream()
                .filter(trade -> UpbitText.id(listed.symbol(), trade) == id)
                .mapToLong(TradePrint::id)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }
}
