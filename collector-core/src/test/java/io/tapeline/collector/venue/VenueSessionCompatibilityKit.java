package io.tapeline.collector.venue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every venue's feed promises while it runs, shown against its emulated venue. Each adapter has one test class that
 * extends this one; {@code io.tapeline.venue.testing.EmulatedHost} starts the emulated venue. The promises themselves are
 * in the interfaces.
 */
public abstract class VenueSessionCompatibilityKit
        implements DeliveryPromises, LossPromises, ConnectionPromises, RestPromises {
    @TempDir
    Path directory;

    private VenueTrial trial;

    /** Starts an emulated venue. */
    protected abstract EmulatedFeed emulate();

    /** Name of the stream that brings the trades of the first asset. */
    protected abstract String refusedStream();

    /** Whether a lost change of a book shows. */
    protected boolean noticesLostBookChanges() {
        return true;
    }

    /** Whether what is lost can be told to concern one stream and no other. */
    protected boolean tellsWhoseFrameIsLost() {
        return true;
    }

    /** Whether a book has the same sequence numbers on every connection. */
    protected boolean sharesBookSequences() {
        return true;
    }

    /** Whether the venue tells of when a book is, so that two sightings of it can be told to be the same. */
    protected boolean datesBooks() {
        return true;
    }

    /** Whether a process publishes some of the last trades of the one before it again, since they have no numbers. */
    protected boolean repeatsAfterARestart() {
        return false;
    }

    /** Statuses with which the venue says that it is asked too often. */
    protected List<Integer> tooManyRequests() {
        return List.of(429, 418);
    }

    @BeforeEach
    void startVenue() {
        trial = new VenueTrial(emulate(), traits(), directory);
    }

    private SessionTraits traits() {
        return new SessionTraits(
                refusedStream(),
                noticesLostBookChanges(),
                tellsWhoseFrameIsLost(),
                sharesBookSequences(),
                datesBooks(),
                repeatsAfterARestart(),
                tooManyRequests());
    }

    @AfterEach
    void stop() {
        if (trial != null) {
            trial.close();
        }
    }

    @Override
    public final VenueTrial trial() {
        return trial;
    }
}
