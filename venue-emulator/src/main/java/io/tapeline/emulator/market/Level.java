package io.tapeline.emulator.market;

/** A book level: price in ticks, absolute size in lots, 0 when it is gone. */
public record Level(long price, long size) {}
