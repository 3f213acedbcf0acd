package io.tapeline.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.Datasets;
import io.tapeline.query.request.Parameter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static RunningApi api;
    private static String document;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
        document = new String(api.client()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void everyEndpointIsThereAndNothingElse() {
        Map<String, Object> paths = JsonPath.read(document, "$.paths");
        assertThat(paths.keySet())
                .containsExactlyInAnyOrderElementsOf(Datasets.all().stream()
                        .map(d -> "/api/v1/exchange/" + d.path())
                        .toList());
    }

    @Test
    void everyParameterOfEveryEndpointIsDescribed() {
        for (Dataset dataset : Datasets.all()) {
            String operation = "$.paths['/api/v1/exchange/" + dataset.path() + "'].get";
            assertThat(JsonPath.<List<String>>read(document, operation + ".parameters[*].name"))
                    .containsExactlyElementsOf(
                            Parameter.of(dataset).stream().map(Parameter::name).toList());
            assertThat(JsonPath.<List<String>>read(document, operation + ".parameters[*].description"))
                    .hasSameSizeAs(Parameter.of(dataset))
                    .noneMatch(String::isBlank);
        }
    }

    @Test
    void parametersHaveTypesAndBounds() {
        String parameters = "$.paths['/api/v1/exchange/large-trades'].get.parameters";
        assertThat(JsonPath.<List<Object>>read(document, parameters + "[*].schema.type"))
                .hasSize(14);
        assertThat(JsonPath.<List<Integer>>read(document, parameters + "[?(@.name=='limit')].schema.maximum"))
                .containsExactly(10_000);
        assertThat(JsonPath.<List<List<String>>>read(document, parameters + "[?(@.name=='side')].schema.enum"))
                .containsExactly(List.of("buy", "sell", "unknown"));
    }

    @Test
    void answersAndProblemsHaveSchemasAndExamples() {
        String ok = "$.paths['/api/v1/exchange/large-trades'].get.responses['200'].content['application/json']";
        assertThat(JsonPath.<String>read(document, ok + ".schema.$ref"))
                .isEqualTo("#/components/schemas/LargeTradesAnswer");
        assertThat(JsonPath.<Object>read(document, ok + ".example.data.trades[0].price")
                        .toString())
                .isEqualTo("50123.45");
        assertThat(JsonPath.<Map<String, Object>>read(
                                document, "$.components.schemas.LargeTradesAnswer.properties.data.properties")
                        .keySet())
                .containsExactlyInAnyOrder("count", "trades", "summary", "next_cursor");
        assertThat(JsonPath.<Map<String, Object>>read(document, "$.components.schemas.LargeTradesRow.properties")
                        .keySet())
                .contains("price", "value_usd", "is_liquidation", "metadata");
        for (String status : List.of("400", "401", "405", "406", "500", "503")) {
            assertThat(JsonPath.<String>read(
                            document,
                            "$.paths['/api/v1/exchange/gaps'].get.responses['" + status
                                    + "'].content['application/problem+json'].schema.$ref"))
                    .isEqualTo("#/components/schemas/Problem");
        }
        assertThat(JsonPath.<Map<String, Object>>read(document, "$.components.schemas.Problem.properties")
                        .keySet())
                .contains("success", "type", "title", "status", "detail", "parameter", "expected", "errors");
    }

    @Test
    void theExampleOfAProblemIsOne() {
        assertThat(JsonPath.<Boolean>read(document, "$.components.schemas.Problem.example.success"))
                .isFalse();
    }

    @Test
    void thereIsAPageToTryIt() {
        api.client().get().uri("/swagger-ui.html").exchange().expectStatus().is3xxRedirection();
        String page = new String(api.client()
                .get()
                .uri("/swagger-ui/index.html")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
        assertThat(page).contains("swagger-ui");
    }
}
