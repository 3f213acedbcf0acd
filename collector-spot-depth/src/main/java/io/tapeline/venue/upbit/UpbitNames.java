package io.tapeline.venue.upbit;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;

/** Codes are {@code QUOTE-BASE}: {@code KRW-BTC} is bitcoin priced in won. */
final class UpbitNames {
    static final String EXCHANGE = "upbit";

    private UpbitNames() {}

    static InstrumentId id(String code) {
        dash(code);
        return new InstrumentId(EXCHANGE, Market.SPOT, code);
    }

    static String quote(String code) {
        return code.substring(0, dash(code));
    }

    static String base(String code) {
        return code.substring(dash(code) + 1);
    }

    private static int dash(String code) {
        int dash = code.indexOf('-');
        if (dash < 1 || dash == code.length() - 1) {
            throw new BadMember("code", "expected one such as KRW-BTC, got '" + code + "'");
        }
        return dash;
    }

    /** Name of a stream: what is asked for, and of which market. */
    static String stream(String type, String code) {
        return type + ":" + code;
    }

    static String type(String stream) {
        return stream.substring(0, stream.indexOf(':'));
    }

    static String code(String stream) {
        return stream.substring(stream.indexOf(':') + 1);
    }
}
