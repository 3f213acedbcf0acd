package io.tapeline.writer.archive;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that fails for a while: said in one line for each reason, and in one when it is over. */
final class Trouble {
    private static final Logger log = LoggerFactory.getLogger(Trouble.class);

    /** More reasons than this are the same one with changing numbers. */
    private static final int REASONS = 5;

    private final String what;
    private final Set<String> said = new HashSet<>();

    /** @param what cannot be done meanwhile */
    Trouble(String what) {
        this.what = what;
    }

    /** @param reason in a line @param consequence what is done about it */
    synchronized void is(String reason, String consequence) {
        String first = reason.lines().findFirst().orElse("no reason given");
        if (said.size() < REASONS && said.add(first)) {
            log.warn("archive: {}: {}; {}", what, first, consequence);
        }
    }

    synchronized void over() {
        if (!said.isEmpty()) {
            said.clear();
            log.info("archive: {}: no more", what);
        }
    }
}
