package io.tapeline.bus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A message that waits on disk. A spool element is a group of them: a checksum, then for each exchange, routing key,
 * number of events, length and body.
 *
 * @param body JSON array of the events
 */
record SpoolRecord(LaneKey key, int events, byte[] body) {

    /** Bytes it takes in a group, at most. */
    int size() {
        return body.length + 3 * (key.exchange().length() + key.routingKey().length()) + 12;
    }

    /** One message with the events of this one and then those of the next. */
    SpoolRecord merge(SpoolRecord next) {
        byte[] merged = new byte[body.length + next.body.length - 1];
        System.arraycopy(body, 0, merged, 0, body.length);
        merged[body.length - 1] = ',';
        System.arraycopy(next.body, 1, merged, body.length, next.body.length - 1);
        return new SpoolRecord(key, events + next.events, merged);
    }

    static byte[] encode(List<SpoolRecord> group) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(
                8 + group.stream().mapToInt(SpoolRecord::size).sum());
        DataOutputStream out = new DataOutputStream(bytes);
        for (SpoolRecord message : group) {
            out.writeUTF(message.key.exchange());
            out.writeUTF(message.key.routingKey());
            out.writeInt(message.events);
            out.writeInt(message.body.length);
            out.write(message.body);
        }
        byte[] content = bytes.toByteArray();
        ByteArrayOutputStream element = new ByteArrayOutputStream(content.length + 4);
        DataOutputStream checked = new DataOutputStream(element);
        checked.writeInt(checksum(content, 0));
        checked.write(content);
        return element.toByteArray();
    }

    /** @throws IOException when the bytes are not those that were written */
    static List<SpoolRecord> decode(byte[] element) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(element));
        if (in.readInt() != checksum(element, 4)) {
            throw new IOException("checksum does not agree");
        }
        List<SpoolRecord> group = new ArrayList<>();
        while (in.available() > 0) {
            LaneKey key = new LaneKey(in.readUTF(), in.readUTF());
            int events = in.readInt();
            group.add(new SpoolRecord(key, events, in.readNBytes(in.readInt())));
        }
        return group;
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, bytes.length - from);
        return (int) crc.getValue();
    }
}
