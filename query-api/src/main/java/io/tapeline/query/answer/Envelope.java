package io.tapeline.query.answer;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.query.dataset.ColumnType;
import io.tapeline.query.dataset.SummaryField;
import io.tapeline.query.request.Format;
import io.tapeline.query.request.Question;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What surrounds the rows. */
final class Envelope {
    private static final int ETAG_BYTES = 15;

    private Envelope() {}

    /** Rows alone. */
    static Answer bare(Question question, Page page) {
        byte[] body = page.rows();
        return new Answer(question.format().mediaType(), body, etag(body), page.nextCursor());
    }

    /** @param summary columns of the summary by name; none: leave it out */
    static Answer json(Question question, Page page, Map<String, @Nullable String> summary, Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonGenerator out = Json.generator(bytes);
        out.writeStartObject();
        out.writeBooleanProperty("success", true);
        out.writeName("data");
        data(out, question, page, summary);
        out.writeName("filters");
        filters(out, question.echo());
        out.flush();
        String etag = etag(bytes.toByteArray());
        out.writeStringProperty("timestamp", now.truncatedTo(ChronoUnit.MICROS).toString());
        out.writeEndObject();
        out.close();
        return new Answer(Format.JSON.mediaType(), bytes.toByteArray(), etag, page.nextCursor());
    }

    private static void data(JsonGenerator out, Question question, Page page, Map<String, @Nullable String> summary) {
        out.writeStartObject();
        out.writeNumberProperty("count", page.count());
        out.writeName(question.dataset().key());
        out.writeRawValue(new String(page.rows(), StandardCharsets.UTF_8));
        if (!summary.isEmpty()) {
            out.writeName("summary");
            summary(out, question, summary);
        }
        out.writeStringProperty("next_cursor", page.nextCursor());
        out.writeEndObject();
    }

    private static void summary(JsonGenerator out, Question question, Map<String, @Nullable String> values) {
        out.writeStartObject();
        for (SummaryField field : question.dataset().summary().fields()) {
            out.writeName(field.name());
            switch (field) {
                case SummaryField.Plain plain ->
                    Json.write(out, plain.type(), values.get(plain.name()), question.numbersAsText());
                case SummaryField.Each each ->
                    Json.write(out, ColumnType.JSON, values.get(each.name()), question.numbersAsText());
                case SummaryField.Mean mean ->
                    Json.write(out, ColumnType.NUMBER, mean(mean, values), question.numbersAsText());
            }
        }
        out.writeEndObject();
    }

    private static @Nullable String mean(SummaryField.Mean mean, Map<String, @Nullable String> values) {
        String sum = values.get(mean.sum());
        String count = values.get(mean.count());
        if (sum == null || count == null) {
            return null;
        }
        BigDecimal total = Decimals.parse(sum).multiply(BigDecimal.valueOf(mean.factor()));
        return Decimals.divide(total, new BigDecimal(count)).toPlainString();
    }

    private static void filters(JsonGenerator out, Map<String, Object> echo) {
        out.writeStartObject();
        echo.forEach((name, value) -> {
            out.writeName(name);
            switch (value) {
                case BigDecimal number -> out.writeRawValue(number.toPlainString());
                case Boolean flag -> out.writeBoolean(flag);
                default -> out.writeString(value.toString());
            }
        });
        out.writeEndObject();
    }

    private static String etag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            byte[] start = Arrays.copyOf(digest, ETAG_BYTES);
            return "W/\"" + Base64.getUrlEncoder().encodeToString(start) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
