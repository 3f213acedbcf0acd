package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Venue;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.OptionType;
import io.tapeline.model.instrument.Sector;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static Instrument option(String symbol, String base) {
        return new Instrument(
                new InstrumentId("toy", Market.OPTION, symbol),
                base,
                "USD",
                base,
                null,
                Decimals.parse("1"),
                ContractType.INVERSE,
                null,
                null,
                1L,
                Decimals.parse("60000"),
                OptionType.CALL,
                Sector.of(base),
                null,
                null,
                null,
                null);
    }

    private final List<Instrument> listed =
            List.of(ToyVenue.BTC_PERPETUAL, option("BTC-A", "BTC"), option("BTC-B", "BTC"), option("ETH-A", "ETH"));

    private Selection select(List<String> symbols, List<String> options) {
        return Selection.of(
                new ToyVenue(), new FeedSettings(true, List.of("BTC"), List.of(), symbols, options, List.of()), listed);
    }

    @Test
    void anAssetMeansItsPerpetualAndNotItsOptions() {
        Selection selection = select(List.of(), List.of());
        assertThat(selection.instruments()).containsExactly(ToyVenue.BTC_PERPETUAL);
        assertThat(selection.chain()).isEmpty();
    }

    @Test
    void aChainIsEveryLiveOptionOfItsAsset() {
        Selection selection = select(List.of(), List.of("BTC"));
        assertThat(selection.chain()).extracting(Instrument::symbol).containsExactly("BTC-A", "BTC-B");
        assertThat(selection.instruments()).containsExactly(ToyVenue.BTC_PERPETUAL);
        assertThat(selection.chainKinds()).doesNotContain(Kind.BOOK, Kind.QUOTE, Kind.CANDLE);
    }

    @Test
    void anOptionAskedForByNameIsCollectedWhole() {
        Selection selection = select(List.of("BTC-B"), List.of("BTC"));
        assertThat(selection.instruments()).extracting(Instrument::symbol).containsExactly("BTCUSDT", "BTC-B");
        assertThat(selection.chain()).extracting(Instrument::symbol).containsExactly("BTC-A");
    }

    @Test
    void anAssetThatTheVenueDoesNotListIsNamedAndTheRestGoesOn() {
        Selection selection = Selection.of(
                new ToyVenue(),
                new FeedSettings(true, List.of("NOSUCH", "BTC"), List.of(), List.of(), List.of(), List.of()),
                listed);
        assertThat(selection.absent()).containsExactly("NOSUCH");
        assertThat(selection.instruments()).containsExactly(ToyVenue.BTC_PERPETUAL);
    }

    @Test
    void anAssetWithoutOptionsIsNamedAndTheRestGoesOn() {
        Selection selection = select(List.of(), List.of("DOGE", "ETH"));
        assertThat(selection.problems()).containsExactly("toy-futures has no options on DOGE: skipped");
        assertThat(selection.chain()).extracting(Instrument::symbol).containsExactly("ETH-A");
    }

    @Test
    void whereNothingElseIsListedAnAssetMeansItsPredictionMarkets() {
        Instrument token = new Instrument(
                new InstrumentId("toy", Market.PREDICTION, "123"),
                "BTC",
                "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                1L,
                null,
                null,
                Sector.MAJORS,
                null,
                null,
                null,
                null);
        FeedSettings settings = new FeedSettings(true, List.of("BTC"), List.of(), List.of(), List.of(), List.of());
        assertThat(Selection.of(new ToyVenue(), settings, List.of(token)).instruments())
                .isEmpty();
        Venue predictions = new ToyVenue() {
            @Override
            public Set<Market> markets() {
                return Set.of(Market.PREDICTION);
            }
        };
        assertThat(Selection.of(predictions, settings, List.of(token)).instruments())
                .containsExactly(token);
    }
}
