package io.tapeline.emulator.htx;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;

/** How REST answers are wrapped and questions read, on all markets. Errors come with 200. */
record HtxAnswers(EmulatedExchange venue) {

    RestAnswer ok(String data) {
        return RestAnswer.ok(Json.object()
                .text("status", "ok")
                .raw("data", data)
                .number("ts", venue.now())
                .end());
    }

    /** Market data, which says what it is of. */
    RestAnswer market(String symbol, String channel, String data) {
        return RestAnswer.ok(Json.object()
                .text("ch", "market." + symbol + "." + channel)
                .raw("data", data)
                .text("status", "ok")
                .number("ts", venue.now())
                .end());
    }

    BadRequest invalid(String what) {
        return new BadRequest(RestAnswer.ok(Json.object()
                .text("status", "error")
                .text("err-code", "invalid-parameter")
                .text("err-msg", "invalid " + what)
                .number("ts", venue.now())
                .end()));
    }

    long number(RestRequest request, String name, long otherwise) {
        String text = request.parameter(name).orElse(Long.toString(otherwise));
        if (!text.matches("\\d{1,18}")) {
            throw invalid(name);
        }
        return Long.parseLong(text);
    }

    /** How many rows are asked for. */
    int size(RestRequest request, int otherwise, int most) {
        return (int) Math.clamp(number(request, "size", otherwise), 1, most);
    }

    String period(RestRequest request) {
        return request.parameter("period").filter(HtxPeriods.ALL::containsKey).orElseThrow(() -> invalid("period"));
    }

    Interval interval(RestRequest request) {
        return HtxPeriods.ALL.getOrDefault(period(request), Interval.MINUTE);
    }
}
