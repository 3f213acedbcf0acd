package io.tapeline.collector.venue;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.EmulatedFeed.Order;
import io.tapeline.collector.venue.EmulatedFeed.Request;
import io.tapeline.model.event.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A venue that fails or says that it is asked too often is left alone, and asked again. */
interface RestPromises {
    VenueTrial trial();

    @Test
    default void aVenueThatSaysTooManyIsLeftAloneForAsLongAsItSays() {
        VenueTrial trial = trial();
        trial.startAndAwaitEverything();
        for (int status : trial.traits().tooManyRequests()) {
            trial.emulated()
                    .order(Order.of("HTTP_STATUS").status(status).amount(2).times(1));
            trial.disturb(Order.of("SKIP").times(1), Kind.TRADE);
            trial.emulated().order(Order.of("DISCONNECT"));
            until("asked again after " + status, () -> answeredAfter(trial, status));
        }
        trial.awaitEverything(trial.published().count());
        trial.everyTradeOnce(trial.one());
        List<Request> requests = trial.emulated().requests();
        requests.stream()
                .filter(request -> request.status() == 429 || request.status() == 418)
                .forEach(refused -> nothingIsAskedWhileClosed(trial, refused, requests));
    }

    private static boolean answeredAfter(VenueTrial trial, int status) {
        List<Integer> all =
                trial.emulated().requests().stream().map(Request::status).toList();
        int refused = all.lastIndexOf(status);
        return refused >= 0 && all.subList(refused, all.size()).contains(200);
    }

    private static void nothingIsAskedWhileClosed(VenueTrial trial, Request refused, List<Request> requests) {
        String closed = budget(trial, refused);
        assertThat(requests)
                .filteredOn(r -> r.time() > refused.time() + 500 && r.time() < refused.time() + 1_900)
                .filteredOn(r -> refused.status() == 418 || budget(trial, r).equals(closed))
                .as("asked while closed by %s", refused)
                .isEmpty();
    }

    /** The budget that a request draws on: of the call that the adapter makes to that path. */
    private static String budget(VenueTrial trial, Request request) {
        VenueRest rest = trial.venue().rest();
        List<RestCall> calls = new ArrayList<>(rest.instruments(0));
        calls.addAll(rest.terms());
        rest.time().ifPresent(calls::add);
        rest.polls(trial.feed().instruments(trial.assets()), trial.venue().kinds())
                .forEach(poll -> calls.add(poll.call().apply(0)));
        String path = URI.create(request.target()).getPath();
        return calls.stream()
                .filter(call -> path.equals(call.uri().getPath()))
                .map(RestCall::budget)
                .findFirst()
                .orElse(rest.budgets().getFirst().name());
    }

    @Test
    default void aVenueWhoseRestFailsIsAskedAgainUntilItAnswers() {
        VenueTrial trial = trial();
        trial.emulated().order(Order.of("HTTP_STATUS").status(503).times(3));
        trial.startAndAwaitEverything();
        trial.everyTradeOnce(trial.one());
        trial.booksEqualTheVenues();
    }
}
