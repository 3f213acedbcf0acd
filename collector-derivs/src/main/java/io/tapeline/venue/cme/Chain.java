package io.tapeline.venue.cme;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The contracts that trade: by the rules, and by the venue's contract calendar. */
final class Chain {
    /** How long a contract is kept after its end, so that its last settlement is read. */
    private static final long KEPT_MICROS = Duration.ofDays(1).toMillis() * 1_000;

    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM yyyy")
            .toFormatter(Locale.ENGLISH);

    private Chain() {}

    /** A contract as it is at a time: ended a day after its expiry. */
    static Instrument at(CmeContract contract, long expiry, long now) {
        return contract.instrument(expiry, now < expiry + KEPT_MICROS ? null : (Long) expiry);
    }

    /**
     * What is listed when the frame was received, and the month that ended last until its end was told. Expiries that are
     * known stay.
     */
    static List<Decoded> byRule(JsonValue products, RawFrame frame, InstrumentLookup instruments) {
        List<YearMonth> months = new ArrayList<>(CmeExpiry.listed(frame.received()));
        months.addFirst(months.getFirst().minusMonths(1));
        return JsonDecoder.rows(products.elements(), name -> {
            CmeProduct product = CmeProduct.of(name.text())
                    .orElseThrow(() -> new BadMember("products", "expected one of BTC, MBT, ETH, MET, got " + name));
            return months.stream()
                    .map(month -> new CmeContract(product, month))
                    .map(contract -> at(contract, expiry(contract, instruments), frame.received()))
                    .filter(listed -> listed.live() || instruments.find(listed.symbol()) != null)
                    .<Decoded>map(Decoded.Listed::new)
                    .toList();
        });
    }

    private static long expiry(CmeContract contract, InstrumentLookup instruments) {
        Instrument known = instruments.find(contract.symbol());
        Long expiry = known == null ? null : known.expiry();
        return expiry == null ? CmeExpiry.of(contract.month()) : expiry;
    }

    /** The contract calendar of a product: its last days of trading are the ones that count. */
    static List<Decoded> calendar(CmeProduct product, JsonValue rows, RawFrame frame) {
        return JsonDecoder.rows(rows.elements(), row -> {
            CmeContract contract = CmeContract.of(product, "contractMonth", row.text("contractMonth"));
            long expiry = CmeExpiry.on(day(row, "lastTrade"));
            return List.of(new Decoded.Listed(at(contract, expiry, frame.received())));
        });
    }

    private static LocalDate day(JsonValue row, String member) {
        try {
            return LocalDate.parse(row.text(member).strip(), DAY);
        } catch (DateTimeException e) {
            throw new BadMember(member, "expected a day like 25 Sep 2026, got " + row.get(member));
        }
    }
}
