package io.tapeline.writer.archive;

import io.tapeline.model.json.IsoMicros;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A row as a line: the members of the layout in its order and spelling, with the digits that are stored. */
final class DepthLine {
    private static final JsonFactory JSON = new JsonFactory();

    private DepthLine() {}

    /** Appends a row and a line feed. The stream must be one whose closing does nothing. */
    static void write(ResultSet row, OutputStream into) throws SQLException {
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), into)) {
            out.writeStartObject();
            out.writeStringProperty(
                    "t",
                    IsoMicros.format(IsoMicros.of(
                            row.getObject("timestamp", OffsetDateTime.class).toInstant())));
            out.writeStringProperty("exchange", row.getString("exchange"));
            out.writeStringProperty("asset", row.getString("asset"));
            out.writeStringProperty("data_type", row.getBoolean("spot") ? "spot" : "futures");
            out.writeStringProperty("symbol", row.getString("unified"));
            number(out, "mid", row.getBigDecimal("mid"));
            number(out, "spread_L5_pct", row.getBigDecimal("spread_l5_pct"));
            number(out, "spread_L50_pct", row.getBigDecimal("spread_l50_pct"));
            number(out, "spread_L100_pct", row.getBigDecimal("spread_l100_pct"));
            number(out, "vol_L50_bids", row.getBigDecimal("vol_l50_bids"));
            number(out, "vol_L50_asks", row.getBigDecimal("vol_l50_asks"));
            out.writeNumberProperty("depth_bids", row.getInt("depth_bids"));
            out.writeNumberProperty("depth_asks", row.getInt("depth_asks"));
            out.writeEndObject();
            out.writeRaw('\n');
        }
    }

    private static void number(JsonGenerator out, String name, @Nullable BigDecimal value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value.toPlainString());
        }
    }
}
