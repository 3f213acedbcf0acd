package io.tapeline.emulator.ledger;

/** A REST request that was answered. */
public record Answered(String prefix, String target, int status, long time) {}
