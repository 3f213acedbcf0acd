package io.tapeline.emulator.okx;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Seeds;
import io.tapeline.emulator.server.RestRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Trading statistics ({@code rubik}): open interest and ratios of the past, a function of seed and time. */
record OkxStatistics(OkxVenue venue) {
    private static final String CONTRACTS = "/api/v5/rubik/stat/contracts/";
    private static final String TAKER = "/api/v5/rubik/stat/taker-volume-contract";

    /** Rows the venue keeps of a period. */
    private static final int KEPT = 1440;

    private static final double HOURS_OF_A_WAVE = 2 * 3_600_000.0;

    /** Empty for paths that are none of these. */
    Optional<Stream<String>> rows(RestRequest request) {
        String path = request.path();
        if (path.equals(CONTRACTS + "open-interest-history")) {
            ListedContract listed = listed(request);
            return Optional.of(periods(request, time -> openInterest(listed, time)));
        } else if (path.equals(TAKER)) {
            ListedContract listed = listed(request);
            return Optional.of(periods(request, time -> takers(listed, interval(request), time)));
        } else if (path.startsWith(CONTRACTS + "long-short-") && path.contains("-ratio-contract")) {
            String symbol = listed(request).symbol();
            return Optional.of(periods(request, time -> ratio(symbol + path, time)));
        }
        return Optional.empty();
    }

    private ListedContract listed(RestRequest request) {
        return venue.contract(request.parameter("instId").orElse(""))
                .filter(listed -> !venue.terms(listed.symbol()).spot())
                .orElseThrow(() -> new BadRequest(OkxRest.error(200, "51001", "Instrument ID doesn't exist.")));
    }

    private static Interval interval(RestRequest request) {
        return OkxBars.of(request.parameter("period").orElse("5m"))
                .orElseThrow(() -> new BadRequest(OkxRest.error(200, "51000", "Parameter period error")));
    }

    /** A period is published when it is over; the newest comes first. */
    private Stream<String> periods(RestRequest request, LongFunction<String> row) {
        Interval interval = interval(request);
        long length = interval.minutes() * 60_000L;
        long end = Math.min(OkxRest.number(request, "end", Long.MAX_VALUE / 10), interval.open(venue.now()));
        long begin = Math.max(OkxRest.number(request, "begin", 0), venue.now() - KEPT * length);
        long last = Math.floorDiv(end - 1, length) * length;
        return LongStream.iterate(last, time -> time > begin, time -> time - length)
                .limit(OkxRest.limit(request, 100))
                .mapToObj(row);
    }

    private double wave(String name, long time) {
        return Seeds.smooth(Seeds.mix(venue.seed(), name), time / HOURS_OF_A_WAVE);
    }

    private String openInterest(ListedContract listed, long time) {
        double share = 1 + 0.08 * wave(listed.symbol() + "#oi", time);
        long lots = Math.round(listed.marks().state().openInterest() * share);
        OkxTerms.Volumes interest = venue.terms(listed.symbol()).openInterest(listed, lots, venue.now());
        return OkxFrames.row(List.of(
                OkxFrames.time(time),
                interest.counted().toPlainString(),
                interest.base().toPlainString(),
                interest.quote().toPlainString()));
    }

    private String ratio(String name, long time) {
        BigDecimal ratio = BigDecimal.valueOf(1.2 + 0.4 * wave(name, time)).setScale(4, RoundingMode.HALF_UP);
        return OkxFrames.row(List.of(OkxFrames.time(time), ratio.toPlainString()));
    }

    /** Sold before bought, as the candle of the period has it. */
    private String takers(ListedContract listed, Interval interval, long time) {
        Bar bar = listed.candles().bar(interval, time).orElseGet(() -> new Bar(time, 1));
        return OkxFrames.row(List.of(
                OkxFrames.time(time),
                listed.spec().size().text(bar.volume() - bar.buyVolume()),
                listed.spec().size().text(bar.buyVolume())));
    }
}
