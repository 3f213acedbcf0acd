package io.tapeline.venue.cme;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.model.json.IsoMicros;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CmeExpiryTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09, 2026-09-25T15:00:00Z, summer time in London",
        "2026-10, 2026-10-30T16:00:00Z, the clocks went back on the 25th",
        "2026-11, 2026-11-27T16:00:00Z, the day after Thanksgiving is a business day",
        "2026-12, 2026-12-24T16:00:00Z, the last Friday is Christmas Day",
        "2027-01, 2027-01-29T16:00:00Z, plain",
        "2027-02, 2027-02-26T16:00:00Z, plain",
        "2027-03, 2027-03-25T16:00:00Z, the last Friday is Good Friday",
        "2027-04, 2027-04-30T15:00:00Z, summer time in London",
        "2021-12, 2021-12-31T16:00:00Z, exchanges do not move New Year's Day to a Friday",
        "2025-12, 2025-12-24T16:00:00Z, the last Friday is Boxing Day and the day before is Christmas",
    })
    void tradingEndsOnTheLastFridayThatLondonAndTheUnitedStatesWork(YearMonth month, Instant end, String why) {
        assertThat(IsoMicros.toInstant(CmeExpiry.of(month))).as(why).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25"})
    void easterIsFound(LocalDate sunday) {
        assertThat(Holidays.easter(sunday.getYear())).isEqualTo(sunday);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01",
        "2026-01-19",
        "2026-02-16",
        "2026-04-03",
        "2026-05-25",
        "2026-06-19",
        "2026-07-03",
        "2026-09-07",
        "2026-11-26",
        "2026-12-25"
    })
    void exchangesOfTheUnitedStatesKeepTheirHolidays(LocalDate holiday) {
        assertThat(Holidays.settlesInUs(holiday)).isFalse();
        assertThat(Holidays.settlesInUs(LocalDate.of(2026, 11, 27))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-05-04",
        "2026-05-25",
        "2026-08-31",
        "2026-12-25",
        "2026-12-28",
        "2027-12-27",
        "2027-12-28",
        "2028-01-03"
    })
    void londonKeepsItsBankHolidays(LocalDate holiday) {
        assertThat(Holidays.worksInLondon(holiday)).isFalse();
    }

    @Test
    void sixMonthsAndTheDecembersAfterThemAreListed() {
        assertThat(CmeExpiry.listed(at("2026-11-20T10:00:00Z")))
                .extracting(YearMonth::toString)
                .containsExactly("2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-12");
        assertThat(CmeExpiry.listed(at("2026-12-24T16:00:00Z")))
                .as("the moment December ends")
                .extracting(YearMonth::toString)
                .containsExactly(
                        "2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06", "2027-12", "2028-12");
    }

    @Test
    void aDayIsSettledAtThreeInChicagoAndNotAtWeekendsOrHolidays() {
        assertThat(IsoMicros.toInstant(TradeDates.settled(LocalDate.of(2026, 11, 19))))
                .isEqualTo(Instant.parse("2026-11-19T21:00:00Z"));
        assertThat(IsoMicros.toInstant(TradeDates.settled(LocalDate.of(2026, 7, 1))))
                .isEqualTo(Instant.parse("2026-07-01T20:00:00Z"));
        assertThat(TradeDates.latest(at("2026-11-20T20:59:59Z"))).isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(TradeDates.latest(at("2026-11-20T21:00:00Z"))).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(TradeDates.latest(at("2026-11-22T12:00:00Z"))).as("a Sunday").isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(TradeDates.before(LocalDate.of(2026, 11, 27)))
                .as("over Thanksgiving")
                .isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    void figuresAreFinalOnTheNextBusinessMorning() {
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertThat(TradeDates.isFinal(friday, at("2026-11-23T14:59:59Z"))).isFalse();
        assertThat(TradeDates.isFinal(friday, at("2026-11-23T15:00:00Z"))).isTrue();
    }

    @Test
    void readingsAreDueTwiceABusinessDayByTheClockOfChicago() {
        List<LocalTime> times = List.of(LocalTime.of(9, 0), LocalTime.of(18, 0));
        assertThat(next("2026-11-20T12:00:00Z", times)).isEqualTo("2026-11-20T15:00:00Z");
        assertThat(next("2026-11-20T15:00:00Z", times)).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(next("2026-11-21T00:00:00Z", times)).as("over the weekend").isEqualTo("2026-11-23T15:00:00Z");
        assertThat(next("2026-11-26T00:00:01Z", times)).as("over Thanksgiving").isEqualTo("2026-11-27T15:00:00Z");
        assertThat(next("2026-07-01T12:00:00Z", times)).as("in summer").isEqualTo("2026-07-01T14:00:00Z");
    }

    private static String next(String now, List<LocalTime> times) {
        return IsoMicros.toInstant(TradeDates.next(at(now), times)).toString();
    }

    private static long at(String instant) {
        return EpochTime.of(Instant.parse(instant));
    }
}
