package io.tapeline.emulator.hyperliquid;

import io.tapeline.emulator.kit.ListedContract;

/** How coins are spelled, and what follows from it. */
final class Coin {
    /** The builder whose dex is emulated; it settles in USDE. */
    static final String BUILDER = "hyna";

    /** Index of the first spot pair but one: BTC against USDC is 142 on the venue. */
    static final int FIRST_PAIR = 142;

    private Coin() {}

    static boolean spot(ListedContract listed) {
        return listed.symbol().startsWith("@");
    }

    static boolean built(ListedContract listed) {
        return listed.symbol().startsWith(BUILDER + ":");
    }

    /** Whether it is a perpetual of the venue itself. */
    static boolean own(ListedContract listed) {
        return !spot(listed) && !built(listed);
    }

    /** The dex it trades on, empty for the venue's own. */
    static boolean of(String dex, ListedContract listed) {
        return dex.isEmpty() ? own(listed) : built(listed) && dex.equals(BUILDER);
    }
}
