package io.tapeline.venue.cme;

import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** The three sources as regular readings, each of one chain of calls, and the listing that needs nobody. */
final class CmeRest implements VenueRest {
    private static final InstrumentId ALL = InstrumentId.wholeFeed(CmeVenue.EXCHANGE, Market.FUTURE);
    private static final Set<Kind> DAILY = EnumSet.of(Kind.SETTLEMENT, Kind.OPEN_INTEREST);
    private static final Set<Kind> OF_PAGES = EnumSet.of(Kind.SETTLEMENT, Kind.OPEN_INTEREST, Kind.MARK_PRICE);
    private static final Duration DAY = Duration.ofDays(1);

    private final CmeSettings settings;
    private final CmeCalls calls;

    CmeRest(CmeSettings settings, CmeCalls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    @Override
    public List<RestBudget> budgets() {
        Duration minute = Duration.ofMinutes(1);
        return List.of(
                new RestBudget(CmeCalls.LOCAL_BUDGET, 6_000, minute, null),
                new RestBudget(CmeCalls.SITE_BUDGET, settings.requestsPerMinute(), minute, null),
                new RestBudget(CmeCalls.DATAMINE_BUDGET, settings.requestsPerMinute(), minute, null),
                new RestBudget(CmeCalls.SPOT_BUDGET, settings.requestsPerMinute(), minute, null));
    }

    @Override
    public List<RestCall> instruments() {
        return List.of(calls.contracts());
    }

    @Override
    public List<Path> folders() {
        return settings.dropped().stream().toList();
    }

    @Override
    public Optional<Duration> restsWhenBlocked() {
        return Optional.of(settings.restWhenBlocked());
    }

    /** The site serves pages to its own pages; nothing here pretends to be a browser. */
    @Override
    public Map<String, String> headers(RestCall call) {
        if (settings.datamine().entitled() && calls.toDataMine(call.uri())) {
            String login = settings.datamine().key() + ":" + settings.datamine().secret();
            return Map.of(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)),
                    "Accept",
                    "*/*");
        } else if (calls.toSite(call.uri())) {
            return Map.of("Referer", settings.site() + "/", "Accept-Language", "en-US,en");
        }
        return Map.of();
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<CmeProduct> products = Arrays.stream(CmeProduct.values())
                .filter(product -> instruments.stream()
                        .anyMatch(i -> i.live() && i.symbol().startsWith(product.name())))
                .toList();
        List<Poll> polls = new ArrayList<>();
        if (!products.isEmpty()) {
            if (settings.datamine().entitled()) {
                add(polls, "datamine", common(DAILY, kinds), now -> datamine(now, products));
            }
            if (settings.publicPages()) {
                Set<Kind> wanted = common(OF_PAGES, kinds);
                add(polls, "public", wanted, now -> pages(now, products, wanted));
            }
            Set<Kind> daily = common(DAILY, kinds);
            calls.folder()
                    .filter(call -> !daily.isEmpty())
                    .ifPresent(call -> polls.add(new Poll("folder", daily, ALL, settings.folderEvery(), now -> call)));
        }
        return polls;
    }

    private static Set<Kind> common(Set<Kind> brought, Set<Kind> wanted) {
        Set<Kind> kinds = EnumSet.copyOf(brought);
        kinds.retainAll(wanted);
        return kinds;
    }

    private void add(List<Poll> polls, String name, Set<Kind> kinds, LongFunction<RestCall> call) {
        if (kinds.isEmpty()) {
            return;
        }
        Duration every = settings.pollEvery();
        polls.add(
                every != null
                        ? new Poll(name, kinds, ALL, every, call)
                        : new Poll(name, kinds, ALL, DAY, call, now -> TradeDates.next(now, settings.pollTimes())));
    }

    private RestCall datamine(long now, List<CmeProduct> products) {
        LocalDate latest = TradeDates.latest(now);
        return calls.files(products, latest, Optional.of(TradeDates.before(latest)));
    }

    private RestCall pages(long now, List<CmeProduct> products, Set<Kind> wanted) {
        boolean daily = wanted.stream().anyMatch(DAILY::contains);
        return calls.products(SiteReading.at(now, products, daily, wanted.contains(Kind.MARK_PRICE)));
    }
}
