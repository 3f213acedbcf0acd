package io.tapeline.emulator.market;

/**
 * An option on an asset.
 *
 * @param strike in quote
 * @param expiry epoch milliseconds
 */
public record OptionContract(String base, long strike, long expiry, boolean call) {}
