package io.tapeline.collector.feed;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.BookSequencer.SnapshotSource;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueAdapter;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueName;
import io.tapeline.collector.venue.VenueParts;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A venue that exists only in tests; frames are decoded before they reach what is tested. */
class ToyVenue extends VenueAdapter {
    static final InstrumentId BTC = new InstrumentId("toy", Market.PERPETUAL, "BTCUSDT");
    static final Instrument BTC_PERPETUAL = instrument("BTCUSDT", "BTC", "USDT");

    private static final VenueLimits LIMITS =
            new VenueLimits(100, 5, Duration.ofHours(24), Duration.ofSeconds(10), Duration.ofSeconds(30), 1 << 20);

    /** Books begin with an answer by REST. */
    ToyVenue() {
        this(numbered(SnapshotSource.REST));
    }

    ToyVenue(BookSequencer rules) {
        super(
                new VenueName("toy-futures", "toy", Market.PERPETUAL),
                new VenueParts(LIMITS, streams(), (frame, instruments) -> List.of(), Optional.of(rules), answers()));
    }

    static Instrument instrument(String symbol, String base, String quote) {
        return new Instrument(
                new InstrumentId("toy", Market.PERPETUAL, symbol),
                base,
                quote,
                quote,
                base + "/" + quote + ":" + quote,
                null,
                ContractType.LINEAR,
                Decimals.parse("0.1"),
                Decimals.parse("0.001"),
                null,
                null,
                null,
                Sector.of(base),
                null,
                null,
                null,
                null);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.TRADE,
                Kind.BOOK,
                Kind.QUOTE,
                Kind.MARK_PRICE,
                Kind.FUNDING_RATE,
                Kind.LIQUIDATION,
                Kind.OPEN_INTEREST,
                Kind.CANDLE);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(Kind.OPTION_SUMMARY, "the venue lists no options");
    }

    @Override
    public Continuity continuity(Kind kind) {
        return switch (kind) {
            case TRADE -> Continuity.CONSECUTIVE_IDS;
            case QUOTE -> Continuity.INCREASING_IDS;
            case LIQUIDATION -> Continuity.SAMPLED;
            default -> Continuity.NONE;
        };
    }

    @Override
    public Optional<BigDecimal> defaultFundingIntervalHours(InstrumentId instrument) {
        return Optional.of(BigDecimal.valueOf(8));
    }

    private static VenueSubscriptions streams() {
        return new VenueSubscriptions() {
            @Override
            public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
                List<VenueStream> streams = new ArrayList<>();
                for (Instrument instrument : instruments) {
                    kinds.stream()
                            .sorted()
                            .forEach(kind -> streams.add(new VenueStream(
                                    instrument.symbol() + "@" + kind,
                                    "/",
                                    instrument.id(),
                                    Set.of(kind),
                                    Duration.ofSeconds(30))));
                }
                return streams;
            }

            @Override
            public URI endpoint(String route) {
                return URI.create("ws://127.0.0.1:1" + route);
            }

            @Override
            public List<SubscribeRequest> subscribe(List<VenueStream> streams, Supplier<Long> ids) {
                return List.of(new SubscribeRequest(ids.get().toString(), "subscribe", streams));
            }

            @Override
            public List<SubscribeRequest> unsubscribe(List<VenueStream> streams, Supplier<Long> ids) {
                return List.of(new SubscribeRequest(ids.get().toString(), "unsubscribe", streams));
            }
        };
    }

    /** Books whose updates are numbered. @param source how they begin */
    static BookSequencer numbered(SnapshotSource source) {
        return new BookSequencer() {
            @Override
            public SnapshotSource snapshotSource() {
                return source;
            }

            @Override
            public Verdict next(long bookSequence, BookUpdate update) {
                if (update.lastSequence() <= bookSequence) {
                    return Verdict.IGNORE;
                }
                return update.firstSequence() <= bookSequence + 1 ? Verdict.APPLY : Verdict.RESYNC;
            }
        };
    }

    private static VenueRest answers() {
        return new VenueRest() {
            @Override
            public List<RestBudget> budgets() {
                return List.of(new RestBudget("all", 100, Duration.ofMinutes(1), null));
            }

            @Override
            public List<RestCall> instruments() {
                return List.of(call("/instruments", RestCall.Priority.RESYNC, Origin.LIVE));
            }

            @Override
            public Optional<RestCall> bookSnapshot(InstrumentId instrument) {
                return Optional.of(call("/book/" + instrument.symbol(), RestCall.Priority.RESYNC, Origin.LIVE));
            }

            @Override
            public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
                return kind == Kind.TRADE
                        ? List.of(call(
                                "/trades/" + instrument.symbol() + "/" + hole.firstId(),
                                RestCall.Priority.REPAIR,
                                Origin.REPAIR))
                        : List.of();
            }
        };
    }

    private static RestCall call(String path, RestCall.Priority priority, Origin origin) {
        return new RestCall(URI.create("http://127.0.0.1:1" + path), "all", 1, priority, origin);
    }
}
