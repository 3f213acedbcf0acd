package io.tapeline.collector.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.model.event.Origin;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventOriginsTest {
    private static final URI PAGE = URI.create("https://venue.example/trades?page=2");

    @Test
    void theNextPageIsMarkedAsTheOneBefore() {
        RestCall next = new RestCall(PAGE, "budget", 3, Priority.REPAIR, Origin.LIVE, "{}");
        assertThat(EventOrigins.mark(List.of(new Decoded.Continued(next)), Origin.BACKFILL))
                .containsExactly(new Decoded.Continued(
                        new RestCall(PAGE, "budget", 3, Priority.REPAIR, Origin.BACKFILL, "{}")));
    }
}
