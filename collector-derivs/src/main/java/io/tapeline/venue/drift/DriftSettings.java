package io.tapeline.venue.drift;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Velocity, prefix {@code tapeline.velocity}. Of each list the others are asked in turn while one does not
 * answer.
 *
 * @param data hosts of markets, funding, fills, candles and loans
 * @param books hosts of whole books
 * @param dataSockets addresses of candles and fills
 * @param bookSockets addresses of books
 * @param candleResolutions of {@code 1 5 15 60 240 D W M}
 * @param marketsEvery how often funding and open interest are read
 * @param settledFundingEvery how often settled funding is read
 * @param loansEvery how often the cost of loans is read
 * @param loanUnit what the rates of loans count a year, which is not documented: {@code fraction} or {@code percent}
 */
@ConfigurationProperties("tapeline.velocity")
public record DriftSettings(
        @DefaultValue("https://data.velocity.exchange") List<String> data,
        @DefaultValue("https://dlob.velocity.exchange") List<String> books,
        @DefaultValue("wss://data.velocity.exchange/ws") List<String> dataSockets,
        @DefaultValue("wss://dlob.velocity.exchange/ws") List<String> bookSockets,
        @DefaultValue("1") List<String> candleResolutions,
        @DefaultValue("30s") Duration marketsEvery,
        @DefaultValue("5m") Duration settledFundingEvery,
        @DefaultValue("1h") Duration loansEvery,
        @DefaultValue("fraction") String loanUnit) {
    private static final String FROZEN = "drift.trade";

    public DriftSettings {
        SettingChecks checks = new SettingChecks("tapeline.velocity");
        checks.require(!data.isEmpty(), "data", "one host at least", data);
        checks.require(!books.isEmpty(), "books", "one host at least", books);
        checks.require(!dataSockets.isEmpty(), "data-sockets", "one address at least", dataSockets);
        checks.require(!bookSockets.isEmpty(), "book-sockets", "one address at least", bookSockets);
        data = data.stream().map(SettingChecks::root).toList();
        books = books.stream().map(SettingChecks::root).toList();
        dataSockets = List.copyOf(dataSockets);
        bookSockets = List.copyOf(bookSockets);
        candleResolutions = List.copyOf(candleResolutions);
        checks.require(
                candleResolutions.stream().allMatch(DriftCandles::isResolution),
                "candle-resolutions",
                "some of 1 5 15 60 240 D W M",
                candleResolutions);
        checks.positive("markets-every", marketsEvery);
        checks.positive("settled-funding-every", settledFundingEvery);
        checks.positive("loans-every", loansEvery);
        checks.require(Set.of("fraction", "percent").contains(loanUnit), "loan-unit", "fraction or percent", loanUnit);
    }

    /** The values of a settings file that says nothing, on these hosts. */
    static DriftSettings on(List<String> data, List<String> books, String dataSocket, String bookSocket) {
        return new DriftSettings(
                data,
                books,
                List.of(dataSocket),
                List.of(bookSocket),
                List.of("1"),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                "fraction");
    }

    boolean loansInPercent() {
        return loanUnit.equals("percent");
    }

    /** The resolutions to subscribe, one among them in any case. */
    Set<String> resolutions(String always) {
        Set<String> resolutions = new LinkedHashSet<>(Set.of(always));
        resolutions.addAll(candleResolutions);
        return resolutions;
    }

    /** Hosts of Drift, which stopped on 2026-04-01 and still answers with what was true then. */
    List<String> frozen() {
        return Stream.of(data, books, dataSockets, bookSockets)
                .flatMap(List::stream)
                .filter(address -> address.contains(FROZEN))
                .toList();
    }
}
