package io.tapeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.Book;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import io.tapeline.model.json.EventCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payloads in the form of the venue's documentation, typed for these tests. */
class NormalizeCommandTest {
    @TempDir
    Path directory;

    private static String line(int second, String connection, String url, String transport, String frame) {
        return "{\"received\":\"2026-11-20T10:00:" + String.format("%02d", second)
                + ".000001Z\",\"feed\":\"binance-futures\","
                + "\"transport\":\"" + transport + "\",\"conn\":" + connection + ",\"url\":\"" + url + "\",\"frame\":"
                + frame
                + "}\n";
    }

    private static String ws(int second, String stream, String data) {
        return line(
                second,
                "\"c1\"",
                "wss://fstream.binance.com/market/stream",
                "ws",
                "{\"stream\":\"" + stream + "\",\"data\":" + data + "}");
    }

    private static String depth(int second, long first, long last, long previous, String bids) {
        return ws(
                second,
                "btcusdt@depth@100ms",
                "{\"e\":\"depthUpdate\",\"E\":1795168800100,\"T\":1795168800099,\"s\":\"BTCUSDT\",\"ps\":\"BTCUSDT\",\"U\":"
                        + first + ",\"u\":" + last + ",\"pu\":" + previous + ",\"b\":" + bids + ",\"a\":[],\"st\":1}");
    }

    private static String snapshot(int second, long id) {
        return line(
                second,
                "null",
                "https://fapi.binance.com/fapi/v1/depth?symbol=BTCUSDT&limit=1000",
                "rest",
                "{\"lastUpdateId\":" + id + ",\"E\":1795168800090,\"T\":1795168800080,"
                        + "\"bids\":[[\"84551.00\",\"2.646\"],[\"84550.90\",\"1.000\"]],\"asks\":[[\"84551.10\",\"5.302\"]]}");
    }

    private static String trade(int second, long id) {
        return ws(
                second,
                "btcusdt@aggTrade",
                "{\"e\":\"aggTrade\",\"E\":1795168800202,\"a\":" + id
                        + ",\"s\":\"BTCUSDT\",\"p\":\"85595.90\",\"q\":\"0.410\","
                        + "\"nq\":\"0.410\",\"f\":1,\"l\":19,\"T\":1795168800080,\"m\":true,\"st\":1}");
    }

    private CommandRun normalize(String frames, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("frames.ndjson"), frames);
        return CommandRun.of(Stream.of(
                        Stream.of("normalize", "--feed=binance-futures"),
                        Stream.of(options),
                        Stream.of(file.toString()))
                .flatMap(s -> s)
                .toArray(String[]::new));
    }

    private static List<MarketEvent> events(CommandRun run) {
        return run.out().stream()
                .map(line -> EventCodec.read(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void eachKindComesWithItsDigitsInTheOrderOfTheFrames() throws IOException {
        CommandRun run = normalize(trade(1, 7)
                + ws(
                        2,
                        "btcusdt@markPrice@1s",
                        "{\"e\":\"markPriceUpdate\",\"E\":1795168801000,\"s\":\"BTCUSDT\",\"p\":\"64991.37858690\",\"ap\":\"1\","
                                + "\"P\":\"1\",\"i\":\"65016.05673913\",\"r\":\"0.00003936\",\"T\":1795190400000,\"st\":1}")
                + ws(
                        3,
                        "btcusdt@forceOrder",
                        "{\"e\":\"forceOrder\",\"E\":1795168802449,\"o\":{\"s\":\"BTCUSDT\",\"S\":\"SELL\",\"o\":\"LIMIT\",\"f\":"
                                + "\"IOC\",\"q\":\"70.50\",\"p\":\"1.3810000\",\"ap\":\"1.3911902\",\"X\":\"FILLED\",\"l\":\"6.9\","
                                + "\"z\":\"70.50\",\"T\":1795168801437}}")
                + ws(
                        4,
                        "btcusdt@kline_1m",
                        "{\"e\":\"kline\",\"E\":1795168860960,\"s\":\"BTCUSDT\",\"k\":{\"t\":1795168800000, \"T\":1795168859999,"
                                + " \"s\":\"BTCUSDT\", \"i\":\"1m\", \"f\":1, \"L\":9, \"o\":\"1.10\", \"c\":\"1.20\", \"h\":\"1.30\","
                                + " \"l\":\"1.00\", \"v\":\"9.090\", \"n\":194, \"x\":true, \"q\":\"590577.96880\", \"V\":\"3.460\","
                                + " \"Q\":\"224795.09440\", \"B\":\"0\"}}"));
        assertThat(run.exitCode()).as(run.err().toString()).isZero();
        List<MarketEvent> events = events(run);
        assertThat(events)
                .extracting(e -> (Object) e.getClass())
                .containsExactly(Trade.class, MarkPrice.class, FundingRate.class, Liquidation.class, Candle.class);
        Trade trade = (Trade) events.getFirst();
        assertThat(trade.side()).isEqualTo(Side.SELL);
        assertThat(run.out().getFirst())
                .contains("\"timestamp\":\"2026-11-20T10:00:00.080000Z\"")
                .contains(
                        "\"price\":85595.90,\"size\":0.410,\"size_unit\":\"base\",\"base_size\":0.410,\"value_usd\":null");
        assertThat(run.out().get(1)).contains("\"mark_price\":64991.37858690,\"index_price\":65016.05673913");
        assertThat(run.out().get(2)).contains("\"rate\":0.00003936").contains("\"interval_hours\":null");
        assertThat(run.out().get(3)).contains("\"side\":\"sell\",\"price\":1.3911902,\"size\":70.50");
        assertThat(run.out().get(4))
                .contains("\"volume\":9.090,\"quote_volume\":590577.96880")
                .contains("\"closed\":true");
    }

    @Test
    void aBookJoinsItsSnapshotAndTheChangesThatContinueIt() throws IOException {
        CommandRun run = normalize(depth(1, 90, 99, 80, "[[\"84551.00\",\"1.000\"]]")
                + depth(2, 100, 110, 99, "[[\"84551.00\",\"3.000\"]]")
                + snapshot(3, 105)
                + depth(4, 111, 120, 110, "[[\"84550.90\",\"0.000\"]]"));
        List<Book> books = events(run).stream().map(Book.class::cast).toList();
        assertThat(books)
                .extracting(b -> b.snapshot() + " " + b.sequence() + " " + b.previousSequence() + " " + b.verified())
                .containsExactly("true 105 null SEQUENCE", "false 110 105 SEQUENCE", "false 120 110 SEQUENCE");
    }

    @Test
    void booksWithoutASnapshotComeAsUnverifiedDeltasInTheirPlace() throws IOException {
        CommandRun run = normalize(depth(1, 90, 99, 80, "[[\"1.00\",\"1\"]]")
                + trade(2, 7)
                + depth(3, 100, 110, 99, "[[\"1.00\",\"2\"]]"));
        assertThat(events(run))
                .extracting(e -> (Object) e.getClass())
                .containsExactly(Book.class, Trade.class, Book.class);
        assertThat(((Book) events(run).getFirst()).verified()).isEqualTo(Verified.NONE);
        assertThat(run.out().getFirst()).contains("\"bids\":[[1.00,1]]");
    }

    @Test
    void whenTheConnectionChangesTheBookStartsAfresh() throws IOException {
        String other = depth(5, 500, 510, 499, "[[\"84551.00\",\"9.000\"]]").replace("\"c1\"", "\"c2\"");
        CommandRun run = normalize(
                snapshot(1, 105)
                        + depth(2, 100, 110, 99, "[]")
                        + other
                        + snapshot(6, 505)
                        + other.replace("500", "506").replace("499", "510").replace("\"u\":510", "\"u\":520"),
                "--derived");
        assertThat(events(run).stream().filter(Gap.class::isInstance))
                .as("another connection is no gap")
                .isEmpty();
        assertThat(events(run).stream().filter(Book.class::isInstance).map(b -> ((Book) b).sequence()))
                .containsExactly(105L, 110L, 505L, 510L, 520L);
    }

    @Test
    void aBadFrameIsToldWithItsLineAndSkipped() throws IOException {
        String frames = trade(1, 7) + "{\"received\":\"2026\n"
                + ws(2, "btcusdt@aggTrade", "{\"e\":\"aggTrade\",\"a\":8}") + trade(3, 8);
        CommandRun run = normalize(frames);
        assertThat(run.exitCode()).isZero();
        assertThat(events(run)).hasSize(2);
        assertThat(run.err()).hasSize(2).allSatisfy(line -> assertThat(line).matches("line [23]: .+"));
        assertThat(normalize(frames, "--strict").exitCode()).isEqualTo(1);
    }

    @Test
    void instrumentsFillWhatNeedsMetadata() throws IOException {
        Path instruments = Files.writeString(
                directory.resolve("instruments.ndjson"),
                line(
                        0,
                        "null",
                        "https://fapi.binance.com/fapi/v1/exchangeInfo",
                        "rest",
                        "{\"symbols\":[{\"symbol\":\"BTCUSDT\",\"pair\":\"BTCUSDT\",\"contractType\":\"PERPETUAL\","
                                + "\"deliveryDate\":4133404800000,\"onboardDate\":1569398400000,\"status\":\"TRADING\","
                                + "\"baseAsset\":\"BTC\",\"quoteAsset\":\"USDT\",\"marginAsset\":\"USDT\",\"filters\":[{\"filterType\":"
                                + "\"PRICE_FILTER\",\"tickSize\":\"0.10\"},{\"filterType\":\"LOT_SIZE\",\"stepSize\":\"0.001\"}]}]}"));
        CommandRun run = normalize(trade(1, 7), "--instruments=" + instruments);
        assertThat(run.out()).singleElement().asString().contains("\"value_usd\":35094.32");
    }

    @Test
    void derivedEventsComeOnlyWhenAskedFor() throws IOException {
        String frames = trade(1, 7) + trade(2, 9);
        assertThat(events(normalize(frames))).hasOnlyElementsOfType(Trade.class);
        assertThat(events(normalize(frames, "--derived")).stream().filter(Gap.class::isInstance))
                .hasSize(1);
    }

    @Test
    void standardInputGivesTheSameAsAFile() throws IOException {
        String frames = snapshot(1, 105) + depth(2, 100, 110, 99, "[]") + trade(3, 7);
        CommandRun fromInput = CommandRun.with(frames, "normalize", "--feed", "binance-futures");
        assertThat(fromInput.out()).isEqualTo(normalize(frames).out());
    }

    @Test
    void wrongUsageIsOneLineAndExitCodeTwo() {
        CommandRun run = CommandRun.of("normalize", "--feed=nix");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).singleElement().asString().contains("'nix' is no feed", "binance-futures");
        assertThat(CommandRun.of(
                                "normalize",
                                "--feed=binance",
                                directory.resolve("none").toString())
                        .exitCode())
                .isEqualTo(1);
        assertThat(CommandRun.of("bogus").exitCode()).isEqualTo(2);
    }
}
