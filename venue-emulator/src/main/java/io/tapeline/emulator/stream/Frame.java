package io.tapeline.emulator.stream;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One event as text, encoded once for all who get it. */
final class Frame {
    private final String stream;
    private final String payload;
    private final UnaryOperator<String> damage;
    private @Nullable Encoded raw;
    private @Nullable Encoded combined;

    Frame(String stream, String payload, UnaryOperator<String> damage) {
        this.stream = stream;
        this.payload = payload;
        this.damage = damage;
    }

    Frame(String stream, String payload) {
        this(stream, payload, UnaryOperator.identity());
    }

    void sendTo(Listener listener) {
        Encoded encoded = listener.combined() ? combined() : raw();
        listener.connection().send(stream, encoded.text, encoded.utf8);
    }

    private Encoded raw() {
        Encoded known = raw;
        if (known == null) {
            known = encode(payload);
            raw = known;
        }
        return known;
    }

    private Encoded combined() {
        Encoded known = combined;
        if (known == null) {
            known = encode("{\"stream\":\"" + stream + "\",\"data\":" + payload + "}");
            combined = known;
        }
        return known;
    }

    private Encoded encode(String whole) {
        String text = damage.apply(whole);
        return new Encoded(text, text.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Encoded(String text, byte[] utf8) {}
}
