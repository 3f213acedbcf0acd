package io.tapeline.emulator.htx;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.AssetFacts;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists a pair for each asset. Sizes are in the base. */
final class HtxSpotVenue extends EmulatedExchange {
    private final HtxSpotRest rest = new HtxSpotRest(this);
    private final Map<String, HtxMbpBook> books = new HashMap<>();

    HtxSpotVenue(VenueContext context) {
        super(
                context,
                HtxEmulation.SPOT,
                WireLimits.wide().withMessages(40).withPings(Duration.ofSeconds(5), Duration.ofSeconds(10)));
        for (String asset : assets()) {
            list(Contract.spot(currency(asset) + "usdt", asset, "USDT", ticks(asset), lots(asset)), this::streams);
        }
    }

    /** As the venue writes it. */
    static String currency(String asset) {
        return asset.toLowerCase(Locale.ROOT);
    }

    private static Grid ticks(String asset) {
        double price = AssetFacts.of(asset).price();
        if (price > 1_000) {
            return new Grid(2, 1);
        }
        return price > 1 ? new Grid(4, 1) : new Grid(6, 1);
    }

    private static Grid lots(String asset) {
        double price = AssetFacts.of(asset).price();
        if (price > 10_000) {
            return new Grid(6, 1);
        }
        return price > 1_000 ? new Grid(4, 1) : new Grid(2, 1);
    }

    private HtxSpotStreams streams(ListedContract listed) {
        HtxSpotStreams streams = new HtxSpotStreams(hub(), listed);
        streams.books().forEach(book -> books.put(book.topic(), book));
        return streams;
    }

    /** The incremental book of a topic, null where there is no such. */
    @Nullable
    HtxMbpBook book(String topic) {
        return books.get(topic);
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return rest.answer(request);
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new HtxSpotSession(this, connection);
    }

    @Override
    public String symbolOf(RestRequest request) {
        return request.parameter("symbol").orElse("");
    }

    @Override
    protected String unknownEvent(long time) {
        return "{\"ch\":\"market.btcusdt.somethingnew\",\"ts\":" + time + ",\"tick\":{\"x\":[1,null]}}";
    }
}
