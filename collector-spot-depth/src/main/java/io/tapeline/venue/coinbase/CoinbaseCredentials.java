package io.tapeline.venue.coinbase;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An API key of Coinbase Exchange, which needs no permission but to view; all parts are empty when there is none. Signing
 * as in https://docs.cdp.coinbase.com/exchange/websocket-feed/authentication.
 *
 * @param secret in Base64, as the venue hands it out
 */
public record CoinbaseCredentials(
        @DefaultValue("") String key,
        @DefaultValue("") String secret,
        @DefaultValue("") String passphrase) {
    static final CoinbaseCredentials NONE = new CoinbaseCredentials("", "", "");

    private static final String SIGNED = "GET/users/self/verify";

    public CoinbaseCredentials {
        long given = Stream.of(key, secret, passphrase)
                .filter(part -> !part.isBlank())
                .count();
        CoinbaseSettings.CHECKS.require(
                given == 0 || given == 3, "credentials", "key, secret and passphrase, or none", given + " of them");
        CoinbaseSettings.CHECKS.require(isBase64(secret), "credentials.secret", "Base64", "something else");
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text.strip());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean given() {
        return !key.isBlank();
    }

    /** What a request carries beside its timestamp: HMAC-SHA256 of the time and a fixed request, in Base64. */
    String signature(String timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.strip()), mac.getAlgorithm()));
            byte[] signed = mac.doFinal((timestamp + SIGNED).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** A time as it is signed: seconds. */
    static String timestamp(Instant now) {
        return Long.toString(now.getEpochSecond());
    }

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return given() ? "CoinbaseCredentials[given]" : "CoinbaseCredentials[none]";
    }
}
