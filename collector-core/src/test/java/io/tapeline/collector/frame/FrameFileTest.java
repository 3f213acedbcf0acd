package io.tapeline.collector.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import io.tapeline.model.SharedFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameFileTest {
    private static final String HEAD =
            "{\"received\":\"2026-11-20T10:00:00.123456Z\",\"feed\":\"binance\",\"transport\":\"ws\",\"frame\":";

    private static List<FrameLine> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), FrameFile.MAX_LINE_BYTES);
    }

    private static List<FrameLine> read(byte[] bytes, int maxLine) {
        try (Stream<FrameLine> lines = FrameFile.read(new ByteArrayInputStream(bytes), null, maxLine)) {
            return lines.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String frame(FrameLine line) {
        return ((FrameLine.Frame) line).frame().text();
    }

    private static String reason(FrameLine line) {
        return ((FrameLine.Bad) line).reason();
    }

    private static RawFrame raw(String text) {
        return new RawFrame(
                "binance",
                RawFrame.Transport.WS,
                "c1",
                "wss://x.example/stream",
                1_790_000_000_123_456L,
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static String written(RawFrame frame) {
        return new String(FrameLineWriter.line(frame, "s1"), StandardCharsets.UTF_8);
    }

    @Test
    void theFrameIsTheReceivedTextDigitForDigit() {
        String text = "{ \"p\":1.500000000000000000000, \"q\" : 1e5,\"s\":\"\\u0042\\/é\",\"a\":[ [ 1 ] ]}";

        assertThat(frame(read(HEAD + text + " , \"later\":1}").getFirst())).isEqualTo(text);
    }

    @Test
    void whatSurroundsTheFrameIsRead() {
        FrameLine.Frame line =
                (FrameLine.Frame) read("{\"session\":\"s\",\"frame\":[1],\"url\":\"https://a/b\",\"conn\":\"c7\","
                                + "\"transport\":\"rest\",\"feed\":\"okx\",\"received\":\"2026-11-20T10:00:00.123456Z\"}")
                        .getFirst();

        assertThat(line.session()).isEqualTo("s");
        assertThat(line.frame())
                .returns("okx", RawFrame::feed)
                .returns(RawFrame.Transport.REST, RawFrame::transport)
                .returns("c7", RawFrame::connection)
                .returns("https://a/b", RawFrame::url)
                .returns(1_795_168_800_123_456L, RawFrame::received)
                .returns("[1]", RawFrame::text);
    }

    @Test
    void textThatIsNotJsonIsAString() {
        assertThat(frame(read(HEAD + "\"pong \\\"x\\\"\"}").getFirst())).isEqualTo("pong \"x\"");
    }

    @Test
    void blankLinesUnknownFieldsUnknownEventsAndCarriageReturnsAreNoFault() {
        List<FrameLine> lines = read("\r\n" + HEAD + "{\"a\":1},\"x\":{\"frame\":2}}\r\n\n{\"event\":\"nap\"}\n");

        assertThat(lines).singleElement().isInstanceOf(FrameLine.Frame.class).returns(2L, FrameLine::line);
        assertThat(frame(lines.getFirst())).isEqualTo("{\"a\":1}");
    }

    @Test
    void marksTellOfAConnectionsLife() {
        assertThat(read("{\"event\":\"open\",\"feed\":\"okx\",\"conn\":\"c1\"}\n{\"event\":\"close\"}"))
                .containsExactly(
                        new FrameLine.Mark(1, null, FrameMark.Event.OPEN, "okx", "c1"),
                        new FrameLine.Mark(2, null, FrameMark.Event.CLOSE, null, null));
    }

    @Test
    void aBadLineIsNamedAndItsNeighboursAreRead() {
        List<FrameLine> lines = read(HEAD + "1}\n" + HEAD + "{\"a\":}}\nnonsense\n[]\n"
                + "{\"feed\":\"a\",\"transport\":\"ws\",\"frame\":1}\n"
                + "{\"received\":\"yesterday\",\"feed\":\"a\",\"transport\":\"ws\",\"frame\":1}\n"
                + "{\"received\":\"2026-11-20T10:00:00Z\",\"feed\":\"a\",\"transport\":\"ftp\",\"frame\":1}\n" + HEAD
                + "null}\n" + HEAD + "2}");

        assertThat(lines).hasSize(9);
        assertThat(frame(lines.get(0))).isEqualTo("1");
        assertThat(reason(lines.get(1))).startsWith("expected a JSON object on one line: ");
        assertThat(reason(lines.get(2))).startsWith("expected a JSON object on one line: ");
        assertThat(reason(lines.get(3))).isEqualTo("expected a JSON object");
        assertThat(reason(lines.get(4))).isEqualTo("received: expected an ISO-8601 time, got nothing");
        assertThat(reason(lines.get(5))).isEqualTo("received: expected an ISO-8601 time, got 'yesterday'");
        assertThat(reason(lines.get(6))).isEqualTo("transport: expected ws or rest, got 'ftp'");
        assertThat(reason(lines.get(7))).isEqualTo("frame: expected the received text, got nothing");
        assertThat(lines.get(8).line()).isEqualTo(9);
    }

    @Test
    void anOverlongLineIsSkippedWithoutKeepingIt() {
        String text = HEAD + "\"" + "x".repeat(100_000) + "\"}\n" + HEAD + "2}\n";

        List<FrameLine> lines = read(text.getBytes(StandardCharsets.UTF_8), 1000);

        assertThat(reason(lines.get(0))).isEqualTo("line longer than 1000 bytes");
        assertThat(frame(lines.get(1))).isEqualTo("2");
    }

    @Test
    void aLineIsReadWhenItIsAskedFor() throws IOException {
        String text = HEAD + "1}\n" + HEAD + "2}\n";
        ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (Stream<FrameLine> lines = FrameFile.read(in, null)) {
            assertThat(lines.findFirst().map(FrameFileTest::frame)).contains("1");
        }
    }

    @Test
    void gzipAndZstdAreReadWhateverTheNameSays() throws IOException {
        byte[] plain = (HEAD + "1}\n").getBytes(StandardCharsets.UTF_8);

        assertThat(frame(read(gzip(plain), 1000).getFirst())).isEqualTo("1");
        assertThat(frame(read(zstd(plain), 1000).getFirst())).isEqualTo("1");
    }

    @Test
    void aCompressedFileThatBreaksOffIsReadUpToThere() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            text.append(HEAD).append(i * 7919L % 10007).append("}\n");
        }
        byte[] whole = gzip(text.toString().getBytes(StandardCharsets.UTF_8));

        List<FrameLine> lines = read(Arrays.copyOf(whole, whole.length / 2), 1000);

        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(reason(lines.getLast())).startsWith("the input breaks off");
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(FrameLine.Frame.class::isInstance);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"p\": 1.500, \"e\":1E-7}",
                "[ ]",
                "pong",
                "\"pong\"",
                "17",
                "",
                "null",
                "{\"half\":",
                "{} {}",
                "zwei\nZeilen",
                "\u0000",
                "{\"s\":\"é\u2028😀\"}"
            })
    void whatIsWrittenIsReadBackAsItCame(String text) {
        String line = written(raw(text));

        assertThat(line).endsWith("\n").isEqualTo(line.strip() + "\n").doesNotContain("\n{");
        FrameLine.Frame back = (FrameLine.Frame) read(line).getFirst();
        assertThat(back.session()).isEqualTo("s1");
        assertThat(back.frame().text()).isEqualTo(text);
        assertThat(back.frame()).usingRecursiveComparison().isEqualTo(raw(text));
    }

    @Test
    void lineBreaksOutsideStringsAreRemovedAndNothingElse() {
        assertThat(written(raw("{\r\n  \"a\": \"x\\ny\",\n  \"b\": 1.0\n}")))
                .endsWith("\"frame\":{  \"a\": \"x\\ny\",  \"b\": 1.0}}\n");
    }

    @Test
    void secretsAreCutFromAddresses() {
        RawFrame frame = new RawFrame(
                "binance",
                RawFrame.Transport.REST,
                null,
                "https://me:pw@x.example/a?symbol=BTC&apiKey=abc&signature=def&listenKey=ghi&token=t&limit=5",
                0,
                "[]".getBytes(StandardCharsets.UTF_8));

        assertThat(written(frame))
                .contains("https://***@x.example/a?symbol=BTC&apiKey=***&signature=***&listenKey=***&token=***&limit=5")
                .doesNotContain("abc", "def", "ghi", "pw@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"binance", "binance-futures", "okx", "deribit", "upbit"})
    void recordedSessionsSurviveReadingAndWritingByteForByte(String feed) throws IOException {
        Path file = SharedFolder.file("recordings/" + feed + ".ndjson");
        List<String> lines = Files.readAllLines(file);
        try (Stream<FrameLine> read = FrameFile.read(file)) {
            List<FrameLine> all = read.toList();
            assertThat(all).hasSize(lines.size());
            for (int i = 0; i < all.size(); i++) {
                FrameLine.Frame line = (FrameLine.Frame) all.get(i);
                assertThat(lines.get(i)).contains("\"frame\":" + line.frame().text());
                FrameLine.Frame again = (FrameLine.Frame)
                        read(new String(FrameLineWriter.line(line.frame(), line.session()), StandardCharsets.UTF_8))
                                .getFirst();
                assertThat(again.frame().text()).isEqualTo(line.frame().text());
            }
        }
    }
}
