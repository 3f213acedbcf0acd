package io.tapeline.query.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.request.Format;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** One endpoint as an operation. */
final class Operations {
    private Operations() {}

    static PathItem of(Dataset dataset) {
        Operation operation = new Operation()
                .operationId(dataset.path())
                .summary(dataset.description())
                .addTagsItem("exchange")
                .responses(responses(dataset));
        io.tapeline.query.request.Parameter.of(dataset).forEach(p -> operation.addParametersItem(parameter(p)));
        return new PathItem().get(operation);
    }

    @SuppressWarnings("unchecked") // the setters of this library answer a raw type
    private static Parameter parameter(io.tapeline.query.request.Parameter parameter) {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(Set.of(parameter.type()));
        if (!parameter.values().isEmpty()) {
            schema.setEnum(List.copyOf(parameter.values()));
        }
        switch (parameter.name()) {
            case "limit" ->
                schema.minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(io.tapeline.query.request.Parameter.MAX_LIMIT))
                        ._default(100);
            case "hours" -> schema.exclusiveMinimumValue(BigDecimal.ZERO);
            default -> {}
        }
        // Examples go into the description: as an example the page would send every one of them along.
        String example = parameter.example().isEmpty() ? "" : " (example: " + parameter.example() + ")";
        return new Parameter()
                .name(parameter.name())
                .in("query")
                .required(false)
                .description(parameter.description() + example)
                .schema(schema);
    }

    private static ApiResponses responses(Dataset dataset) {
        Content content = new Content()
                .addMediaType(
                        Format.JSON.mediaType().toString(),
                        new MediaType()
                                .schema(Schemas.reference(Schemas.envelopeName(dataset)))
                                .example(Examples.envelope(dataset)))
                .addMediaType(
                        Format.NDJSON.mediaType().toString(),
                        new MediaType().schema(Schemas.reference(Schemas.rowName(dataset))))
                .addMediaType("text/csv", new MediaType().schema(Schemas.text()));
        return new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("A page of rows")
                                .content(content)
                                .addHeaderObject("ETag", header("Identifies what the answer says; see If-None-Match"))
                                .addHeaderObject(
                                        "X-Next-Cursor", header("Where the next page begins, if there is one")))
                .addApiResponse("304", new ApiResponse().description("Nothing has changed since that ETag"))
                .addApiResponse("400", problem("A parameter is unknown or its value cannot be used"))
                .addApiResponse("401", problem("An API key is wanted"))
                .addApiResponse("405", problem("Only GET and HEAD"))
                .addApiResponse("406", problem("No such form of answer"))
                .addApiResponse("500", problem("A defect"))
                .addApiResponse(
                        "503",
                        problem("The database is away, or the query takes too long")
                                .addHeaderObject("Retry-After", header("Seconds to wait")));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(Schemas.text());
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(Schemas.reference(Schemas.PROBLEM))));
    }
}
