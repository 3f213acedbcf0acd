package io.tapeline.venue.upbit;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A message, or a row of an answer, whose members have one of the venue's spellings. */
record UpbitRow(JsonValue json, Spelling spelling) {

    enum Spelling {
        DEFAULT,
        SIMPLE,
        /** Answers name the market {@code market} and everything else as the long spelling does. */
        REST
    }

    static UpbitRow message(JsonValue json) {
        boolean simple = json.has(UpbitField.TYPE.simple());
        return new UpbitRow(json, simple ? Spelling.SIMPLE : Spelling.DEFAULT);
    }

    static UpbitRow answered(JsonValue json) {
        return new UpbitRow(json, Spelling.REST);
    }

    /** A part of it, such as a unit of a book. */
    UpbitRow part(JsonValue part) {
        return new UpbitRow(part, spelling);
    }

    private String name(UpbitField field) {
        return switch (spelling) {
            case DEFAULT -> field.full();
            case SIMPLE -> field.simple();
            case REST -> field == UpbitField.CODE ? "market" : field.full();
        };
    }

    InstrumentId instrument() {
        return UpbitNames.id(text(UpbitField.CODE));
    }

    boolean has(UpbitField field) {
        return json.has(name(field));
    }

    JsonValue get(UpbitField field) {
        return json.get(name(field));
    }

    String text(UpbitField field) {
        return json.text(name(field));
    }

    String textOr(UpbitField field, String otherwise) {
        return json.textOr(name(field), otherwise);
    }

    BigDecimal decimal(UpbitField field) {
        return json.decimal(name(field));
    }

    @Nullable
    BigDecimal optionalDecimal(UpbitField field) {
        return json.optionalDecimal(name(field));
    }

    @Nullable
    Long optionalInteger(UpbitField field) {
        return json.optionalInteger(name(field));
    }

    /** Epoch microseconds: times are milliseconds, and were microseconds on some frames of 2023. */
    long time(UpbitField field) {
        return EpochTime.byMagnitude(name(field), json.integer(name(field)));
    }

    /** Epoch microseconds of a time in UTC that does not say so. */
    long utc(UpbitField field) {
        String text = text(field);
        return EpochTime.iso(name(field), text.endsWith("Z") ? text : text + "Z");
    }

    /** Whether it repeats what was so before the subscription. */
    boolean isSnapshot() {
        return textOr(UpbitField.STREAM_TYPE, "").equals("SNAPSHOT");
    }
}
