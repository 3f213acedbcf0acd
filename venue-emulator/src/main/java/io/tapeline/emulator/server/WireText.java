package io.tapeline.emulator.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A text on its way, encoded once for all connections that get it. Lives on the engine's thread. */
public final class WireText {
    private final String text;
    private byte @Nullable [] utf8;
    private byte @Nullable [] gzip;

    public WireText(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    byte[] utf8() {
        byte[] known = utf8;
        if (known == null) {
            known = text.getBytes(StandardCharsets.UTF_8);
            utf8 = known;
        }
        return known;
    }

    /** One GZIP member. */
    byte[] gzip() {
        byte[] known = gzip;
        if (known == null) {
            known = compressed(utf8());
            gzip = known;
        }
        return known;
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 32);
        try (GZIPOutputStream member = new GZIPOutputStream(out)) {
            member.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
