package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.SymbolSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Tickers: whole for a newcomer, then what changes every second. Open interest adds up both sides, and says one of them. */
final class BybitTicker {
    private static final Grid RATE = new Grid(8, 1);

    private final ListedContract listed;
    private final SymbolSpec spec;

    BybitTicker(ListedContract listed) {
        this.listed = listed;
        spec = listed.spec();
    }

    String snapshot(long time) {
        return frame("snapshot", whole(time), time);
    }

    String change(Mark mark, long time) {
        Json data = Json.object()
                .text("symbol", listed.symbol())
                .decimal("lastPrice", spec.price(), listed.market().lastPrice())
                .text("markPrice", price(mark.mark()))
                .text("indexPrice", price(mark.index()));
        openInterest(data, mark);
        if (perpetual()) {
            data.decimal("fundingRate", RATE, mark.rate()).text("nextFundingTime", Long.toString(mark.nextFunding()));
        }
        return frame("delta", data.end(), time);
    }

    /** All members, as the answer about tickers has them too. */
    String whole(long time) {
        Mark mark = listed.marks().at(time);
        String last = spec.price().text(listed.market().lastPrice());
        Json data = Json.object()
                .text("symbol", listed.symbol())
                .text("tickDirection", "ZeroMinusTick")
                .text("price24hPcnt", "-0.00506")
                .text("lastPrice", last)
                .text("prevPrice24h", last)
                .text("highPrice24h", last)
                .text("lowPrice24h", last)
                .text("prevPrice1h", last)
                .text("markPrice", price(mark.mark()))
                .text("indexPrice", price(mark.index()));
        openInterest(data, mark);
        data.text("turnover24h", "3947254153.7179").text("volume24h", "61874.6390");
        terms(data, mark);
        return data.decimal("bid1Price", spec.price(), listed.book().bestBid().price())
                .decimal("bid1Size", spec.size(), listed.book().bestBid().size())
                .decimal("ask1Price", spec.price(), listed.book().bestAsk().price())
                .decimal("ask1Size", spec.size(), listed.book().bestAsk().size())
                .end();
    }

    /** What differs between perpetuals and dated futures. */
    private void terms(Json data, Mark mark) {
        if (perpetual()) {
            data.text("fundingIntervalHour", Integer.toString(listed.contract().fundingHours()))
                    .text("fundingCap", "0.005")
                    .text("nextFundingTime", Long.toString(mark.nextFunding()))
                    .decimal("fundingRate", RATE, mark.rate())
                    .text("preOpenPrice", "")
                    .text("preQty", "")
                    .text("curPreListingPhase", "");
        } else {
            data.text(
                            "deliveryTime",
                            Instant.ofEpochMilli(listed.contract().expiry()).toString())
                    .text("basisRate", "0.01000000")
                    .text("deliveryFeeRate", "0")
                    .text("predictedDeliveryPrice", "0.00")
                    .text("basis", price(mark.mark() - mark.index()))
                    .text("basisRateYear", "0.05000000")
                    .text("nextFundingTime", "")
                    .text("fundingRate", "");
        }
    }

    private void openInterest(Json data, Mark mark) {
        long one = listed.marks().state().openInterest();
        data.decimal("openInterest", spec.size(), 2 * one)
                .text("openInterestValue", value(2 * one, mark))
                .decimal("singleOpenInterest", spec.size(), one)
                .text("singleOpenInterestValue", value(one, mark));
    }

    private String value(long lots, Mark mark) {
        BigDecimal price = new BigDecimal(price(mark.mark()));
        return spec.size()
                .exact(lots)
                .multiply(price)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Mark and index prices have the decimals of the contract's price. */
    private String price(long eightDecimals) {
        return FuturesMarks.GRID
                .exact(eightDecimals)
                .setScale(spec.price().scale(), RoundingMode.HALF_UP)
                .toPlainString();
    }

    private boolean perpetual() {
        return listed.contract().kind() == Contract.Kind.PERPETUAL;
    }

    private String frame(String type, String data, long time) {
        return Json.object()
                .text("topic", "tickers." + listed.symbol())
                .text("type", type)
                .raw("data", data)
                .number("cs", listed.book().lastId())
                .number("ts", time)
                .end();
    }
}
