package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.ControlMessages;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a connection in, https://docs.cdp.coinbase.com/exchange/websocket-feed/authentication: a subscription that carries
 * HMAC-SHA256 of the time and a fixed request.
 */
record CoinbaseLogin(CoinbaseSettings.Credentials credentials, Clock clock) {
    private static final String SIGNED = "GET/users/self/verify";

    /** What it subscribes to besides: heartbeats of a product that is always there. */
    private static final List<String> PRODUCT = List.of("BTC-USD");

    boolean given() {
        return credentials.given();
    }

    /** The message; it is secret. */
    String message() {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return ControlMessages.json(
                "type",
                "subscribe",
                "product_ids",
                PRODUCT,
                "channels",
                List.of(CoinbaseSubscriptions.HEARTBEAT),
                "signature",
                signature(timestamp),
                "key",
                credentials.key(),
                "passphrase",
                credentials.passphrase(),
                "timestamp",
                timestamp);
    }

    private String signature(String timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(credentials.secretBytes(), mac.getAlgorithm()));
            byte[] signed = mac.doFinal((timestamp + SIGNED).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return "CoinbaseLogin[" + credentials + "]";
    }
}
