package io.tapeline.collector.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks answers that are gzip files, which some venues serve as they lie, within the bound of any answer. */
record Unpacking(long maxBytes) {

    HttpAnswer unpacked(HttpAnswer answer) {
        byte[] body = answer.body();
        return body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b
                ? new HttpAnswer(answer.status(), answer.headers(), unpacked(body))
                : answer;
    }

    /** What is no gzip file after all stays as it is, for the decoder to complain of. */
    private byte[] unpacked(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            int most = (int) Math.min(Integer.MAX_VALUE - 8L, maxBytes);
            byte[] body = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new BodyTooLong(maxBytes);
            }
            return body;
        } catch (IOException broken) {
            return packed;
        }
    }
}
