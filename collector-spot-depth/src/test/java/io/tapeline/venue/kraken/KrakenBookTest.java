package io.tapeline.venue.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.venue.testing.SharedFrames;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Checksums of the documentation, and what is cut off a book before them. */
class KrakenBookTest {
    private static final Levels ASKS = levels("""
            45285.2 0.00100000 45286.4 1.54571953 45286.6 1.54571109 45289.6 1.54560911 45290.2 0.15890660
            45291.8 1.54553491 45294.7 0.04454749 45296.1 0.35380000 45297.5 0.09945542 45299.5 0.18772827
            """);
    private static final Levels BIDS = levels("""
            45283.5 0.10000000 45283.4 1.54582015 45282.1 0.10000000 45281.0 0.10000000 45280.3 1.54592586
            45279.0 0.07990000 45277.6 0.03310103 45277.5 0.30000000 45277.3 1.54602737 45276.6 0.15445238
            """);
    private static final long CHECKSUM = 3_310_070_434L;

    private final KrakenVenue venue = new KrakenVenue(KrakenSettings.defaults());

    private List<Book> books(VenuePayload... payloads) {
        return SharedFrames.normalized(
                        venue,
                        List.of(),
                        Stream.of(payloads)
                                .map(payload -> payload.frame(venue.feed()))
                                .toArray(RawFrame[]::new))
                .stream()
                .filter(Book.class::isInstance)
                .map(Book.class::cast)
                .toList();
    }

    @Test
    void theChecksumsOfTheDocumentationComeOutRight() {
        assertThat(KrakenChecksum.of(BIDS, ASKS).is(CHECKSUM, null)).isTrue();
        assertThat(KrakenChecksum.of(ASKS, BIDS).is(CHECKSUM, null)).isFalse();
        assertThat(books(KrakenPayloads.SNAPSHOT, KrakenPayloads.UPDATE))
                .hasSize(2)
                .allMatch(book -> book.verified() == Verified.CHECKSUM);
    }

    @Test
    void onlyTheBestTenLevelsCount() {
        assertThat(KrakenChecksum.of(with(BIDS, "45000.0", "1.00000000"), with(ASKS, "46000.0", "1.00000000"))
                        .is(CHECKSUM, null))
                .isTrue();
    }

    private static Levels with(Levels side, String price, String size) {
        Levels.Builder more = Levels.builder(side.size() + 1);
        for (int level = 0; level < side.size(); level++) {
            more.add(side.price(level), side.size(level));
        }
        return more.add(Levels.of(price, size).price(0), Levels.of(price, size).size(0))
                .build();
    }

    @Test
    void zerosThatTheMessageLeavesOutCountWhereThePairHasThem() {
        Instrument pair = KrakenInstruments.of("BTC/USD");
        assertThat(KrakenChecksum.of(stripped(BIDS), stripped(ASKS)).is(CHECKSUM, pair))
                .isTrue();
        assertThat(KrakenChecksum.of(stripped(BIDS), stripped(ASKS)).is(CHECKSUM, null))
                .isTrue();
        assertThat(KrakenChecksum.of(BIDS, ASKS).is(CHECKSUM, KrakenInstruments.of("ETH/USD")))
                .as("the venue changed the decimals of the pair")
                .isTrue();
    }

    private static Levels stripped(Levels side) {
        Levels.Builder shorter = Levels.builder(side.size());
        for (int level = 0; level < side.size(); level++) {
            shorter.add(plain(side.price(level)), plain(side.size(level)));
        }
        return shorter.build();
    }

    private static BigDecimal plain(BigDecimal value) {
        return Decimals.plain(value.stripTrailingZeros());
    }

    @Test
    void aBookOfOneSideHasAChecksumToo() {
        // CRC-32 of "5666483175496356".
        assertThat(KrakenChecksum.of(Levels.of("0.5666", "4831.75496356"), Levels.EMPTY)
                        .is(crc("5666483175496356"), null))
                .isTrue();
    }

    private static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes());
        return crc.getValue();
    }

    @Test
    void levelsThatArePushedOutAreCutBeforeTheChecksumAndDoNotComeBackByThemselves() {
        VenuePayload better = KrakenPayloads.update("""
                "bids":[{"price":0.5667,"qty":1.5}],"asks":[],"checksum":%d
                """.formatted(checksum("0.5667 1.5 " + NINE_BIDS)));
        VenuePayload gone = KrakenPayloads.update("""
                "bids":[{"price":0.5667,"qty":0}],"asks":[],"checksum":%d
                """.formatted(checksum(NINE_BIDS)));
        List<Book> books = books(KrakenPayloads.SNAPSHOT, better, gone);
        assertThat(books).hasSize(3).allMatch(book -> book.verified() == Verified.CHECKSUM);
        assertThat(books.get(1).bids())
                .as("whoever applies it has the book that was checked")
                .isEqualTo(Levels.of("0.5667", "1.5", "0.5657", "0"));
    }

    private static final String DOCUMENTED_ASKS = """
            0.5668 4410.79769741 0.5669 4655.40412487 0.567 49844.89424998 0.5671 24306.41678 0.5672 29783.25223475
            0.5673 57234.71239278 0.5674 45065.04744 0.5675 5912.76380354 0.5676 42514.92434778 0.5677 36304.0847022
            """;

    /** The best nine of the documentation's bids. */
    private static final String NINE_BIDS = """
            0.5666 4831.75496356 0.5665 6658.22734739 0.5664 18724.91513344 0.5663 11563.92544914 0.5662 14006.65365711
            0.5661 17454.85679807 0.566 18097.1547 0.5659 33644.89175666 0.5658 148.3464
            """;

    /** By hand: all decimals, no point, no leading zeros. */
    private static long checksum(String bids) {
        return crc(text(DOCUMENTED_ASKS) + text(bids));
    }

    private static String text(String side) {
        String[] numbers = side.strip().split("\\s+");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.length; i += 2) {
            text.append(padded(numbers[i], 4)).append(padded(numbers[i + 1], 8));
        }
        return text.toString();
    }

    private static Levels levels(String side) {
        return Levels.of(side.strip().split("\\s+"));
    }

    private static String padded(String number, int decimals) {
        return new BigDecimal(number)
                .setScale(decimals)
                .toPlainString()
                .replace(".", "")
                .replaceFirst("^0+", "");
    }

    @Test
    void aSnapshotTellsHowDeepARecordedBookWasSubscribed() {
        KrakenBookSequencer rules = new KrakenBookSequencer(1000);
        assertThat(rules.levels(snapshot(10, 10))).isEqualTo(10);
        assertThat(rules.levels(snapshot(25, 25))).isEqualTo(25);
        assertThat(rules.levels(snapshot(10, 9))).as("a small book").isEqualTo(1000);
        assertThat(rules.levels(snapshot(30, 30))).isEqualTo(1000);
    }

    private static BookUpdate snapshot(int bids, int asks) {
        return new BookUpdate(null, true, levels(bids), levels(asks), null, null, null, null, null);
    }

    private static Levels levels(int count) {
        Levels.Builder levels = Levels.builder(count);
        for (int i = 0; i < count; i++) {
            levels.add(BigDecimal.valueOf(i + 1), BigDecimal.ONE);
        }
        return levels.build();
    }

    @Test
    void aMismatchIsNeverPublished() {
        VenuePayload wrong = KrakenPayloads.update("""
                "bids":[{"price":0.5657,"qty":1}],"asks":[],"checksum":2114181697
                """);
        assertThat(books(KrakenPayloads.SNAPSHOT, wrong, KrakenPayloads.SNAPSHOT, KrakenPayloads.UPDATE))
                .extracting(Book::snapshot)
                .containsExactly(true, true, false);
    }
}
