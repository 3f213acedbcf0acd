package io.tapeline.emulator.cme;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The futures of the coins it has; nothing is traded but their spot markets, of which only candles are served. */
final class CmeVenue extends EmulatedExchange {
    /** Prices of two trade dates over a long weekend. */
    private static final int DAYS = 8;

    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    private final List<CmeFutures> futures = new ArrayList<>();
    private final CmeDataMine datamine;

    CmeVenue(VenueContext context) {
        super(context, CmeEmulation.PREFIX, WireLimits.wide(), DAYS);
        for (String asset : assets()) {
            switch (asset) {
                case "BTC" -> {
                    ListedContract spot = spot(asset);
                    add("BTC", 8478, "Bitcoin Futures", new Grid(2, 500), spot);
                    add("MBT", 9024, "Micro Bitcoin Futures", new Grid(2, 500), spot);
                }
                case "ETH" -> {
                    ListedContract spot = spot(asset);
                    add("ETH", 8995, "Ether Futures", new Grid(2, 50), spot);
                    add("MET", 10_211, "Micro Ether Futures", new Grid(2, 50), spot);
                }
                default -> {}
            }
        }
        datamine = new CmeDataMine(futures, (product, day) -> product.rows(day, now()));
    }

    private ListedContract spot(String asset) {
        return list(
                Contract.spot(asset + "-USD", asset, "USD", new Grid(2, 1), new Grid(8, 1)),
                listed -> new ContractStreams() {});
    }

    private void add(String product, int id, String name, Grid price, ListedContract spot) {
        futures.add(new CmeFutures(product, id, name, price, spot, seed()));
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        String path = request.path();
        String[] parts = path.split("/");
        if (path.startsWith("/spot/products/")) {
            return candles(parts[3], request);
        } else if (path.equals("/api/list_entitlements_files")) {
            CmeDataMine.login(request);
            return datamine.list(request);
        } else if (path.equals("/cme/api/v2/download")) {
            CmeDataMine.login(request);
            return datamine.download(request);
        } else if (request.header("Referer").isEmpty()) {
            return forbidden();
        } else if (path.equals("/services/product-slate")) {
            return RestAnswer.ok(CmePages.products(futures));
        } else if (parts.length > 5 && path.startsWith("/CmeWS/mvc/")) {
            return page(parts, request);
        }
        throw new BadRequest(notFound());
    }

    private RestAnswer page(String[] parts, RestRequest request) {
        return switch (parts[3] + "/" + parts[4]) {
            case "Settlements/Futures" -> {
                CmeFutures product = product(parts[6]);
                yield RestAnswer.ok(CmePages.settlements(
                        product, product.rows(day(request.parameter("tradeDate").orElse(""), SLASHED), now())));
            }
            case "Volume/Details" ->
                RestAnswer.ok(CmePages.volume(
                        parts[7], product(parts[6]).rows(day(parts[7], DateTimeFormatter.BASIC_ISO_DATE), now())));
            case "Quotes/Future" -> RestAnswer.ok(CmePages.quotes(product(parts[5]), now()));
            case "ProductCalendar/Future" -> RestAnswer.ok(CmePages.calendar(product(parts[5]), today()));
            default -> throw new BadRequest(notFound());
        };
    }

    private LocalDate today() {
        return Instant.ofEpochMilli(now()).atZone(CmeMonths.CHICAGO).toLocalDate();
    }

    private CmeFutures product(String id) {
        return futures.stream()
                .filter(product -> String.valueOf(product.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new BadRequest(notFound()));
    }

    private static LocalDate day(String text, DateTimeFormatter form) {
        try {
            return LocalDate.parse(text, form);
        } catch (DateTimeException e) {
            throw new BadRequest(RestAnswer.of(400, "<html>Bad Request</html>"));
        }
    }

    /** Rows of time in seconds, low, high, open, close, volume; the newest first. */
    private RestAnswer candles(String market, RestRequest request) {
        ListedContract spot =
                contract(market).orElseThrow(() -> new BadRequest(RestAnswer.of(404, "{\"message\":\"NotFound\"}")));
        long from = Instant.parse(request.parameter("start").orElse("")).toEpochMilli();
        long to = Instant.parse(request.parameter("end").orElse("")).toEpochMilli();
        Grid price = spot.spec().price();
        return RestAnswer.ok(Json.array(spot.candles().range(Interval.MINUTE, from, to, 300).reversed().stream()
                .map(bar ->
                        "[" + bar.openTime() / 1_000 + "," + price.text(bar.low()) + "," + price.text(bar.high()) + ","
                                + price.text(bar.open()) + "," + price.text(bar.close()) + ","
                                + spot.spec().size().text(bar.volume()) + "]")));
    }

    private static RestAnswer notFound() {
        return RestAnswer.of(404, "<html>Not Found</html>");
    }

    /** What the bot manager says to whom it takes for none of the site's own pages. */
    private static RestAnswer forbidden() {
        return RestAnswer.of(403, "<html>Access Denied</html>").header("Content-Type", "text/html");
    }

    @Override
    public RestAnswer failure(int status, long retryAfter) {
        RestAnswer answer = RestAnswer.of(status, "<html>" + status + "</html>").header("Content-Type", "text/html");
        return status == 429 ? answer.header("Retry-After", retryAfter) : answer;
    }

    @Override
    public Optional<RestAnswer> refuses(String path) {
        return Optional.of(notFound());
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        throw new IllegalStateException("every handshake is refused");
    }
}
