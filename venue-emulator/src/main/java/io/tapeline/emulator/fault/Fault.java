package io.tapeline.emulator.fault;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order to let something go wrong. Selectors left null match everything.
 *
 * @param prefix virtual host, such as {@code binance-usdm}
 * @param symbol the venue's spelling in any case; for REST, the {@code symbol} parameter
 * @param stream name of a stream; {@code *} at its start or end stands for anything
 * @param path REST path below the prefix, or its beginning
 * @param times how often it happens before it is over; null: until removed
 */
public record Fault(
        FaultKind kind,
        @Nullable String prefix,
        @Nullable String symbol,
        @Nullable String stream,
        @Nullable String path,
        @Nullable Integer times,
        @Nullable Long millis,
        @Nullable Long amount,
        @Nullable Integer status) {

    public Fault {
        if (times != null && times < 1) {
            throw new IllegalArgumentException("times: expected at least 1, got " + times);
        }
        if (status != null && (status < 100 || status > 599)) {
            throw new IllegalArgumentException("status: expected an HTTP status, got " + status);
        }
    }

    public static Fault of(FaultKind kind) {
        return new Fault(kind, null, null, null, null, null, null, null, null);
    }

    public Fault prefix(String value) {
        return new Fault(kind, value, symbol, stream, path, times, millis, amount, status);
    }

    public Fault symbol(String value) {
        return new Fault(kind, prefix, value, stream, path, times, millis, amount, status);
    }

    public Fault stream(String value) {
        return new Fault(kind, prefix, symbol, value, path, times, millis, amount, status);
    }

    public Fault path(String value) {
        return new Fault(kind, prefix, symbol, stream, value, times, millis, amount, status);
    }

    public Fault times(int value) {
        return new Fault(kind, prefix, symbol, stream, path, value, millis, amount, status);
    }

    public Fault lasting(Duration value) {
        return new Fault(kind, prefix, symbol, stream, path, times, value.toMillis(), amount, status);
    }

    public Fault amount(long value) {
        return new Fault(kind, prefix, symbol, stream, path, times, millis, value, status);
    }

    public Fault status(int value) {
        return new Fault(kind, prefix, symbol, stream, path, times, millis, amount, value);
    }

    /** Milliseconds, or a default. */
    public long millisOr(long otherwise) {
        return millis == null ? otherwise : millis;
    }

    public long amountOr(long otherwise) {
        return amount == null ? otherwise : amount;
    }

    public int statusOr(int otherwise) {
        return status == null ? otherwise : status;
    }

    boolean hitsPrefix(String candidate) {
        return prefix == null || prefix.equals(candidate);
    }

    boolean hitsStream(String candidatePrefix, String name) {
        return hitsPrefix(candidatePrefix)
                && path == null
                && (stream == null || like(stream, name))
                && hitsSymbolOf(name);
    }

    boolean hitsRequest(String candidatePrefix, String candidatePath, String candidateSymbol) {
        return hitsPrefix(candidatePrefix)
                && stream == null
                && (path == null || candidatePath.startsWith(path))
                && (symbol == null || symbol.equalsIgnoreCase(candidateSymbol));
    }

    private boolean hitsSymbolOf(String name) {
        return symbol == null || names(name.toLowerCase(Locale.ROOT), symbol.toLowerCase(Locale.ROOT));
    }

    /** Whether a stream's name has the symbol in it as a whole: {@code btcusdt} is not in {@code btcusdt_250926@trade}. */
    private static boolean names(String stream, String wanted) {
        for (int at = stream.indexOf(wanted); at >= 0; at = stream.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if ((at == 0 || !ofSymbol(stream.charAt(at - 1)))
                    && (end == stream.length() || !ofSymbol(stream.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean ofSymbol(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '/';
    }

    private static boolean like(String pattern, String name) {
        boolean openStart = pattern.startsWith("*");
        boolean openEnd = pattern.length() > 1 && pattern.endsWith("*");
        String core = pattern.substring(openStart ? 1 : 0, pattern.length() - (openEnd ? 1 : 0));
        if (openStart && openEnd) {
            return name.contains(core);
        }
        return openStart ? name.endsWith(core) : openEnd ? name.startsWith(core) : name.equals(core);
    }
}
