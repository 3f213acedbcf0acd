package io.tapeline.emulator.krakenfutures;

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
import io.tapeline.emulator.stream.StreamChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Lists a linear perpetual for each asset; of the first also the inverse one and a dated inverse future. */
final class KrakenFuturesVenue extends EmulatedExchange {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC);
    private static final Grid DOLLARS = new Grid(0, 1);
    private static final int FUNDING_HOURS = 1;

    private final KrakenFuturesRest rest = new KrakenFuturesRest(this);
    private final StreamChannel heartbeats;

    KrakenFuturesVenue(VenueContext context) {
        super(
                context,
                KrakenFuturesEmulation.PREFIX,
                WireLimits.wide().withMessages(100).withSilence(Duration.ofSeconds(60)));
        for (String asset : assets()) {
            String name = spelled(asset) + "USD";
            if (asset.equals(assets().getFirst())) {
                list(inverse("PI_" + name, asset), this::streams);
                list(future("FI_" + name, asset), this::streams);
            }
            list(
                    Contract.perpetual("PF_" + name, asset, "USD", ticks(asset), lots(asset), FUNDING_HOURS),
                    this::streams);
        }
        heartbeats = hub().channel("", KrakenFuturesSession.HEARTBEAT);
    }

    /** The venue's own name of an asset, in symbols. */
    private static String spelled(String asset) {
        return switch (asset) {
            case "BTC" -> "XBT";
            case "DOGE" -> "XDG";
            default -> asset;
        };
    }

    private static Contract inverse(String symbol, String asset) {
        return Contract.perpetual(symbol, asset, "USD", ticks(asset), DOLLARS, FUNDING_HOURS)
                .ofQuote(1);
    }

    private Contract future(String prefix, String asset) {
        long expiry = Instant.ofEpochMilli(started())
                .plus(Duration.ofDays(60))
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(15))
                .toEpochMilli();
        String symbol = prefix + "_" + DAY.format(Instant.ofEpochMilli(expiry));
        return Contract.future(symbol, asset, "USD", ticks(asset), DOLLARS, expiry)
                .ofQuote(1);
    }

    private static Grid ticks(String asset) {
        double price = AssetFacts.of(asset).price();
        if (price > 10_000) {
            return new Grid(1, 5);
        } else if (price > 100) {
            return new Grid(1, 1);
        }
        return price > 1 ? new Grid(3, 1) : new Grid(5, 1);
    }

    private static Grid lots(String asset) {
        double price = AssetFacts.of(asset).price();
        if (price > 10_000) {
            return new Grid(4, 1);
        }
        return price > 100 ? new Grid(3, 1) : new Grid(0, 1);
    }

    private KrakenFuturesStreams streams(ListedContract listed) {
        return new KrakenFuturesStreams(hub(), listed);
    }

    @Override
    protected void second(long time) {
        heartbeats.publish("{\"feed\":\"heartbeat\",\"time\":" + time + "}");
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return rest.answer(request);
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new KrakenFuturesSession(this, connection);
    }

    @Override
    protected String unknownEvent(long time) {
        return "{\"feed\":\"something_new\",\"product_id\":\"PF_XBTUSD\",\"time\":" + time + "}";
    }
}
