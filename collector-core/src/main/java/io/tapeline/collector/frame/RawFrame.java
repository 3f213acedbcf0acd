package io.tapeline.collector.frame;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a venue sent, untouched.
 *
 * @param feed the feed it belongs to, such as {@code binance-futures}
 * @param transport how it came
 * @param connection name of the connection, null when unknown
 * @param url the address it came from, secrets cut out; for REST the request with its query
 * @param received epoch microseconds; never goes back within a process
 * @param body the bytes, UTF-8, already decompressed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawFrame(
        String feed,
        Transport transport,
        @Nullable String connection,
        @Nullable String url,
        long received,
        byte[] body) {

    /** How a frame came. */
    public enum Transport {
        WS,
        REST
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
