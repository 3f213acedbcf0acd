package io.tapeline.emulator.kit;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.market.AssetWalk;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.market.MarketRates;
import io.tapeline.emulator.market.OptionChain;
import io.tapeline.emulator.market.OptionContract;
import io.tapeline.emulator.market.UpdateIds;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.stream.StreamHub;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One virtual host with the markets it lists. A venue extends it, calls {@link #list} in its constructor for each contract,
 * and says how REST is answered and which {@link EmulatedSession} serves a connection.
 */
public abstract class EmulatedExchange implements EmulatedVenue {
    private final VenueContext context;
    private final String prefix;
    private final WireLimits limits;
    private final StreamHub hub;
    private final MarketRates rates;
    private final long start;
    private final UpdateIds sharedIds;
    private final Map<String, ListedContract> contracts = new LinkedHashMap<>();
    private final Map<String, AssetWalk> walks = new LinkedHashMap<>();
    private final Map<String, OptionChain> chains = new LinkedHashMap<>();
    private final Handshakes handshakes;
    private final Cadence second;
    private boolean oneNumbering;

    /** @param ownLimits the venue's documented limits; settings of the prefix win over them */
    protected EmulatedExchange(VenueContext context, String prefix, WireLimits ownLimits) {
        this(context, prefix, ownLimits, 0);
    }

    /** @param leastDays of candles from before the start, however quiet the market is set */
    protected EmulatedExchange(VenueContext context, String prefix, WireLimits ownLimits, int leastDays) {
        this.context = context;
        this.prefix = prefix;
        limits = context.settings().limits(prefix, ownLimits);
        hub = context.hub(prefix, this::unknownEvent);
        rates = context.settings().marketOf(prefix).remembering(leastDays);
        start = context.engine().now();
        sharedIds = new StartIds(start).global(context.settings().seed());
        handshakes = new Handshakes(limits, RestAnswer.of(429, ""));
        second = new Cadence(1000, start);
    }

    /** Answers a request; {@link BadRequest} may be thrown with the answer to a bad one. */
    protected abstract RestAnswer answer(RestRequest request);

    /** The refusal of a request that is over the venue's limits, see {@link RequestLimit}; empty when it is not. */
    protected Optional<RestAnswer> overLimit(RestRequest request) {
        return Optional.empty();
    }

    /** An event that no client knows, for the fault of that name: text in the venue's envelope. */
    protected String unknownEvent(long time) {
        return "{\"type\":\"something_new\",\"time\":" + time + ",\"x\":[1,{\"y\":null}]}";
    }

    /** Once a second: what is sent of all contracts together. */
    protected void second(long time) {}

    /** Base assets to list, the largest first. */
    protected final List<String> assets() {
        return context.settings().assetsOf(prefix);
    }

    /** From here on book ids count the changes of all contracts together, with holes, instead of one by one in each. */
    protected final void numberBooksTogether() {
        oneNumbering = true;
    }

    /**
     * Lists a contract.
     *
     * @param streams makes the text of its streams; called at once, may add book and candle streams to the contract
     */
    protected final ListedContract list(Contract contract, Function<ListedContract, ContractStreams> streams) {
        UpdateIds ids = oneNumbering ? sharedIds : new StartIds(start).consecutive();
        MarketPlace place = new MarketPlace(prefix, rates, seed(), start, ids);
        ListedContract listed =
                new ListedContract(contract, place, new ContractLedger(context.ledger(), prefix, contract.spec()));
        walk(contract.spec().base());
        contracts.put(contract.symbol(), listed);
        listed.attach(streams.apply(listed));
        return listed;
    }

    /** Makes the options of an asset, to be listed with {@link Contract#option}; one chain an asset. */
    protected final OptionChain chain(String base, int strikesEachSide, boolean inCoin) {
        walk(base);
        return chains.computeIfAbsent(base, asset -> new OptionChain(seed(), asset, start, strikesEachSide, inCoin));
    }

    @Override
    public final void step(long time, double seconds) {
        walks.values().forEach(walk -> walk.step(seconds));
        boolean newSecond = second.due(time);
        if (newSecond) {
            chains.forEach((base, chain) -> chain.step(walk(base).factor(), time));
        }
        for (ListedContract listed : contracts.values()) {
            listed.step(time, seconds, factor(listed.contract()));
        }
        if (newSecond) {
            second(time);
        }
        hub.flush();
    }

    @Override
    public final RestAnswer rest(RestRequest request) {
        try {
            return overLimit(request).orElseGet(() -> answer(request));
        } catch (BadRequest e) {
            return e.answer();
        }
    }

    @Override
    public Optional<RestAnswer> refuses(String path) {
        return handshakes.refuses(context.engine().now());
    }

    @Override
    public final String prefix() {
        return prefix;
    }

    public final VenueContext context() {
        return context;
    }

    public final StreamHub hub() {
        return hub;
    }

    public final WireLimits limits() {
        return limits;
    }

    /** The venue's present, epoch milliseconds. */
    public final long now() {
        return context.now(prefix);
    }

    public final long seed() {
        return context.settings().seed();
    }

    /** When it was started, epoch milliseconds. */
    public final long started() {
        return start;
    }

    /** In the order they were listed. */
    public final Collection<ListedContract> contracts() {
        return Collections.unmodifiableCollection(contracts.values());
    }

    public final Optional<ListedContract> contract(String symbol) {
        return Optional.ofNullable(contracts.get(symbol));
    }

    private double factor(Contract contract) {
        OptionContract option = contract.option();
        OptionChain chain = option == null ? null : chains.get(option.base());
        return option == null || chain == null
                ? walk(contract.spec().base()).factor()
                : chain.quote(option).price() / contract.spec().startPrice();
    }

    private AssetWalk walk(String base) {
        return walks.computeIfAbsent(base, asset -> new AssetWalk(seed(), asset));
    }
}
