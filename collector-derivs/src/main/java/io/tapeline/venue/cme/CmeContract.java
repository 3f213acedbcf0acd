package io.tapeline.venue.cme;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One month of a product. Its symbol has two digits of the year ({@code BTCH27}): the venue's own single digit comes again
 * every ten years.
 */
record CmeContract(CmeProduct product, YearMonth month) {
    private static final String LETTERS = "FGHJKMNQUVXZ";
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final Pattern MONTH = Pattern.compile("([A-Z]{3}) (?:20)?(\\d{2})");
    private static final Pattern CODE = Pattern.compile("([A-Z]{3})([" + LETTERS + "])(\\d{1,2})");
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    /** The contract of a month as the site writes it: {@code SEP 26}, {@code Sep 2026}, {@code JLY 27}. */
    static CmeContract of(CmeProduct product, String member, String text) {
        Matcher found = MONTH.matcher(text.strip().toUpperCase(Locale.ROOT).replace("JLY", "JUL"));
        int month = found.matches() ? MONTHS.indexOf(found.group(1)) : -1;
        if (month < 0) {
            throw new BadMember(member, "expected a month like SEP 26, got '" + text + "'");
        }
        return new CmeContract(product, YearMonth.of(2000 + Integer.parseInt(found.group(2)), month + 1));
    }

    /**
     * The contract of a code such as {@code BTCZ6} or {@code BTCZ26}; empty where it is of no product that is collected.
     *
     * @param near one digit of the year means the nearest year with it that has not passed by then
     */
    static Optional<CmeContract> ofCode(String code, LocalDate near) {
        Matcher found = CODE.matcher(code);
        Optional<CmeProduct> product = found.matches() ? CmeProduct.of(found.group(1)) : Optional.empty();
        return product.map(known -> new CmeContract(
                known, YearMonth.of(year(found.group(3), near.getYear()), LETTERS.indexOf(found.group(2)) + 1)));
    }

    private static int year(String digits, int near) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? 2000 + year : near + Math.floorMod(year - near, 10);
    }

    String symbol() {
        return "%s%c%02d".formatted(product, LETTERS.charAt(month.getMonthValue() - 1), month.getYear() % 100);
    }

    InstrumentId id() {
        return new InstrumentId(CmeVenue.EXCHANGE, Market.FUTURE, symbol());
    }

    /**
     * As it is listed.
     *
     * @param expiry epoch microseconds
     * @param endedAt null while it trades
     */
    Instrument instrument(long expiry, @Nullable Long endedAt) {
        return new Instrument(
                id(),
                product.base(),
                "USD",
                "USD",
                product.base() + "/USD:USD-" + CmeExpiry.date(expiry).format(EXPIRY),
                product.contractSize(),
                ContractType.LINEAR,
                product.tick(),
                BigDecimal.ONE,
                expiry,
                null,
                null,
                Sector.of(product.base()),
                null,
                null,
                null,
                endedAt);
    }
}
