package io.tapeline.venue.cme;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.RestCall;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one reading of the site is about; it travels in the fragment of its first call.
 *
 * @param dates trade dates of the settlements, the oldest first; volume and open interest at the close are read of the last
 * @param settlements whether settlements and open interest are wanted
 * @param quotes whether delayed prices are wanted
 * @param calendar whether the contract calendar is read, once a day
 */
record SiteReading(
        List<CmeProduct> products,
        List<LocalDate> dates,
        Stage stage,
        boolean settlements,
        boolean quotes,
        boolean calendar) {

    /** The latest two trade dates at a time: the older one tells whether the front month changed since. */
    static SiteReading at(long now, List<CmeProduct> products, boolean settlements, boolean quotes) {
        LocalDate latest = TradeDates.latest(now);
        return new SiteReading(
                products,
                List.of(TradeDates.before(latest), latest),
                Stage.at(latest, now),
                settlements,
                quotes,
                settlements && TradeDates.inChicago(now).getHour() < 12);
    }

    String query() {
        return RestCalls.query(
                "products", CmeCalls.joined(products),
                "dates", CmeCalls.joined(dates),
                "stage", stage,
                "settlements", settlements,
                "quotes", quotes,
                "calendar", calendar);
    }

    static SiteReading of(RequestAddress address) {
        try {
            return new SiteReading(
                    products(address),
                    Arrays.stream(address.parameter("dates").split(","))
                            .map(LocalDate::parse)
                            .toList(),
                    Stage.valueOf(address.parameter("stage")),
                    Boolean.parseBoolean(address.optional("settlements")),
                    Boolean.parseBoolean(address.optional("quotes")),
                    Boolean.parseBoolean(address.optional("calendar")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadMember("url", "expected what to read in the fragment, got " + e.getMessage());
        }
    }

    static List<CmeProduct> products(RequestAddress address) {
        return Arrays.stream(address.parameter("products").split(","))
                .map(CmeProduct::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The calls of a product, by its id on the site. */
    List<RestCall> calls(CmeCalls calls, CmeProduct product, long id) {
        List<RestCall> all = new ArrayList<>();
        if (calendar) {
            all.add(calls.calendar(product, id));
        }
        if (settlements) {
            dates.forEach(date -> all.add(calls.settlements(product, id, date)));
            all.add(calls.volume(product, id, dates.getLast(), stage));
        }
        if (quotes) {
            all.add(calls.quotes(product, id));
        }
        return all;
    }
}
