package io.tapeline.collector.session;

/** Makes text of the binary frames of venues that compress by themselves. */
@FunctionalInterface
interface BinaryFrames {
    /** For venues that send text only. */
    BinaryFrames NONE = body -> {
        throw new FrameFault(1003, "binary frame of " + body.length + " bytes where text was expected");
    };

    /** The text as UTF-8 bytes; throws {@link FrameFault} when it cannot be had. */
    byte[] text(byte[] body);
}
