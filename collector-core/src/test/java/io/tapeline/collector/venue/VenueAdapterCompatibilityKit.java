package io.tapeline.collector.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.BookSequencer.Verdict;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.json.EventCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The contract of a venue's adapter: each adapter has one test class that extends this one and declares its payloads.
 * Here is what can be said without a connection; what needs a running session (reconnecting subscribes everything,
 * silence is noticed, rate limits hold) belongs into a kit of its own beside this one, run against the emulator.
 */
public abstract class VenueAdapterCompatibilityKit {
    /** What to put in place of a value to spoil a message. */
    private static final List<String> SPOILERS = List.of(
            "null", "\"\"", "\"\\u0000\"", "\"x\"", "1e9999", "-1", "99999999999999999999999", "{}", "[]", "true");

    private static final Pattern VALUE =
            Pattern.compile("(?<=[:\\[,])\\s*(\"(?:[^\"\\\\]|\\\\.)*\"(?!:)|-?[0-9.]+|true|false)");
    private static final Pattern NUMBER = Pattern.compile("(?<=[:\\[,])-?[0-9]+\\.[0-9]+(?=[,}\\]])");

    /** Messages around a hole in a book: dropping {@code second} must be noticed at {@code third}. */
    public record BookSession(
            VenuePayload old, VenuePayload snapshot, VenuePayload first, VenuePayload second, VenuePayload third) {}

    protected abstract Venue venue();

    /** At least one for every supported row of the coverage table. */
    protected abstract List<VenuePayload> payloads();

    /** Some instruments of every market of the feed. */
    protected abstract List<Instrument> instruments();

    /** The answer that accepts request 7; of no concern where the venue answers none. */
    protected abstract String acknowledgement();

    /** The answer that refuses a request. */
    protected abstract String rejection();

    /** A message of a kind that the venue may invent tomorrow. */
    protected abstract String unknown();

    /** Empty for a venue without books. */
    protected abstract Optional<BookSession> bookSession();

    /** Whether a hole in a book shows in the numbers of its changes. */
    protected boolean holesShow() {
        return true;
    }

    /** The coverage table's name of a stream. */
    protected abstract String channel(VenueStream stream);

    /** The coverage table's name of a call: its path. */
    protected String channel(RestCall call) {
        return call.uri().getPath();
    }

    /** Metadata without which the venue's messages have no numbers, such as decimals of tokens; none for most venues. */
    protected InstrumentLookup lookup() {
        return InstrumentLookup.NONE;
    }

    /** Whether numbers of a payload are scaled integers, so that the events have other digits than the payload. */
    protected boolean scaled(VenuePayload payload) {
        return false;
    }

    /** Most streams that one control message may name. */
    protected abstract int streamsPerMessage();

    @Test
    void everyDeclaredKindHasAPayloadThatYieldsIt() {
        Set<Kind> yielded = new HashSet<>();
        payloads().forEach(payload -> {
            Set<Kind> kinds = kinds(decode(payload));
            assertThat(kinds).as(payload.toString()).isEqualTo(payload.yields());
            yielded.addAll(kinds);
        });
        assertThat(yielded).containsAll(venue().kinds());
    }

    @Test
    void noPayloadIsMalformedOrUnknown() {
        for (VenuePayload payload : payloads()) {
            assertThat(decode(payload))
                    .as(payload.toString())
                    .isNotEmpty()
                    .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
        }
    }

    @Test
    void theCoverageTableSaysOfEveryChannelWhetherItIsSupported() {
        List<CoverageTable.Row> rows = CoverageTable.of(venue().exchange(), venue().feed());
        assertThat(rows).isNotEmpty().allMatch(row -> row.supported() || row.refused());
        List<String> supported = rows.stream()
                .filter(CoverageTable.Row::supported)
                .map(CoverageTable.Row::channel)
                .toList();
        Set<String> payloads = new HashSet<>();
        payloads().forEach(payload -> payloads.add(payload.channel()));
        assertThat(payloads).as("channels with a payload").containsExactlyInAnyOrderElementsOf(supported);
        assertThat(streams()).extracting(this::channel).isSubsetOf(supported);
        assertThat(calls()).extracting(this::channel).isSubsetOf(supported);
    }

    /** Whether a row of the table of channels on the venue's page of facts concerns this feed. */
    protected boolean concerns(String factsRow) {
        return true;
    }

    @Test
    void noChannelOfTheFactsIsForgotten() {
        String table = CoverageTable.text(venue().exchange()).toLowerCase(Locale.ROOT);
        for (String row : FactsPage.channels("venues/" + venue().exchange() + ".md")) {
            List<String> names = FactsPage.names(row);
            if (concerns(row) && !names.isEmpty()) {
                assertThat(names)
                        .as("the coverage table has one of the channels of: %s", row)
                        .anyMatch(table::contains);
            }
        }
    }

    @Test
    void acknowledgementRejectionAndUnknownAreToldApart() {
        if (streams().isEmpty()) {
            // A venue without streams acknowledges none.
            return;
        }
        if (!venue().limits().acknowledgementTimeout().isZero()) {
            assertThat(said(acknowledgement())).first().matches(VenueAdapterCompatibilityKit::acknowledges);
        }
        assertThat(said(rejection()))
                .singleElement()
                .isInstanceOfAny(Decoded.Rejected.class, Decoded.RejectedStream.class);
        assertThat(said(unknown())).singleElement().isInstanceOf(Decoded.Unknown.class);
    }

    /** What a message says beside the number of its frame. */
    private List<Decoded> said(String text) {
        return decode(text).stream()
                .filter(one -> !(one instanceof Decoded.FrameNumber))
                .toList();
    }

    @Test
    void exactNumbersSurviveToJson() {
        for (VenuePayload payload : payloads()) {
            for (Decoded decoded : scaled(payload) ? List.<Decoded>of() : decode(payload)) {
                if (decoded instanceof Decoded.Event(MarketEvent event)) {
                    byte[] json = EventCodec.write(event);
                    assertThat(EventCodec.read(json)).isEqualTo(event);
                    Matcher numbers = NUMBER.matcher(new String(json, StandardCharsets.UTF_8));
                    while (numbers.find()) {
                        assertThat(payload.text()).contains(numbers.group());
                    }
                }
            }
        }
    }

    @Test
    void truncatedFramesAreMalformedOrUnknown() {
        for (VenuePayload payload : payloads()) {
            byte[] whole = payload.text().getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < whole.length; length += 1 + whole.length / 200) {
                assertThat(decode(payload.frame(venue().feed(), Arrays.copyOf(whole, length))))
                        .as("the first %d bytes of %s", length, payload)
                        .isNotEmpty()
                        .allMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
            }
        }
    }

    @Test
    void garbageIsNeverAnEventAndNeverThrows() {
        List<String> garbage = List.of(
                "",
                " ",
                "null",
                "1",
                "\"x\"",
                "{}",
                "[]",
                "[1]",
                "{\"",
                "\u0000",
                "<html>502</html>",
                "[".repeat(5_000),
                "{\"a\":".repeat(5_000),
                "{\"n\":" + "9".repeat(10_000) + "}",
                "{} {}");
        for (VenuePayload payload : payloads()) {
            for (String text : garbage) {
                assertThat(decode(payload.withText(text)))
                        .as("'%s' as %s", text.substring(0, Math.min(20, text.length())), payload.channel())
                        .allMatch(d -> d instanceof Decoded.Malformed
                                || d instanceof Decoded.Unknown
                                || d instanceof Decoded.Ignored
                                || d instanceof Decoded.Rejected);
            }
            byte[] bytes = {(byte) 0xff, (byte) 0xfe, 0, 1, 2, (byte) 0x80};
            assertThat(decode(payload.frame(venue().feed(), bytes))).hasOnlyElementsOfType(Decoded.Malformed.class);
        }
    }

    @Test
    void aSpoiledValueNeverThrowsAndIsNamedWhenItIsRefused() {
        for (VenuePayload payload : payloads()) {
            Matcher values = VALUE.matcher(payload.text());
            for (int i = 0; i < 400 && values.find(); i++) {
                for (String spoiler : SPOILERS) {
                    String text = payload.text().substring(0, values.start(1))
                            + spoiler
                            + payload.text().substring(values.end(1));
                    for (Decoded decoded : decode(payload.withText(text))) {
                        if (decoded instanceof Decoded.Event(MarketEvent event)) {
                            assertThat(new String(EventCodec.write(event), StandardCharsets.UTF_8))
                                    .as("%s as %s", text, event)
                                    .doesNotContain("\\u0000");
                        }
                        if (decoded instanceof Decoded.Malformed malformed) {
                            assertThat(malformed.reason())
                                    .contains(": ")
                                    .hasLineCount(1)
                                    .doesNotContain("\u0000");
                        }
                    }
                }
            }
        }
    }

    @Test
    void decodingIsPure() throws Exception {
        List<RawFrame> frames =
                payloads().stream().map(p -> p.frame(venue().feed())).toList();
        List<List<Decoded>> once = frames.stream().map(this::decode).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<List<Decoded>>>> again = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                again.add(threads.submit(() -> frames.stream().map(this::decode).toList()));
            }
            for (Future<List<List<Decoded>>> result : again) {
                assertThat(result.get()).isEqualTo(once);
            }
        }
    }

    @Test
    void subscribingNamesEveryStreamOnceWithinTheLimits() {
        List<VenueStream> streams = streams();
        AtomicLong ids = new AtomicLong();
        for (boolean subscribe : venue().subscriptions().replaces() ? List.of(true) : List.of(true, false)) {
            List<SubscribeRequest> requests = subscribe
                    ? venue().subscriptions().subscribe(streams, ids::incrementAndGet)
                    : venue().subscriptions().unsubscribe(streams, ids::incrementAndGet);
            assertThat(requests.stream().flatMap(r -> r.streams().stream())).containsExactlyElementsOf(streams);
            assertThat(requests).extracting(SubscribeRequest::id).doesNotHaveDuplicates();
            for (SubscribeRequest request : requests) {
                assertThat(request.streams()).hasSizeLessThanOrEqualTo(streamsPerMessage());
                assertThat(request.streams()).allMatch(stream -> timesNamed(request.text(), stream) == 1);
            }
        }
    }

    @Test
    void streamsAndCallsCoverEveryKind() {
        Set<Kind> covered = new HashSet<>();
        streams().forEach(stream -> covered.addAll(stream.kinds()));
        venue().rest().polls(instruments(), venue().kinds()).forEach(poll -> covered.addAll(poll.kinds()));
        if (!venue().rest().instruments(VenuePayload.RECEIVED).isEmpty()) {
            covered.add(Kind.INSTRUMENT);
        }
        assertThat(covered).containsAll(venue().kinds());
        assertThat(venue().unsupported()).doesNotContainKeys(venue().kinds().toArray(Kind[]::new));
        assertThat(venue().unsupported().values()).noneMatch(String::isBlank);
    }

    @Test
    void streamsOfAKindAreOnlyThatKinds() {
        for (Kind kind : venue().kinds()) {
            assertThat(venue().subscriptions().streams(instruments(), Set.of(kind)))
                    .allMatch(stream -> stream.kinds().equals(Set.of(kind)));
            assertThat(venue().rest().polls(instruments(), Set.of(kind)))
                    .allMatch(poll -> poll.kinds().equals(Set.of(kind)));
        }
    }

    @Test
    void everyRouteHasAnEndpoint() {
        streams().forEach(stream -> {
            URI endpoint = venue().subscriptions().endpoint(stream.route());
            assertThat(endpoint.getScheme()).isIn("ws", "wss");
            assertThat(endpoint.getHost()).isNotBlank();
        });
    }

    @Test
    void restCallsDrawOnKnownBudgets() {
        for (RestCall call : calls()) {
            RestBudget budget = venue().rest().budgets().stream()
                    .filter(b -> b.name().equals(call.budget()))
                    .findAny()
                    .orElseThrow(() -> new AssertionError("no budget for " + call));
            assertThat(call.weight()).as(call.toString()).isPositive().isLessThanOrEqualTo(budget.limit());
            assertThat(call.uri().isAbsolute()).isTrue();
        }
        assertThat(venue().rest().budgets()).extracting(RestBudget::name).doesNotHaveDuplicates();
    }

    @Test
    void booksApplyWhatContinuesThemAndNothingElse() {
        bookSession().ifPresent(session -> {
            BookSequencer rules = venue().books().orElseThrow();
            BookUpdate snapshot = book(session.snapshot());
            assertThat(snapshot.snapshot()).isTrue();
            BookUpdate first = book(session.first());
            BookUpdate second = book(session.second());
            BookUpdate third = book(session.third());
            long start = sequence(snapshot);
            if (!holesShow()) {
                assertThat(List.of(rules.first(start, first), rules.next(sequence(first), second)))
                        .containsOnly(Verdict.APPLY);
                return;
            }
            assertThat(rules.first(start, book(session.old()))).isEqualTo(Verdict.IGNORE);
            assertThat(rules.first(start, first)).isEqualTo(Verdict.APPLY);
            assertThat(rules.next(sequence(first), second)).isEqualTo(Verdict.APPLY);
            assertThat(rules.next(sequence(second), third)).isEqualTo(Verdict.APPLY);
            assertThat(rules.next(sequence(second), first)).as("an old one").isEqualTo(Verdict.IGNORE);
            assertThat(rules.next(sequence(first), third)).as("after a hole").isEqualTo(Verdict.RESYNC);
            assertThat(rules.first(start, third)).as("a snapshot too old").isEqualTo(Verdict.RESYNC);
        });
        assertThat(venue().books().isPresent())
                .isEqualTo(bookSession().isPresent())
                .isEqualTo(venue().kinds().contains(Kind.BOOK));
    }

    private static long sequence(BookUpdate update) {
        return update.lastSequence() == null ? -1 : update.lastSequence();
    }

    private BookUpdate book(VenuePayload payload) {
        return (BookUpdate) decode(payload).getFirst();
    }

    private List<VenueStream> streams() {
        return venue().subscriptions().streams(instruments(), venue().kinds());
    }

    private List<RestCall> calls() {
        VenueRest rest = venue().rest();
        List<RestCall> calls = new ArrayList<>(rest.instruments(VenuePayload.RECEIVED));
        calls.addAll(rest.terms());
        rest.time().ifPresent(calls::add);
        Collection<Instrument> instruments = instruments();
        rest.polls(instruments, venue().kinds())
                .forEach(poll -> calls.add(poll.call().apply(VenuePayload.RECEIVED)));
        for (Instrument instrument : instruments) {
            rest.bookSnapshot(instrument.id()).ifPresent(calls::add);
            for (Kind kind : venue().kinds()) {
                Stream.of(
                                new VenueRest.Hole(5, 9, 1_000_000, 2_000_000),
                                new VenueRest.Hole(-1, -1, 1_000_000, 2_000_000))
                        .flatMap(hole -> rest.repair(kind, instrument.id(), hole, lookup()).stream())
                        .forEach(calls::add);
                calls.addAll(rest.history(kind, instrument.id(), 1_000_000, 86_400_000_000L, lookup()));
            }
        }
        return calls;
    }

    /** How often a control message names a stream. */
    protected int timesNamed(String text, VenueStream stream) {
        return text.split(Pattern.quote("\"" + stream.name() + "\""), -1).length - 1;
    }

    private static Set<Kind> kinds(List<Decoded> decoded) {
        Set<Kind> kinds = new HashSet<>();
        for (Decoded one : decoded) {
            switch (one) {
                case Decoded.Event(MarketEvent event) -> kinds.add(event.kind());
                case BookUpdate update -> kinds.add(Kind.BOOK);
                case Decoded.QuoteChange change -> kinds.add(Kind.QUOTE);
                case Decoded.TickerChange change -> kinds.addAll(kinds(change.values()));
                case Decoded.Listed listed -> kinds.add(Kind.INSTRUMENT);
                default -> {}
            }
        }
        return kinds;
    }

    private static boolean acknowledges(Decoded said) {
        return switch (said) {
            case Decoded.Acknowledged acknowledged -> acknowledged.requestId().equals("7");
            case Decoded.Accepted accepted -> !accepted.streams().isEmpty();
            default -> false;
        };
    }

    private static Set<Kind> kinds(Ticker ticker) {
        Set<Kind> kinds = new HashSet<>();
        if (ticker.hasPrices()) {
            kinds.add(Kind.MARK_PRICE);
        }
        if (ticker.hasFunding()) {
            kinds.add(Kind.FUNDING_RATE);
        }
        if (ticker.hasOpenInterest()) {
            kinds.add(Kind.OPEN_INTEREST);
        }
        return kinds;
    }

    private List<Decoded> decode(String text) {
        return decode(VenuePayload.stream("", text));
    }

    private List<Decoded> decode(VenuePayload payload) {
        return decode(payload.frame(venue().feed()));
    }

    private List<Decoded> decode(RawFrame frame) {
        List<List<Decoded>> result = new ArrayList<>();
        assertThatCode(() -> result.add(venue().decoder().decode(frame, lookup())))
                .as("%s %s", frame.url(), frame.text())
                .doesNotThrowAnyException();
        return result.getFirst();
    }
}
