package io.tapeline.emulator.stream;

import java.util.List;

/** What a stream tells a newcomer before anything else, such as a snapshot of a book. */
@FunctionalInterface
public interface Opening {
    /**
     * The first frames of somebody who has just joined. Called before he is among the listeners, so that what is pending
     * can be published to the others first and everything published later continues these frames.
     */
    List<String> frames();
}
