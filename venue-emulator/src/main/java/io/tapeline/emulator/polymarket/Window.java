package io.tapeline.emulator.polymarket;

import io.tapeline.emulator.market.MarketRates;
import io.tapeline.emulator.market.Seeds;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * One market and what happens on it. Its probability wanders around one half and goes to what the window will end with,
 * which its name decides; prices near 0 and 1 get a finer tick. After the end nobody bids for the losing token any more,
 * and after a while the market is resolved.
 */
final class Window {
    private static final int COARSE = 10;
    private static final int FINE = 1;
    private static final int FINE_ABOVE = 960;
    private static final int LEVELS = 20;
    private static final double BEFORE_ITS_TIME = 0.25;
    private static final long LATEST_RESOLUTION = 60_000;

    /** Told of everything that happens, as it happens. */
    interface Listener {
        void changed(Window window, boolean bid, int price, long size, long time);

        void traded(Window window, Trade trade);

        void refined(Window window, long time);

        void resolved(Window window, long time);
    }

    /**
     * A match.
     *
     * @param up on which token
     * @param buy the taker's side on it
     * @param price of that token
     */
    record Trade(long number, boolean up, boolean buy, int price, long size, long time) {}

    private final WindowName name;
    private final String condition;
    private final String up;
    private final String down;
    private final boolean upFirst;
    private final boolean upWins;
    private final long resolvedAt;
    private final long seed;
    private final MarketRates rates;
    private final SplittableRandom random;
    private final OutcomeBook book = new OutcomeBook();
    private final Deque<Trade> trades = new ArrayDeque<>();
    private final Pace changes;
    private final Pace matches;
    private int tick = COARSE;
    private boolean ended;
    private boolean resolved;
    private long number;

    Window(WindowName name, long seed, MarketRates rates, long now) {
        this.name = name;
        this.rates = rates;
        this.seed = Seeds.mix(seed, name.slug());
        this.random = new SplittableRandom(this.seed);
        this.condition = "0x" + HexFormat.of().formatHex(digest("condition"));
        this.up = new BigInteger(1, digest("Up")).toString();
        this.down = new BigInteger(1, digest("Down")).toString();
        this.upFirst = random.nextInt(4) > 0;
        this.upWins = random.nextBoolean();
        this.resolvedAt = name.end() + Math.min(LATEST_RESOLUTION, Math.max(1_000, name.length() / 5));
        this.changes = new Pace(rates.bookChangesPerSecond(), random.split());
        this.matches = new Pace(rates.tradesPerSecond(), random.split());
        fill(fair(now));
    }

    private byte[] digest(String what) {
        try {
            String text = seed + "|" + name.slug() + "|" + what;
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Where the probability of Up is, in thousandths. */
    private int fair(long now) {
        double passed = Math.clamp((double) (now - name.start()) / name.length(), 0, 1);
        double drawn = (upWins ? 490 : -490) * Math.pow(passed, 4);
        double noise = 60 * (1 - passed) * Seeds.smooth(seed, now / 2_000.0);
        return (int) Math.clamp(Math.round(500 + drawn + noise), 2 * tick, OutcomeBook.WHOLE - 2 * tick);
    }

    private int onGrid(int price) {
        return Math.clamp(price / tick * tick, tick, OutcomeBook.WHOLE - tick);
    }

    private void fill(int fair) {
        for (int i = 0; i < LEVELS; i++) {
            put(true, onGrid(fair) - i * COARSE);
            put(false, onGrid(fair) + (i + 1) * COARSE);
        }
    }

    private void put(boolean bid, int price) {
        if (price > 0 && price < OutcomeBook.WHOLE) {
            book.set(bid, price, size());
        }
    }

    private long size() {
        return 500 + random.nextInt(50_000);
    }

    void step(long now, double seconds, Listener listener) {
        if (!ended && now >= name.end()) {
            ended = true;
            empty(now, listener);
        }
        if (ended) {
            resolve(now, listener);
            return;
        }
        int fair = fair(now);
        if (tick == COARSE && (fair > FINE_ABOVE || fair < OutcomeBook.WHOLE - FINE_ABOVE)) {
            tick = FINE;
            listener.refined(this, now);
        }
        double share = now < name.start() ? BEFORE_ITS_TIME : 1;
        for (int due = changes.due(seconds * share); due > 0; due--) {
            act(fair, now, listener);
        }
        for (int due = matches.due(seconds * share); due > 0; due--) {
            match(now, listener);
        }
    }

    /** Follows the probability, or changes an order somewhere behind the best. */
    private void act(int fair, long now, Listener listener) {
        boolean bid = random.nextBoolean();
        int touch = onGrid(fair) + (bid ? -tick : tick);
        while (!book.side(!bid).isEmpty() && crosses(bid, touch)) {
            change(!bid, book.side(!bid).firstKey(), 0, now, listener);
        }
        int behind = random.nextInt(LEVELS) * tick;
        int price = onGrid(bid ? touch - behind : touch + behind);
        boolean gone = book.side(bid).size() > LEVELS && book.size(bid, price) > 0;
        change(bid, price, gone ? 0 : size(), now, listener);
        if (book.side(!bid).isEmpty()) {
            change(!bid, onGrid(bid ? touch + 2 * tick : touch - 2 * tick), size(), now, listener);
        }
        if (book.side(bid).size() > 2 * LEVELS) {
            change(bid, book.side(bid).lastKey(), 0, now, listener);
        }
    }

    private boolean crosses(boolean bid, int price) {
        int other = book.side(!bid).firstKey();
        return bid ? other <= price : other >= price;
    }

    private void change(boolean bid, int price, long size, long now, Listener listener) {
        if (book.size(bid, price) != size && !crossed(bid, price, size)) {
            book.set(bid, price, size);
            listener.changed(this, bid, price, size, now);
        }
    }

    private boolean crossed(boolean bid, int price, long size) {
        return size > 0 && !book.side(!bid).isEmpty() && crosses(bid, price);
    }

    /** Somebody takes from the best level; what is left of the book is told whole. */
    private void match(long now, Listener listener) {
        boolean buysUp = random.nextBoolean();
        if (book.side(!buysUp).isEmpty()) {
            return;
        }
        int price = book.side(!buysUp).firstKey();
        long there = book.size(!buysUp, price);
        long size = Math.max(1, Math.min(there, random.nextInt(20_000)));
        book.set(!buysUp, price, there - size);
        boolean onUp = random.nextBoolean();
        Trade trade = new Trade(++number, onUp, onUp == buysUp, onUp ? price : OutcomeBook.WHOLE - price, size, now);
        trades.addLast(trade);
        if (trades.size() > rates.historyTrades()) {
            trades.removeFirst();
        }
        listener.traded(this, trade);
    }

    /** Who bids for the losing token leaves, which is one side of the one book. */
    private void empty(long now, Listener listener) {
        boolean losing = !upWins;
        while (!book.side(losing).isEmpty()) {
            change(losing, book.side(losing).firstKey(), 0, now, listener);
        }
    }

    private void resolve(long now, Listener listener) {
        if (!resolved && now >= resolvedAt) {
            resolved = true;
            listener.resolved(this, now);
        }
    }

    WindowName name() {
        return name;
    }

    String condition() {
        return condition;
    }

    OutcomeBook book() {
        return book;
    }

    String token(boolean ofUp) {
        return ofUp ? up : down;
    }

    /** Whether Up is named before Down; not always. */
    boolean upFirst() {
        return upFirst;
    }

    boolean upWins() {
        return upWins;
    }

    boolean isResolved() {
        return resolved;
    }

    /** Thousandths. */
    int tick() {
        return tick;
    }

    /** Newest last. */
    Deque<Trade> trades() {
        return trades;
    }

    /** The hash that the venue gives a state of a token's book: opaque. */
    String hash(boolean ofUp, long time) {
        long first = Seeds.mix(seed ^ time, token(ofUp));
        return HexFormat.of().toHexDigits(first)
                + HexFormat.of().toHexDigits(Seeds.mix(first, name.slug()))
                + HexFormat.of().toHexDigits((int) (first >>> 7));
    }
}
