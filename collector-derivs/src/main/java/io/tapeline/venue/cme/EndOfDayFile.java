package io.tapeline.venue.cme;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.instrument.Instrument;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * DataMine's end-of-day files. The columns are those that the venue's own client names
 * (github.com/CMEGroup/datamine_python, {@code datamine/loaders/eod.py}); they are found by name, others are passed over.
 * Open interest is that of the trade date before until the file is final.
 */
final class EndOfDayFile {
    private static final String TRADE_DATE = "Trade Date";
    private static final String PRODUCT = "Product Code";
    private static final String TYPE = "Product Type";
    private static final String YEAR = "Contract Year";
    private static final String MONTH = "Contract Month";
    private static final String SETTLEMENT = "Settlement";
    private static final List<String> NEEDED = List.of(TRADE_DATE, PRODUCT, TYPE, YEAR, MONTH, SETTLEMENT);

    /** The stage is the last letter of the name: {@code 20261119-EOD_xcme_btc_fut_0_eth_p}. */
    private static final Pattern STAGE = Pattern.compile("(?i)[-_.](e|p|f)(?:[.].*)?$");

    private final CmeCalls calls;

    EndOfDayFile(CmeCalls calls) {
        this.calls = calls;
    }

    /** A file that does not say so is taken for preliminary: what is final replaces it. */
    static Stage stage(String name) {
        Matcher found = STAGE.matcher(name);
        return switch (found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "") {
            case "e" -> Stage.EARLY;
            case "f" -> Stage.FINAL;
            default -> Stage.PRELIMINARY;
        };
    }

    List<Decoded> read(String name, String source, SitePages.Reading reading) {
        Stage stage = stage(name);
        List<Decoded> decoded = new ArrayList<>();
        Set<Decoded> spots = new LinkedHashSet<>();
        for (CsvTable.Row row : CsvTable.read(reading.frame().body(), NEEDED).each()) {
            try {
                contract(row).ifPresent(contract -> {
                    LocalDate date = date(row, TRADE_DATE);
                    SettledDay day = new SettledDay(date, stage, source, reading.frame(), reading.instruments());
                    decoded.addAll(expiry(row, contract, reading));
                    decoded.addAll(day.contract(
                            contract,
                            CmeFigures.value(SETTLEMENT, row.text(SETTLEMENT)),
                            CmeFigures.count("Total Volume", row.text("Total Volume")),
                            CmeFigures.count("Open Interest", row.text("Open Interest")),
                            stage == Stage.FINAL ? date : TradeDates.before(date)));
                    calls.spot(contract.product().base(), date)
                            .map(Decoded.Referred::new)
                            .ifPresent(spots::add);
                });
            } catch (BadMember e) {
                decoded.add(new Decoded.Malformed(e.reason()));
            }
        }
        decoded.addAll(spots);
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("no bitcoin or ether futures in " + name)) : decoded;
    }

    /** Empty for other products, and for options. */
    private static Optional<CmeContract> contract(CsvTable.Row row) {
        boolean future = row.text(TYPE).toUpperCase(Locale.ROOT).startsWith("FUT");
        Optional<CmeProduct> product = future ? CmeProduct.of(row.text(PRODUCT)) : Optional.empty();
        return product.map(known -> new CmeContract(known, month(row)));
    }

    private static YearMonth month(CsvTable.Row row) {
        try {
            return YearMonth.of(Integer.parseInt(row.text(YEAR)), Integer.parseInt(row.text(MONTH)));
        } catch (NumberFormatException | DateTimeException e) {
            throw new BadMember(
                    MONTH, "expected a year and a month, got '" + row.text(YEAR) + "', '" + row.text(MONTH) + "'");
        }
    }

    /** The file's own last trade date beats the rule. */
    private static List<Decoded> expiry(CsvTable.Row row, CmeContract contract, SitePages.Reading reading) {
        if (row.text("Last Trade Date").isEmpty()) {
            return List.of();
        }
        long expiry = CmeExpiry.on(date(row, "Last Trade Date"));
        Instrument listed = Chain.at(contract, expiry, reading.frame().received());
        @Nullable Instrument known = reading.instruments().find(contract.symbol());
        return listed.equals(known) ? List.of() : List.of(new Decoded.Listed(listed));
    }

    private static LocalDate date(CsvTable.Row row, String column) {
        LocalDate date = SitePages.date(row.text(column));
        if (date == null) {
            throw new BadMember(column, "expected a date like 20261119, got nothing");
        }
        return date;
    }
}
