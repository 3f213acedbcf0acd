package io.tapeline.query.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.tapeline.query.QueryProperties;
import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.Datasets;
import io.tapeline.query.web.ExchangeRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API, written from the same definitions that answer. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {
    private static final String API_KEY = "api-key";

    @Bean
    OpenAPI api(QueryProperties properties) {
        Components components = Schemas.components();
        Paths paths = new Paths();
        for (Dataset dataset : Datasets.all()) {
            components.addSchemas(Schemas.rowName(dataset), Schemas.row(dataset));
            components.addSchemas(Schemas.envelopeName(dataset), Schemas.envelope(dataset));
            paths.addPathItem(ExchangeRoutes.BASE + dataset.path(), Operations.of(dataset));
        }
        OpenAPI api = new OpenAPI()
                .info(new Info()
                        .title("Tapeline query API")
                        .version("1")
                        .description("Stored market data of every venue Tapeline collects. Numbers are exact, times are"
                                + " ISO-8601 UTC. Errors are RFC 9457 problem details with success: false.")
                        .license(new License().name("Apache-2.0")))
                .paths(paths)
                .components(components);
        if (!properties.apiKeys().isEmpty()) {
            components.addSecuritySchemes(
                    API_KEY,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.APIKEY)
                            .in(SecurityScheme.In.HEADER)
                            .name("X-API-Key"));
            api.addSecurityItem(new SecurityRequirement().addList(API_KEY));
        }
        return api;
    }
}
