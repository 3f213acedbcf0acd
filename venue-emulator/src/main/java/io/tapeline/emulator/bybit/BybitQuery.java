package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.server.RestRequest;

/** Parameters of a question; what is wrong with one ends its reading. */
record BybitQuery(BybitVenue venue, RestRequest request) {

    /** Every question but that for the time names its category. */
    void requireCategory() {
        if (!text("category", "").equals(venue.category().wireName())) {
            throw BybitErrors.badParameter("category invalid", venue.now());
        }
    }

    ListedContract contract() {
        return venue.contract(request.symbol())
                .orElseThrow(() -> BybitErrors.badParameter("symbol invalid", venue.now()));
    }

    Interval interval() {
        return BybitInterval.of(text("interval", ""))
                .orElseThrow(() -> BybitErrors.badParameter("interval invalid", venue.now()));
    }

    /** {@code 5min 15min 30min 1h 4h 1d}. */
    Interval period(String name) {
        return Interval.of(text(name, "").replace("min", "m"))
                .orElseThrow(() -> BybitErrors.badParameter(name + " invalid", venue.now()));
    }

    int limit(int usual, int most) {
        return (int) Math.clamp(number("limit", usual), 1, most);
    }

    long number(String name, long otherwise) {
        String text = text(name, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw BybitErrors.badParameter(name + " invalid", venue.now());
        }
    }

    String text(String name, String otherwise) {
        return request.parameter(name).orElse(otherwise);
    }
}
