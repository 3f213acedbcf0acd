package io.tapeline.venue.upbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What trades are worth, worked by hand. */
class UpbitUnitsTest {
    private static final String KRW_BTC = trade("KRW-BTC", "116539000", "0.020547", "REALTIME", 1);

    private static String trade(String code, String price, String size, String stream, int id) {
        return "{\"ty\":\"trade\",\"cd\":\"%s\",\"tms\":1795168799910,\"ttms\":1795168799846,\"tp\":%s,\"tv\":%s,\"ab\":\"BID\",\"sid\":%d,\"st\":\"%s\"}"
                .formatted(code, price, size, id, stream);
    }

    private static Trade last(String... messages) {
        return (Trade) UpbitTape.normalized(UpbitInstruments.some(), messages).getLast();
    }

    @Test
    void wonCountByTheLastPriceOfTheStablecoin() {
        Trade trade = last(trade("KRW-USDT", "1380", "100", "SNAPSHOT", 9), KRW_BTC);
        // 0.020547 x 116539000 = 2394526.833 KRW; / 1380 = 1735.164372...
        assertThat(trade.valueUsd()).isEqualTo("1735.16");
        assertThat(trade.metadata().get("usd_rate")).hasToString("0.000724637681159420290");
        assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.BASE);
        assertThat(trade.baseSize()).isEqualTo("0.020547");
    }

    @Test
    void theStablecoinItselfIsWorthADollar() {
        assertThat(last(trade("KRW-USDT", "1380", "100", "REALTIME", 9)).valueUsd())
                .isEqualTo("100.00");
    }

    @Test
    void bitcoinCountsByItsPriceInTheStablecoin() {
        Trade trade = last(
                trade("USDT-BTC", "84000.01", "0.5", "REALTIME", 8), trade("BTC-ETH", "0.03521", "2.5", "REALTIME", 9));
        // 2.5 x 0.03521 = 0.088025 BTC; x 84000.01 = 7394.10088...
        assertThat(trade.valueUsd()).isEqualTo("7394.10");
        assertThat(trade.baseSize()).isEqualTo("2.5");
    }

    @Test
    void withoutAPriceOfTheQuoteTheValueIsUnknown() {
        assertThat(last(KRW_BTC).valueUsd()).isNull();
        assertThat(UpbitTape.normalized(List.of(), KRW_BTC))
                .singleElement()
                .extracting(event -> ((Trade) event).valueUsd())
                .isNull();
    }
}
