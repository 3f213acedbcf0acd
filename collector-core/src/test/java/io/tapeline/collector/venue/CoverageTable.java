package io.tapeline.collector.venue;

import io.tapeline.model.event.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table in {@code docs/venues/<exchange>.md} that says of every channel whether it is collected. Its rows are
 * {@code | `feed` | `channel` | ... | supported |} or {@code | ... | not, because <reason> |}.
 */
public final class CoverageTable {
    /** A name in the cell of kinds; what stands in parentheses says which of a kind. */
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    /**
     * A row.
     *
     * @param kinds that the channel brings
     * @param status the last cell
     */
    public record Row(String channel, Set<Kind> kinds, String status) {
        public boolean supported() {
            return status.equals("supported") || status.startsWith("supported,") || status.startsWith("supported:");
        }

        public boolean refused() {
            return status.startsWith("not, because ") && status.length() > "not, because ".length() + 5;
        }
    }

    private CoverageTable() {}

    /** The rows of one feed. */
    public static List<Row> of(String exchange, String feed) {
        Path page = page(exchange);
        try (var lines = Files.lines(page)) {
            return lines.filter(line -> line.startsWith("| `" + feed + "` |"))
                    .map(CoverageTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("every venue has a page with its coverage table: " + page, e);
        }
    }

    /** The rows of the page as they stand. */
    static String text(String exchange) {
        try (var lines = Files.lines(page(exchange))) {
            return lines.filter(line -> line.startsWith("| `")).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path page(String exchange) {
        return repositoryRoot().resolve("docs/venues/" + exchange + ".md");
    }

    private static Row row(String line) {
        List<String> cells =
                Arrays.stream(line.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
        return new Row(
                cells.get(2).replace("`", "").replace("\\|", "|"), kinds(cells.get(3)), cells.get(cells.size() - 2));
    }

    private static Set<Kind> kinds(String cell) {
        return NAME.matcher(cell)
                .results()
                .map(name -> Kind.ofWireName(name.group(1)))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Path repositoryRoot() {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        return at;
    }
}
