package io.tapeline.query.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import io.tapeline.query.dataset.Column;
import io.tapeline.query.dataset.ColumnType;
import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.SummaryField;
import io.tapeline.query.web.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON schemas of rows, envelopes and problems. */
final class Schemas {
    static final String PROBLEM = "Problem";

    private Schemas() {}

    static Components components() {
        return new Components().addSchemas(PROBLEM, problem());
    }

    static String rowName(Dataset dataset) {
        return Stream.of(dataset.path().split("-"))
                        .map(w -> Character.toUpperCase(w.charAt(0)) + w.substring(1))
                        .collect(Collectors.joining())
                + "Row";
    }

    static String envelopeName(Dataset dataset) {
        return rowName(dataset).replaceAll("Row$", "Answer");
    }

    static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    static Schema<?> text() {
        return type("string");
    }

    static Schema<?> row(Dataset dataset) {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        dataset.columns().forEach(c -> members.put(c.name(), column(c)));
        return object(members).required(List.copyOf(members.keySet()));
    }

    static Schema<?> envelope(Dataset dataset) {
        Map<String, Schema<?>> summary = new LinkedHashMap<>();
        dataset.summary().fields().forEach(f -> summary.put(f.name(), summaryField(f)));
        Map<String, Schema<?>> data = new LinkedHashMap<>();
        data.put("count", type("integer").description("Rows of this page"));
        data.put(dataset.key(), type("array").items(reference(rowName(dataset))));
        data.put("summary", object(summary).description("About everything the filters match, not only this page"));
        data.put("next_cursor", type("string", "null").description("Where the next page begins; null after the last"));
        Map<String, Schema<?>> envelope = new LinkedHashMap<>();
        envelope.put("success", type("boolean"));
        envelope.put("data", object(data).required(List.of("count", dataset.key(), "next_cursor")));
        envelope.put("filters", type("object").description("The filters as they were understood"));
        envelope.put("timestamp", type("string").format("date-time"));
        return object(envelope).required(List.copyOf(envelope.keySet()));
    }

    @SuppressWarnings("unchecked") // a schema of any type takes the values of its own
    private static Schema<?> column(Column column) {
        Schema<?> schema = nullable(column.type(), column.required());
        if (!column.constants().isEmpty()) {
            schema.setEnum(uncheckedList(column));
        }
        return schema;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List uncheckedList(Column column) {
        return column.constants();
    }

    private static Schema<?> summaryField(SummaryField field) {
        return switch (field) {
            case SummaryField.Plain(String name, ColumnType type)
            when type == ColumnType.JSON -> type("array").items(type("string"));
            case SummaryField.Plain plain -> nullable(plain.type(), true);
            case SummaryField.Each each -> type("array").items(type("object"));
            case SummaryField.Mean mean -> nullable(ColumnType.NUMBER, false);
        };
    }

    private static Schema<?> nullable(ColumnType type, boolean required) {
        Set<String> types = new LinkedHashSet<>(
                switch (type) {
                    case TEXT, TIME -> List.of("string");
                    case NUMBER -> List.of("number", "string");
                    case COUNT -> List.of("integer");
                    case FLAG -> List.of("boolean");
                    case JSON -> List.of("object", "array");
                });
        if (!required) {
            types.add("null");
        }
        Schema<?> schema = new Schema<>().types(types);
        return switch (type) {
            case TIME -> schema.format("date-time");
            case NUMBER -> schema.description("Exact; a string with numbers=string");
            case JSON -> schema.items(new Schema<>());
            case TEXT, COUNT, FLAG -> schema;
        };
    }

    @SuppressWarnings("unchecked") // the setters of this library answer a raw type
    private static Schema<?> problem() {
        Map<String, Schema<?>> violation = new LinkedHashMap<>();
        violation.put("parameter", type("string"));
        violation.put("expected", type("string"));
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("success", type("boolean").description("Always false"));
        members.put("type", type("string").format("uri").description("Stable; begins with " + Problem.TYPE_PREFIX));
        members.put("title", type("string"));
        members.put("status", type("integer"));
        members.put("detail", type("string"));
        members.put("instance", type("string").description("The path that was asked for"));
        members.put("parameter", type("string").description("The first parameter that is wrong"));
        members.put("expected", type("string").description("What it was expected to be"));
        members.put("errors", type("array").items(object(violation)).description("Every parameter that is wrong"));
        return object(members)
                .example(Examples.problem())
                .required(List.of("success", "type", "title", "status", "detail", "instance"));
    }

    private static Schema<?> type(String... types) {
        return new Schema<>().types(new LinkedHashSet<>(Arrays.asList(types)));
    }

    private static Schema<?> object(Map<String, Schema<?>> members) {
        Schema<?> schema = type("object");
        members.forEach(schema::addProperty);
        return schema;
    }
}
