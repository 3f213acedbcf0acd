package io.tapeline.emulator.market;

/** Numbers book changes: consecutive per symbol on one venue, global to the engine on another. */
public interface UpdateIds {
    /** The id of the next change; greater than all before. */
    long next();
}
