package io.tapeline.emulator.coinbasefutures;

import io.tapeline.emulator.stream.Wrapping;

/** Numbers the frames of one connection from 0; errors are not counted. */
final class CoinbaseFrames implements Wrapping {
    private static final String BEFORE = ",\"events\":";

    private long next;

    @Override
    public String wrap(String stream, String payload) {
        int at = payload.indexOf(BEFORE);
        return at < 0 ? payload : payload.substring(0, at) + ",\"sequence_num\":" + next++ + payload.substring(at);
    }

    @Override
    public boolean shared() {
        return false;
    }
}
