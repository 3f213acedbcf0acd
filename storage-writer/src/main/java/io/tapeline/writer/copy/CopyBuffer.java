package io.tapeline.writer.copy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.tapeline.model.decimal.DecimalText;
import io.tapeline.model.decimal.Levels;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows in the binary COPY format, written field after field. The server reads it with a third of the work that the text
 * format costs it, and times and numbers need no printing here. A null value is SQL's NULL. Not for use by several threads.
 */
public final class CopyBuffer {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    /** Microseconds from 1970 to 2000, where PostgreSQL begins to count. */
    private static final long POSTGRES_EPOCH = 946_684_800_000_000L;

    private static final byte JSONB_VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final ByteBuf out;
    private final int fields;
    private final NumericFormat numeric = new NumericFormat();
    private final DecimalText decimals = new DecimalText();
    private int rowStart;

    /**
     * Begins a COPY.
     *
     * @param out released by whoever sends it
     * @param fields in each row
     */
    public CopyBuffer(ByteBuf out, int fields) {
        this.out = out;
        this.fields = fields;
        out.writeBytes(SIGNATURE).writeInt(0).writeInt(0);
    }

    public void startRow() {
        rowStart = out.writerIndex();
        out.writeShort(fields);
    }

    /** Takes back what was written since {@link #startRow}. */
    public void undoRow() {
        out.writerIndex(rowStart);
    }

    /** Ends the COPY. */
    public ByteBuf finish() {
        return out.writeShort(-1);
    }

    private void nothing() {
        out.writeInt(-1);
    }

    /** A bigint. */
    public void int8(@Nullable Long value) {
        if (value == null) {
            nothing();
        } else {
            out.writeInt(8).writeLong(value);
        }
    }

    /** An integer. */
    public void int4(int value) {
        out.writeInt(4).writeInt(value);
    }

    /** A smallint; 0 is NULL, which costs no room. */
    public void int2OrNull(int value) {
        if (value == 0) {
            nothing();
        } else if (value > Short.MAX_VALUE) {
            throw new UnstorableValueException("n: expected at most " + Short.MAX_VALUE + ", got " + value);
        } else {
            out.writeInt(2).writeShort(value);
        }
    }

    /** A timestamptz from epoch microseconds. */
    public void time(@Nullable Long micros) {
        int8(micros == null ? null : (Long) Math.subtractExact(micros.longValue(), POSTGRES_EPOCH));
    }

    public void flag(boolean value) {
        out.writeInt(1).writeBoolean(value);
    }

    /** A value of type {@code "char"}. */
    public void code(char value) {
        out.writeInt(1).writeByte(value);
    }

    public void decimal(@Nullable BigDecimal value) {
        if (value == null) {
            nothing();
        } else {
            numeric.write(value, out);
        }
    }

    /**
     * A text.
     *
     * @param field names the field in the message of the error
     * @throws UnstorableValueException when it holds a NUL or half a surrogate pair, which no PostgreSQL text can
     */
    public void text(String field, @Nullable String value) {
        if (value == null) {
            nothing();
            return;
        }
        requireStorable(field, value);
        int lengthAt = out.writerIndex();
        out.writeInt(0);
        out.setInt(lengthAt, ByteBufUtil.writeUtf8(out, value));
    }

    /** Refuses a text that PostgreSQL cannot hold. */
    public static void requireStorable(String field, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                throw new UnstorableValueException(field + ": expected text without NUL (\\u0000)");
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(i + 1));
                if (!pair) {
                    throw new UnstorableValueException(field + ": expected valid Unicode text");
                }
                i++;
            }
        }
    }

    /** A jsonb object; an empty one is NULL, which costs no room. */
    public void objectOrNull(String field, Map<String, ?> value) {
        if (value.isEmpty()) {
            nothing();
        } else {
            object(field, value);
        }
    }

    /** A jsonb object. */
    public void object(String field, Map<String, ?> value) {
        requireStorableObject(field, value);
        jsonb(JSON.writeValueAsBytes(value));
    }

    /** A jsonb array of texts. */
    public void texts(String field, List<String> values) {
        values.forEach(value -> requireStorable(field, value));
        jsonb(JSON.writeValueAsBytes(values));
    }

    private static void requireStorableObject(String field, Map<?, ?> object) {
        object.forEach((name, value) -> {
            requireStorable(field, (String) name);
            switch (value) {
                case String text -> requireStorable(field + "." + name, text);
                case Map<?, ?> nested -> requireStorableObject(field + "." + name, nested);
                default -> {}
            }
        });
    }

    /** A jsonb array of {@code [price, size]}. */
    public void levels(Levels levels) {
        int lengthAt = out.writerIndex();
        out.writeInt(0).writeByte(JSONB_VERSION).writeByte('[');
        for (int i = 0; i < levels.size(); i++) {
            out.writeBytes(i == 0 ? OPEN : NEXT);
            digits(levels.priceMantissa(i), levels.priceScale(i));
            out.writeByte(',');
            digits(levels.sizeMantissa(i), levels.sizeScale(i));
            out.writeByte(']');
        }
        out.writeByte(']');
        out.setInt(lengthAt, out.writerIndex() - lengthAt - 4);
    }

    private static final byte[] OPEN = "[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEXT = ",[".getBytes(StandardCharsets.US_ASCII);

    private void digits(long mantissa, int scale) {
        if (Levels.isPlain(scale)) {
            decimals.print(mantissa, scale);
        } else {
            decimals.print(Levels.value(mantissa, scale));
        }
        int end = decimals.offset() + decimals.length();
        for (int i = decimals.offset(); i < end; i++) {
            out.writeByte(decimals.chars()[i]);
        }
    }

    private void jsonb(byte[] json) {
        out.writeInt(json.length + 1).writeByte(JSONB_VERSION).writeBytes(json);
    }
}
