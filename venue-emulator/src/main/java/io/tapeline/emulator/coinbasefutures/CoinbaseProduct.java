package io.tapeline.emulator.coinbasefutures;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Mark;
import java.math.RoundingMode;

/** A product as the listing has it, with its prices of the moment. The base is found inside of its details alone. */
final class CoinbaseProduct {
    private static final Grid INDEX = new Grid(6, 1);
    private static final long HOUR = 3_600_000;

    private CoinbaseProduct() {}

    static String text(ListedContract listed, long now) {
        boolean perpetual = listed.contract().kind() == Contract.Kind.PERPETUAL;
        String price = listed.spec().price().text(listed.market().lastPrice());
        String name = listed.spec().base()
                + (perpetual ? " PERP" : " " + listed.symbol().split("-")[1]);
        return Json.object()
                .text("product_id", listed.symbol())
                .text("price", price)
                .text("price_percentage_change_24h", "-0.18101513286511")
                .text("volume_24h", "678476")
                .text("volume_percentage_change_24h", "129.78077765849")
                .decimal("base_increment", listed.spec().size(), 1)
                .text("quote_increment", "0.01")
                .text("quote_min_size", "0")
                .text("quote_max_size", "100000000")
                .text("base_min_size", "1")
                .text("base_max_size", "5000")
                .text("base_name", "")
                .text("quote_name", "US Dollar")
                .flag("watched", false)
                .flag("is_disabled", false)
                .flag("new", false)
                .text("status", "")
                .flag("cancel_only", false)
                .flag("limit_only", false)
                .flag("post_only", false)
                .flag("trading_disabled", false)
                .flag("auction_mode", false)
                .text("product_type", "FUTURE")
                .text("quote_currency_id", listed.spec().quote())
                .text("base_currency_id", "")
                .text("mid_market_price", price)
                .text("alias", "")
                .raw("alias_to", "[]")
                .text("base_display_symbol", "")
                .text("quote_display_symbol", listed.spec().quote())
                .flag("view_only", false)
                .decimal("price_increment", listed.spec().price(), 1)
                .text("display_name", name)
                .text("product_venue", "FCM")
                .text("approximate_quote_24h_volume", "467673506.8")
                .raw("new_at", "null")
                .flag("is_alpha_testing", false)
                .raw("future_product_details", details(listed, perpetual, now))
                .end();
    }

    private static String details(ListedContract listed, boolean perpetual, long now) {
        Mark mark = listed.marks().at(now);
        String interest = listed.spec().size().text(listed.marks().state().openInterest());
        Json details = Json.object()
                .text("venue", "cde")
                .text("contract_code", listed.symbol().split("-")[0])
                .text(
                        "contract_expiry",
                        perpetual
                                ? "2030-12-20T16:00:00Z"
                                : CoinbaseText.time(listed.contract().expiry()))
                .text(
                        "contract_size",
                        CoinbaseContracts.of(listed.spec().base()).orElseThrow().size())
                .text("contract_root_unit", listed.spec().base())
                .text("risk_managed_by", "MANAGED_BY_FCM")
                .text("contract_expiry_type", "EXPIRING")
                .raw("perpetual_details", nested(interest))
                .text("contract_display_name", listed.spec().base())
                .flag("non_crypto", false)
                .flag("twenty_four_by_seven", true);
        return funding(details, listed, perpetual, now)
                .text("open_interest", interest)
                .text("settlement_price", price(listed, mark.settle()))
                .text("futures_asset_type", "FUTURES_ASSET_TYPE_CRYPTO")
                .text("index_price", perpetual ? INDEX.text(mark.index() / 100) : "")
                .end();
    }

    /** Empty for contracts of this exchange, but for the open interest. */
    private static String nested(String interest) {
        return Json.object()
                .text("open_interest", interest)
                .text("funding_rate", "")
                .raw("funding_time", "null")
                .text("max_leverage", "")
                .text("base_asset_uuid", "")
                .text("underlying_type", "")
                .end();
    }

    /** The rate of the last full hour. */
    private static Json funding(Json details, ListedContract listed, boolean perpetual, long now) {
        return perpetual
                ? details.text("funding_interval", "3600s")
                        .decimal(
                                "funding_rate",
                                INDEX,
                                listed.marks().funding().rows().getLast().rate() / 100)
                        .text("funding_time", CoinbaseText.time(now / HOUR * HOUR))
                : details.raw("funding_interval", "null")
                        .text("funding_rate", "")
                        .raw("funding_time", "null");
    }

    private static String price(ListedContract listed, long eightDecimals) {
        return FuturesMarks.GRID
                .exact(eightDecimals)
                .setScale(listed.spec().price().scale(), RoundingMode.HALF_UP)
                .toPlainString();
    }
}
