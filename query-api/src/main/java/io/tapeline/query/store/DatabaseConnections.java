package io.tapeline.query.store;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.tapeline.query.QueryProperties;
import java.util.Map;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every connection is told when it is opened. */
@Configuration(proxyBeanMethods = false)
class DatabaseConnections {
    @Bean
    ConnectionFactoryOptionsBuilderCustomizer readOnlyAndBounded(QueryProperties properties) {
        return options -> options.option(
                PostgresqlConnectionFactoryProvider.OPTIONS,
                Map.of(
                        "statement_timeout",
                                Long.toString(properties.statementTimeout().toMillis()),
                        "default_transaction_read_only", "on",
                        // A plan for "any time window" would be made for a year, and most ask for a day.
                        "plan_cache_mode", "force_custom_plan",
                        "application_name", "tapeline-query-api"));
    }
}
