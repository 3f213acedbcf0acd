package io.tapeline.collector.session;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.tapeline.collector.venue.FrameEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Makes text of the binary frames of venues that compress by themselves. */
@FunctionalInterface
interface BinaryFrames {
    /** The text as UTF-8 bytes; throws {@link FrameFault} when it cannot be had. */
    byte[] text(byte[] body);

    /** @param longest most bytes of a text; more is a fault, however small it was packed */
    static BinaryFrames of(FrameEncoding encoding, int longest) {
        return switch (encoding) {
            case TEXT ->
                body -> {
                    throw new FrameFault(1003, "binary frame of " + body.length + " bytes where text was expected");
                };
            case BINARY -> BinaryFrames::checked;
            case GZIP -> body -> unzipped(body, longest);
        };
    }

    private static byte[] checked(byte[] body) {
        if (!ByteBufUtil.isText(Unpooled.wrappedBuffer(body), StandardCharsets.UTF_8)) {
            throw new FrameFault(1007, "binary frame of " + body.length + " bytes that is not UTF-8");
        }
        return body;
    }

    private static byte[] unzipped(byte[] body, int longest) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] text = in.readNBytes(longest + 1);
            if (text.length > longest) {
                throw new FrameFault(1009, "frame of more than " + longest + " bytes, unpacked");
            }
            return text;
        } catch (IOException e) {
            throw new FrameFault(1003, "binary frame of " + body.length + " bytes that is no gzip");
        }
    }
}
