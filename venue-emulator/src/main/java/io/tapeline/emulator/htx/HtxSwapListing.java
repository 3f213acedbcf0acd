package io.tapeline.emulator.htx;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.SymbolSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;

/** Contracts as the listing has them. */
final class HtxSwapListing {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.BASIC_ISO_DATE.withZone(ZoneOffset.UTC);

    private HtxSwapListing() {}

    static String row(ListedContract listed, long now) {
        SymbolSpec spec = listed.spec();
        long expiry = listed.contract().expiry();
        Json row = Json.object()
                .text("symbol", spec.base())
                .text("contract_code", listed.symbol())
                .raw("contract_size", HtxSwapRows.contractSize(spec).toPlainString())
                .raw("price_tick", spec.price().step().toPlainString())
                .text("delivery_date", expiry > 0 ? day(expiry) : "")
                .text("delivery_time", expiry > 0 ? Long.toString(expiry) : "")
                .text("create_date", "20201021")
                .number("contract_status", 1)
                .text("settlement_date", Long.toString(listed.marks().at(now).nextFunding()))
                .text("support_margin_mode", "all")
                .text("business_type", HtxSwapRows.business(listed))
                .text("pair", spec.base() + "-" + spec.quote())
                .text("contract_type", HtxSwapRows.type(listed))
                .text("tradfi_labels", "")
                .text("trade_partition", spec.quote());
        int hours = listed.contract().fundingHours();
        return hours > 0 ? row.text("settlement_period", Integer.toString(hours)).end() : row.end();
    }

    private static String day(long millis) {
        return DAY.format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }

    /** What a newcomer to the topic of listings hears first. */
    static String notice(Collection<ListedContract> contracts, long now) {
        return Json.object()
                .text("op", "notify")
                .text("topic", "public.*.contract_info")
                .number("ts", now)
                .text("event", "init")
                .raw("data", Json.array(contracts.stream().map(listed -> row(listed, now))))
                .end();
    }
}
