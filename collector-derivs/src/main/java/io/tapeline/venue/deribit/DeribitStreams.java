package io.tapeline.venue.deribit;

import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Channels of an instrument. Options have their summary from {@code ticker.{option}.agg2}: of all that carries greeks it
 * is the slowest, and a chain is a thousand options. Liquidations have no channel: the flag of a trade that was one comes
 * an hour late, see {@link DeribitPolls}; a flag that does come with the stream is taken all the same.
 *
 * @param speed {@code raw} on a connection that is logged in, {@code 100ms} on any other
 * @param candleIntervals in our spelling
 */
record DeribitStreams(String speed, List<String> candleIntervals) {
    static final String ROUTE = "v2";

    /** Index, mark price and DVOL of a large coin move every second. */
    private static final Duration INDEX_SILENCE = Duration.ofMinutes(1);
    /** The least traded perpetuals pause for hours; to ask for their channel anew costs little. */
    private static final Duration TRADE_SILENCE = Duration.ofMinutes(30);
    /** Makers of perpetuals follow the index. */
    private static final Duration BOOK_SILENCE = Duration.ofMinutes(5);

    private static final Set<Kind> TICKER = Set.of(Kind.MARK_PRICE, Kind.OPEN_INTEREST);
    private static final Set<Kind> PERPETUAL_TICKER = Set.of(Kind.MARK_PRICE, Kind.OPEN_INTEREST, Kind.FUNDING_RATE);

    List<VenueStream> of(Instrument instrument, Set<Kind> kinds) {
        String name = instrument.symbol();
        Channels channels = new Channels(kinds);
        if (instrument.id().market() == Market.INDEX) {
            channels.add("deribit_price_index." + name, instrument.id(), Set.of(Kind.MARK_PRICE), INDEX_SILENCE);
            channels.add(volatility(name), instrument.id(), Set.of(Kind.VOLATILITY_INDEX), INDEX_SILENCE);
            return channels.streams;
        }
        boolean perpetual = instrument.id().market() == Market.PERPETUAL;
        Duration silence = perpetual ? BOOK_SILENCE : Duration.ZERO;
        channels.add(
                "trades." + name + "." + speed,
                instrument.id(),
                Set.of(Kind.TRADE),
                perpetual ? TRADE_SILENCE : Duration.ZERO);
        channels.add("book." + name + "." + speed, instrument.id(), Set.of(Kind.BOOK), silence);
        channels.add("quote." + name, instrument.id(), Set.of(Kind.QUOTE), silence);
        ticker(instrument, channels);
        for (String interval : candleIntervals) {
            String resolution = Objects.requireNonNull(DeribitCandles.RESOLUTIONS.get(interval));
            channels.add(
                    "chart.trades." + name + "." + resolution, instrument.id(), Set.of(Kind.CANDLE), Duration.ZERO);
        }
        if (perpetual && instrument.contractType() == ContractType.INVERSE) {
            InstrumentId index = DeribitSymbol.volatilityIndex(instrument.base());
            channels.add(volatility(index.symbol()), index, Set.of(Kind.VOLATILITY_INDEX), INDEX_SILENCE);
        }
        return channels.streams;
    }

    private void ticker(Instrument instrument, Channels channels) {
        String name = "ticker." + instrument.symbol() + ".";
        InstrumentId id = instrument.id();
        switch (id.market()) {
            case OPTION -> channels.add(name + "agg2", id, Set.of(Kind.OPTION_SUMMARY), Duration.ZERO);
            case PERPETUAL -> channels.add(name + speed, id, PERPETUAL_TICKER, INDEX_SILENCE);
            case FUTURE -> channels.add(name + speed, id, TICKER, BOOK_SILENCE);
            case SPOT, PREDICTION, INDEX -> channels.add(name + speed, id, Set.of(Kind.MARK_PRICE), Duration.ZERO);
        }
    }

    private static String volatility(String index) {
        return "deribit_volatility_index." + index;
    }

    /** Channels of which a kind is wanted. */
    private record Channels(Set<Kind> wanted, List<VenueStream> streams) {
        Channels(Set<Kind> wanted) {
            this(wanted, new ArrayList<>());
        }

        void add(String name, InstrumentId about, Set<Kind> kinds, Duration silence) {
            Set<Kind> yielded = kinds.stream().filter(wanted::contains).collect(Collectors.toUnmodifiableSet());
            if (!yielded.isEmpty()) {
                streams.add(new VenueStream(name, ROUTE, about, yielded, silence));
            }
        }
    }
}
