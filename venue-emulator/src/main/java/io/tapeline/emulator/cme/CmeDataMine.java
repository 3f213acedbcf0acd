package io.tapeline.emulator.cme;

import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** DataMine: files of the last days for whoever has an API id and any password. */
final class CmeDataMine {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String COLUMNS =
            "Trade Date,Exchange Code,Asset Class,Product Code,Clearing Code,Product Description,"
                    + "Product Type,Underlying Product Code,Put/Call,Strike Price,Contract Year,Contract Month,Contract Day,Settlement,"
                    + "Settlement Cabinet Indicator,Open Interest,Total Volume,Globex Volume,Last Trade Date,TAM (Trade At Marker)\n";

    private final List<CmeFutures> futures;
    private final BiFunction<CmeFutures, LocalDate, List<CmeFutures.Row>> rows;

    CmeDataMine(List<CmeFutures> futures, BiFunction<CmeFutures, LocalDate, List<CmeFutures.Row>> rows) {
        this.futures = futures;
        this.rows = rows;
    }

    /** Refuses whoever does not log in. */
    static void login(RestRequest request) {
        String basic = request.header("Authorization")
                .filter(value -> value.startsWith("Basic "))
                .map(value -> value.substring("Basic ".length()))
                .orElse("");
        if (!user(basic).matches("API_[^:]+:.+")) {
            throw new BadRequest(RestAnswer.of(401, "{\"message\":\"Unauthorized\"}"));
        }
    }

    private static String user(String basic) {
        try {
            return new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    RestAnswer list(RestRequest request) {
        String day = request.parameter("period_date").orElse("");
        LocalDate date = LocalDate.parse(day, DAY);
        String groups = Json.array(
                futures.stream().filter(f -> !rows.apply(f, date).isEmpty()).map(f -> Json.object()
                        .text("category_code", "EOD")
                        .text("exchange_code", "XCME")
                        .text("product_code", f.product())
                        .text("period_date", day)
                        .raw("files", Json.array(Stream.of("E", "P").map(stage -> file(f, day, stage))))
                        .end()));
        return RestAnswer.ok(Json.object()
                .raw("data", groups)
                .raw("paging", "{\"next\":\"\",\"previous\":\"\"}")
                .end());
    }

    private static String file(CmeFutures f, String day, String stage) {
        String id = day + "-EOD_XCME_" + f.product() + "_FUT_0_ETH_" + stage;
        return Json.object()
                .text("file_id", id)
                .text("file_name", id.toLowerCase(Locale.ROOT) + ".csv")
                .number("size", 2210)
                .end();
    }

    RestAnswer download(RestRequest request) {
        String[] id = request.parameter("fid").orElse("").split("[-_]");
        CmeFutures wanted = futures.stream()
                .filter(f -> id.length > 3 && f.product().equals(id[3]))
                .findFirst()
                .orElseThrow(() -> new BadRequest(RestAnswer.of(404, "{\"message\":\"File not found\"}")));
        return RestAnswer.ok(COLUMNS
                        + rows.apply(wanted, LocalDate.parse(id[0], DAY)).stream()
                                .map(row -> line(id[0], wanted, row))
                                .collect(Collectors.joining()))
                .header("Content-Type", "text/csv");
    }

    private static String line(String day, CmeFutures f, CmeFutures.Row row) {
        return String.join(
                        ",",
                        day,
                        "XCME",
                        "Crypto",
                        f.product(),
                        f.product(),
                        "\"" + f.name() + ", CASH\"",
                        "FUT,,,",
                        String.valueOf(row.month().getYear()),
                        String.valueOf(row.month().getMonthValue()),
                        "",
                        f.price().text(row.settle()),
                        "",
                        String.valueOf(row.openInterest()),
                        String.valueOf(row.volume()),
                        String.valueOf(row.volume()),
                        DAY.format(CmeMonths.lastDay(row.month())),
                        "")
                + "\n";
    }
}
