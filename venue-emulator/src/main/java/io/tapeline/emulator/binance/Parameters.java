package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.server.RestRequest;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the parameters of a request as the venue does, with its complaints. */
final class Parameters {
    private final RestRequest request;

    Parameters(RestRequest request) {
        this.request = request;
    }

    String text(String name) {
        return request.parameter(name).orElseThrow(() -> RestErrors.missing(name));
    }

    OptionalLong number(String name) {
        Optional<String> text = request.parameter(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("[0-9]{1,18}")) {
            throw RestErrors.illegal(name);
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    /** A limit larger than the most is cut down to it, as the venue does. */
    int limit(int otherwise, int most) {
        long limit = number("limit").orElse(otherwise);
        if (limit < 1) {
            throw RestErrors.invalid("limit");
        }
        return (int) Math.min(limit, most);
    }

    Interval interval() {
        return Interval.of(text("interval")).orElseThrow(RestErrors::invalidInterval);
    }

    /** The periods that statistics come in. */
    Interval period() {
        String name = text("period");
        if (!name.matches("5m|15m|30m|1h|2h|4h|6h|12h|1d")) {
            throw RestErrors.invalid("period");
        }
        return Interval.of(name).orElseThrow(() -> RestErrors.invalid("period"));
    }
}
