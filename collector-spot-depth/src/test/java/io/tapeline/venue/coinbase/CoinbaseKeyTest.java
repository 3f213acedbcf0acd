package io.tapeline.venue.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a key changes, and where it goes. */
class CoinbaseKeyTest {
    private final CoinbaseSettings settings = CoinbaseSettings.of("https://rest", "wss://feed", CoinbaseReading.KEY);
    private final VenueSubscriptions signedIn = new CoinbaseVenue(settings, CoinbaseReading.CLOCK).subscriptions();

    @Test
    void withoutAKeyNothingIsSaidBeforehand() {
        assertThat(CoinbaseReading.VENUE.subscriptions().opening(new AtomicLong()::incrementAndGet))
                .isEmpty();
    }

    @Test
    void aConnectionBeginsWithASignedSubscription() {
        assertThat(signedIn.opening(new AtomicLong()::incrementAndGet))
                .extracting(SubscribeRequest::text)
                .containsExactly("{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channels\":[\"heartbeat\"],"
                        + "\"signature\":\"uDOFF2/Cdd9OtR6yFJqdR1NSnNtAsVd7bwTH5kSAkPU=\",\"key\":\"the-key\","
                        + "\"passphrase\":\"words\",\"timestamp\":\"1795168800\"}");
    }

    @Test
    void withAKeyBooksComeChangeByChangeAndNoOtherMessageCarriesIt() {
        List<VenueStream> streams =
                signedIn.streams(List.of(CoinbaseReading.bitcoin()), Set.of(Kind.TRADE, Kind.BOOK, Kind.QUOTE));
        assertThat(streams)
                .extracting(VenueStream::name)
                .containsExactly("matches:BTC-USD", "level2:BTC-USD", "ticker:BTC-USD");
        assertThat(signedIn.subscribe(streams, new AtomicLong()::incrementAndGet))
                .extracting(SubscribeRequest::text)
                .noneMatch(text -> text.contains("key") || text.contains("signature") || text.contains("words"));
    }

    @Test
    void aKeyIsNeverShown() {
        assertThat(settings.toString())
                .doesNotContain("the-key", "dGFwZW", "words")
                .contains("Credentials[given]");
    }

    @Test
    void aKeyIsWholeOrNone() {
        assertThatThrownBy(() -> new CoinbaseSettings.Credentials("key", "", "words"))
                .hasMessage(
                        "tapeline.coinbase.credentials: expected key, secret and passphrase, or none, got 2 of them");
        assertThatThrownBy(() -> new CoinbaseSettings.Credentials("key", "not base64!", "words"))
                .hasMessageContaining("tapeline.coinbase.credentials.secret: expected Base64")
                .hasMessageNotContaining("not base64!");
    }
}
