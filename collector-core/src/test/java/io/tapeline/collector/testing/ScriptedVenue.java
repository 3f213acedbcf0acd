package io.tapeline.collector.testing;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.FrameEncoding;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueDecoder;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A venue with the smallest dialect there is, spoken by {@link ScriptedVenueServer}: trades named {@code t.SYMBOL}, requests
 * {@code {"op":"sub","id":1,"streams":["t.BTC"]}}.
 */
public final class ScriptedVenue implements Venue {
    /** Limits generous enough for a test that is about something else. */
    public static final VenueLimits LIMITS =
            new VenueLimits(100, 1000, Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(60), 1 << 16);

    private final URI root;
    private final VenueLimits limits;
    private final RestBudget budget;
    private final Optional<VenueSubscriptions.Heartbeat> heartbeat;
    private List<String> openings = List.of();
    private FrameEncoding encoding = FrameEncoding.TEXT;
    private List<URI> mirrors = List.of();
    private Map<String, String> headers = Map.of();
    private RefusalRules refusals = RefusalRules.COMMON;
    private boolean newestOnly;
    private boolean replaces;

    private ScriptedVenue(
            URI root, VenueLimits limits, RestBudget budget, Optional<VenueSubscriptions.Heartbeat> heartbeat) {
        this.root = root;
        this.limits = limits;
        this.budget = budget;
        this.heartbeat = heartbeat;
    }

    /** Says these texts on a fresh connection; an empty one is only awaited. */
    public ScriptedVenue opening(String... texts) {
        openings = List.of(texts);
        return this;
    }

    public ScriptedVenue packed(FrameEncoding value) {
        encoding = value;
        return this;
    }

    /** Takes each request for all that a connection is to have. */
    public ScriptedVenue replacing() {
        replaces = true;
        return this;
    }

    /** Serves the same from other hosts. */
    public ScriptedVenue mirrored(URI... others) {
        mirrors = List.of(others);
        return this;
    }

    public ScriptedVenue sending(Map<String, String> value) {
        headers = value;
        return this;
    }

    /** Repairs with its newest trades, whatever is missing. */
    public ScriptedVenue keepingOnlyTheNewest() {
        newestOnly = true;
        return this;
    }

    public ScriptedVenue refusing(RefusalRules rules) {
        refusals = rules;
        return this;
    }

    /** @param root such as {@code http://127.0.0.1:1234} */
    public static ScriptedVenue at(URI root) {
        return new ScriptedVenue(
                root, LIMITS, new RestBudget("calls", 1000, Duration.ofMinutes(1), "x-used"), Optional.empty());
    }

    public ScriptedVenue with(VenueLimits changed) {
        return new ScriptedVenue(root, changed, budget, heartbeat);
    }

    public ScriptedVenue with(RestBudget changed) {
        return new ScriptedVenue(root, limits, changed, heartbeat);
    }

    public ScriptedVenue with(VenueSubscriptions.Heartbeat changed) {
        return new ScriptedVenue(root, limits, budget, Optional.of(changed));
    }

    /** A stream of trades that may be silent for ever. */
    public static VenueStream stream(String symbol) {
        return stream(symbol, Duration.ZERO);
    }

    public static VenueStream stream(String symbol, Duration silence) {
        return new VenueStream("t." + symbol, "ws", instrument(symbol), Set.of(Kind.TRADE), silence);
    }

    public static InstrumentId instrument(String symbol) {
        return new InstrumentId("scripted", Market.SPOT, symbol);
    }

    /** A message with a trade. */
    public static String trade(String symbol, long id) {
        return "{\"trade\":\"" + symbol + "\",\"id\":" + id + "}";
    }

    /** A call of weight one. */
    public RestCall call(String path, RestCall.Priority priority) {
        return new RestCall(root.resolve(path), budget.name(), 1, priority, Origin.LIVE);
    }

    public RestCall call(String path, RestCall.Priority priority, int weight, Origin origin) {
        return new RestCall(root.resolve(path), budget.name(), weight, priority, origin);
    }

    @Override
    public String feed() {
        return "scripted";
    }

    @Override
    public String exchange() {
        return "scripted";
    }

    @Override
    public Market primaryMarket() {
        return Market.SPOT;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.TRADE);
    }

    @Override
    public Continuity continuity(Kind kind) {
        return Continuity.CONSECUTIVE_IDS;
    }

    @Override
    public VenueLimits limits() {
        return limits;
    }

    @Override
    public VenueSubscriptions subscriptions() {
        return new ScriptedSubscriptions(
                socket(root),
                heartbeat,
                openings,
                encoding,
                mirrors.stream().map(ScriptedVenue::socket).toList(),
                replaces);
    }

    private static URI socket(URI http) {
        return URI.create(http.toString().replaceFirst("^http", "ws"));
    }

    @Override
    public VenueDecoder decoder() {
        return new ScriptedDecoder();
    }

    @Override
    public Optional<BookSequencer> books() {
        return Optional.empty();
    }

    @Override
    public VenueRest rest() {
        return new VenueRest() {
            @Override
            public List<RestBudget> budgets() {
                return List.of(budget);
            }

            @Override
            public List<URI> mirrors(URI uri) {
                return mirrors.stream().map(host -> host.resolve(uri.getPath())).toList();
            }

            @Override
            public Map<String, String> headers(RestCall call) {
                return headers;
            }

            @Override
            public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
                return newestOnly ? List.of(call("/newest", RestCall.Priority.REPAIR)) : List.of();
            }

            @Override
            public boolean repairsNewestOnly(Kind kind) {
                return newestOnly;
            }

            @Override
            public RefusalRules refusals() {
                return refusals;
            }

            @Override
            public List<RestCall> instruments() {
                return List.of();
            }

            @Override
            public Optional<RestCall> time() {
                return Optional.of(call("/time", RestCall.Priority.POLL));
            }

            @Override
            public long serverTime(byte[] body) {
                return Long.parseLong(new String(body, StandardCharsets.UTF_8).replaceAll("\\D", ""));
            }
        };
    }
}
