package io.tapeline.venue.cme;

import io.tapeline.collector.derived.SettlementEnrichment;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Settlement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a trade date, from whatever source. Their timestamp is the instant the prices were fixed, so that they are
 * the same events from every source; how long after it a figure was received is its {@code delay_minutes}.
 *
 * <p>Counts are contracts. Volume is of the trade date itself. Open interest beside a settlement is that of the trade date
 * before, so its event carries the time and the {@code trade_date} of that day, and the settlement says whose it is
 * ({@code open_interest_date}); a source that tells it at the close of the day itself replaces it.
 *
 * @param source {@code datamine}, {@code file} or {@code public}
 */
record SettledDay(LocalDate date, Stage stage, String source, RawFrame frame, InstrumentLookup instruments) {
    private static final long MINUTE_MICROS = 60_000_000;

    /**
     * What is known of a contract.
     *
     * @param interestDate the trade date that the open interest is of
     */
    List<Decoded> contract(
            CmeContract contract,
            @Nullable BigDecimal price,
            @Nullable BigDecimal volume,
            @Nullable BigDecimal interest,
            LocalDate interestDate) {
        List<Decoded> decoded = new ArrayList<>(listed(contract));
        if (price != null) {
            Map<String, Object> metadata = metadata(date, stage);
            if (interest != null) {
                metadata.put(SettlementEnrichment.OPEN_INTEREST_DATE, interestDate.toString());
            }
            decoded.add(new Decoded.Event(new Settlement(
                    header(contract, date),
                    price,
                    date.toString(),
                    interest,
                    volume,
                    null,
                    null,
                    null,
                    false,
                    false,
                    metadata)));
        }
        if (interest != null) {
            decoded.add(interest(contract, interest, interestDate));
        }
        return decoded;
    }

    /** What has ended is not in the listing any more, and its figures cannot be understood without its terms. */
    List<Decoded> listed(CmeContract contract) {
        return instruments.find(contract.symbol()) != null
                ? List.of()
                : List.of(new Decoded.Listed(Chain.at(contract, CmeExpiry.of(contract.month()), frame.received())));
    }

    /** Of the day itself it is as settled as its source, of a day before it is final. */
    Decoded interest(CmeContract contract, BigDecimal interest, LocalDate interestDate) {
        Map<String, Object> metadata = metadata(interestDate, interestDate.equals(date) ? stage : Stage.FINAL);
        metadata.put(SettlementEnrichment.TRADE_DATE, interestDate.toString());
        return new Decoded.Event(new OpenInterest(header(contract, interestDate), interest, null, null, metadata));
    }

    private Header header(CmeContract contract, LocalDate of) {
        return Header.venue(contract.id(), TradeDates.settled(of), frame.received());
    }

    private Map<String, Object> metadata(LocalDate of, Stage as) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("stage", as.wireName());
        metadata.put("source", source);
        long minutes = (frame.received() - TradeDates.settled(of)) / MINUTE_MICROS;
        metadata.put("delay_minutes", BigDecimal.valueOf(Math.max(0, minutes)));
        return metadata;
    }
}
