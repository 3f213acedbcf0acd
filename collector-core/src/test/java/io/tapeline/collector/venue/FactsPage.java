package io.tapeline.collector.venue;

import io.tapeline.model.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The table of channels on a venue's page of verified facts, kept beside the project. */
final class FactsPage {
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** What a name begins with before anything that varies: {@code trades.} of {@code trades.{instrument}.raw}. */
    private static final Pattern STEM = Pattern.compile("[A-Za-z/][A-Za-z0-9_/-]+");

    private FactsPage() {}

    /** Rows of the table; aborts the calling test where the page is absent. */
    static List<String> channels(String page) {
        try {
            String text = Files.readString(SharedFolder.file(page));
            int from = text.indexOf("\n## Channels");
            String section = text.substring(from + 1).split("\n## ", 2)[0];
            return section.lines()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| Kind") && !line.startsWith("|---"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stems of the names that a row quotes, in lower case. */
    static List<String> names(String row) {
        return QUOTED.matcher(row)
                .results()
                .map(quoted -> STEM.matcher(quoted.group(1)))
                .filter(java.util.regex.Matcher::find)
                .map(stem -> stem.group().toLowerCase(Locale.ROOT))
                .toList();
    }
}
