package io.tapeline.writer.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Uploads what waits, one object after another, in rounds. An object that fails goes on waiting on disk and is tried again
 * when the others are done, so that it never holds them up; when several fail in a row the round is over.
 */
final class Uploader {
    /** So many failures in a row are the bucket's, not the objects'. */
    private static final int IN_A_ROW = 3;

    /** As many failed objects are remembered; then all are tried again. */
    private static final int REMEMBERED = 1_000;

    private final Pending pending;
    private final Stage stage;
    private final Target target;
    private final Trouble trouble;
    private final Set<String> failed = new HashSet<>();

    /** Where objects go. */
    @FunctionalInterface
    interface Target {
        /** @throws IOException with the reason in a line, when the object is not there afterwards */
        void put(String key, Path file) throws IOException;
    }

    /** @param address of the target, for people */
    Uploader(Pending pending, Stage stage, Target target, String address) {
        this.pending = pending;
        this.stage = stage;
        this.target = target;
        this.trouble = new Trouble("cannot upload to " + address);
    }

    /** What became of a round. */
    enum Round {
        /** Nothing failed. */
        DONE,
        /** Some failed, others did not. */
        PARTLY,
        /** Whatever was tried failed. */
        FAILED
    }

    /** Tries what waits. */
    Round round() throws IOException, InterruptedException {
        Attempts attempts = new Attempts();
        pending.visit(key -> failed.contains(key) || attempts.more(key));
        if (attempts.succeeded + attempts.failures == 0 && !failed.isEmpty()) {
            failed.clear();
            pending.visit(attempts::more);
        }
        if (attempts.failures == 0) {
            if (failed.isEmpty()) {
                trouble.over();
            }
            return Round.DONE;
        }
        return attempts.succeeded == 0 ? Round.FAILED : Round.PARTLY;
    }

    private final class Attempts {
        private int succeeded;
        private int failures;
        private int inARow;

        /** Tries an object; whether it makes sense to go on. */
        boolean more(String key) throws IOException, InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Path file = stage.path(key);
            if (!Files.exists(file)) {
                pending.forgetUnless(file, key);
                return true;
            }
            try {
                pending.upload(key, () -> target.put(key, file));
                succeeded++;
                inARow = 0;
                return true;
            } catch (IOException e) {
                failures++;
                remember(key, String.valueOf(e.getMessage()));
                return ++inARow < IN_A_ROW;
            }
        }

        private void remember(String key, String reason) {
            if (failed.size() >= REMEMBERED) {
                failed.clear();
            }
            failed.add(key);
            trouble.is(reason, "what is to be uploaded waits on disk and is tried again");
        }
    }
}
