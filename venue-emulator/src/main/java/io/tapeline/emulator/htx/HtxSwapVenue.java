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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Lists a perpetual for each asset and a dated future for the first. Sizes are contracts of so many coins. */
final class HtxSwapVenue extends EmulatedExchange {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC);
    private static final Grid CONTRACTS = new Grid(0, 1);
    private static final int FUNDING_HOURS = 8;

    private final HtxSwapRest rest = new HtxSwapRest(this);

    HtxSwapVenue(VenueContext context) {
        super(
                context,
                HtxEmulation.SWAP,
                WireLimits.wide().withMessages(40).withPings(Duration.ofSeconds(5), Duration.ofSeconds(20)));
        for (String asset : assets()) {
            list(perpetual(asset), this::streams);
            if (asset.equals(assets().getFirst())) {
                list(future(asset), this::streams);
            }
        }
        hub().channel(HtxSession.NOTIFICATION, "public.*.contract_info")
                .opensWith(() -> List.of(HtxSwapListing.notice(contracts(), now())));
    }

    private static Contract perpetual(String asset) {
        return Contract.perpetual(asset + "-USDT", asset, "USDT", ticks(asset), CONTRACTS, FUNDING_HOURS)
                .ofBase(contractSize(asset));
    }

    private Contract future(String asset) {
        long expiry = Instant.ofEpochMilli(started())
                .plus(Duration.ofDays(60))
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(8))
                .toEpochMilli();
        String symbol = asset + "-USDT-" + DAY.format(Instant.ofEpochMilli(expiry));
        return Contract.future(symbol, asset, "USDT", ticks(asset), CONTRACTS, expiry)
                .ofBase(contractSize(asset));
    }

    private static Grid ticks(String asset) {
        double price = AssetFacts.of(asset).price();
        if (price > 10_000) {
            return new Grid(1, 1);
        } else if (price > 1_000) {
            return new Grid(2, 1);
        }
        return price > 1 ? new Grid(4, 10) : new Grid(6, 10);
    }

    private static double contractSize(String asset) {
        double price = AssetFacts.of(asset).price();
        if (price > 10_000) {
            return 0.001;
        } else if (price > 1_000) {
            return 0.01;
        }
        return price > 1 ? 1 : 10;
    }

    private HtxSwapStreams streams(ListedContract listed) {
        return new HtxSwapStreams(hub(), listed);
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return rest.answer(request);
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new HtxSession(this, connection);
    }

    @Override
    public String symbolOf(RestRequest request) {
        return request.parameter("contract_code").orElse(request.parameter("contract").orElse(""));
    }

    @Override
    protected String unknownEvent(long time) {
        return "{\"ch\":\"market.BTC-USDT.somethingnew\",\"ts\":" + time + ",\"tick\":{\"x\":[1,null]}}";
    }
}
