package io.tapeline.emulator.deribit;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.RequestLimit;
import io.tapeline.emulator.market.OptionChain;
import io.tapeline.emulator.market.OptionContract;
import io.tapeline.emulator.server.FailureAnswers;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Perpetuals, futures and spot of each asset; chains of options and DVOL of BTC and ETH. */
final class DeribitHost extends EmulatedExchange {
    private static final WireLimits LIMITS = WireLimits.wide().withMessages(20).withStreams(2_000);

    /** Strikes below and above the price. */
    private static final int STRIKES = 4;

    /** When the dated futures end. */
    private static final Duration TERM = Duration.ofDays(40);

    private static final Duration DAY = Duration.ofDays(1);

    private final Map<String, Instrument> instruments = new LinkedHashMap<>();
    private final Map<String, Volatility> volatilities = new LinkedHashMap<>();
    private final RequestLimit requests = new RequestLimit(
            100, Duration.ofSeconds(1), wait -> Rpc.refusal(10028, "too_many_requests", started() + wait));
    private final Methods methods = new Methods(this);

    DeribitHost(VenueContext context) {
        super(context, DeribitEmulation.PREFIX, LIMITS);
        numberBooksTogether();
        long expiry = (started() + TERM.toMillis()) / DAY.toMillis() * DAY.toMillis()
                + Duration.ofHours(8).toMillis();
        for (String asset : assets()) {
            Listing.of(asset, expiry).forEach(contract -> add(contract, null));
        }
        for (String asset : assets().stream().filter(Listing::hasInverse).toList()) {
            OptionChain chain = chain(asset, STRIKES, true);
            for (OptionContract option : chain.contracts()) {
                add(Listing.option(option, chain), chain);
            }
            volatilities.put(asset, new Volatility(hub(), asset, chain));
        }
        hub().channel("", "platform_state");
    }

    private void add(Contract contract, @Nullable OptionChain chain) {
        list(contract, listed -> {
            Instrument instrument = new Instrument(listed, chain, new LateFlags(), instruments.size());
            instruments.put(instrument.name(), instrument);
            return new Notifications(hub(), instrument, started());
        });
    }

    List<Instrument> instruments() {
        return List.copyOf(instruments.values());
    }

    Optional<Instrument> instrument(String name) {
        return Optional.ofNullable(instruments.get(name));
    }

    Optional<Volatility> volatility(String coin) {
        return Optional.ofNullable(volatilities.get(coin));
    }

    @Override
    protected void second(long time) {
        volatilities.values().forEach(volatility -> volatility.second(time));
    }

    @Override
    protected String unknownEvent(long time) {
        return Rpc.notification("something.new", "{\"timestamp\":" + time + ",\"x\":[1,{\"y\":null}]}");
    }

    @Override
    protected Optional<RestAnswer> overLimit(RestRequest request) {
        return requests.charge(1, now());
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return methods.answer(request);
    }

    /** The venue has no {@code Retry-After}; the one here lets a test say how long it must be left alone. */
    @Override
    public RestAnswer failure(int status, long retryAfter) {
        return switch (status) {
            case 429 ->
                RestAnswer.of(429, Rpc.error(null, 10028, "too_many_requests", now()))
                        .header("Retry-After", retryAfter);
            case 503 -> RestAnswer.of(503, Rpc.error(null, 11051, "system_maintenance", now()));
            default -> FailureAnswers.usual(status, retryAfter);
        };
    }

    @Override
    public String symbolOf(RestRequest request) {
        return request.parameter("instrument_name").orElse("");
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new JsonRpcSession(this, connection);
    }
}
