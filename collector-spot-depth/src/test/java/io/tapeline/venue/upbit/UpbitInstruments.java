package io.tapeline.venue.upbit;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.instrument.Instrument;
import java.util.List;

/** Instruments as the venue lists them. */
final class UpbitInstruments {
    static final Instrument KRW_BTC = of("KRW-BTC", "1000");
    static final Instrument KRW_USDT = of("KRW-USDT", "1");
    static final Instrument BTC_ETH = of("BTC-ETH", "0.00000001");
    static final Instrument USDT_BTC = of("USDT-BTC", "0.01");

    private UpbitInstruments() {}

    private static Instrument of(String code, String tick) {
        String row = "[{\"market\":\"%s\",\"quote_currency\":\"%s\",\"tick_size\":%s,\"supported_levels\":[\"0\"]}]";
        Decoded listed = UpbitTape.answer(
                        "/v1/orderbook/instruments?markets=" + code, row.formatted(code, code.split("-")[0], tick))
                .getFirst();
        return ((Decoded.Listed) listed).instrument();
    }

    static List<Instrument> some() {
        return List.of(KRW_BTC, KRW_USDT, BTC_ETH, USDT_BTC);
    }
}
