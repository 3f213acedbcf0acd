package io.tapeline.venue.deribit;

import static io.tapeline.venue.deribit.DeribitPayloads.notification;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;

/** Tickers and indices, see {@link DeribitPayloads}. */
final class DeribitTickerPayloads {
    private DeribitTickerPayloads() {}

    static final String PERPETUAL = """
            {"timestamp":1786563120494,"state":"open","stats":{"high":64422,"low":63261,"price_change":-0.0095,\
            "volume":2778.68467406,"volume_usd":177187410,"volume_notional":177187410},"index_price":63329.18,\
            "instrument_name":"BTC-PERPETUAL","last_price":63344,"settlement_price":63799.96,"min_price":62396,\
            "max_price":64297,"open_interest":716004750,"mark_price":63346.33,"interest_value":0.05636261630352104,\
            "current_funding":2.081e-05,"estimated_delivery_price":63329.18,"funding_8h":0.00010036,\
            "best_ask_price":63344.5,"best_bid_price":63344,"best_ask_amount":9980,"best_bid_amount":58060}
            """;

    static final String OPTION = """
            {"underlying_price":9440.73,"underlying_index":"SYN.BTC-5JUN20","timestamp":1590969652595,\
            "stats":{"volume":13.4,"price_change":-19.1489,"low":0.037,"high":0.047},"state":"open",\
            "settlement_price":0.05,"open_interest":533.2,"min_price":0.0115,"max_price":0.069,"mark_price":0.03847784,\
            "mark_iv":63.21,"last_price":0.038,"interest_rate":0,"instrument_name":"BTC-5JUN20-9250-C",\
            "index_price":9434.36,"greeks":{"vega":3.88497,"theta":-28.34113,"rho":0.66242,"gamma":0.00058,\
            "delta":0.62959},"estimated_delivery_price":9434.36,"bid_iv":58.39,"best_bid_price":0.0365,\
            "best_bid_amount":15.4,"best_ask_price":0.04,"best_ask_amount":4.8,"ask_iv":66.9}
            """;

    static final String EXPIRED = """
            {"underlying_price":9724.48,"underlying_index":"SYN.BTC-8JUN20","timestamp":1591603200048,\
            "stats":{"volume":2.5,"price_change":0,"low":0.0005,"high":0.0005},"state":"closed","open_interest":0,\
            "min_price":0.0001,"max_price":0.015,"mark_price":0,"mark_iv":70,"last_price":null,"interest_rate":0,\
            "instrument_name":"BTC-8JUN20-8750-P","index_price":9729.25,"greeks":{"vega":0,"theta":0,"rho":0,"gamma":7e-05,\
            "delta":0},"estimated_delivery_price":"expired","delivery_price":9728.65,"bid_iv":0,"best_bid_price":0,\
            "best_bid_amount":0,"best_ask_price":0,"best_ask_amount":0,"ask_iv":500}
            """;

    static List<VenuePayload> all() {
        return List.of(
                notification(
                        "ticker.{instrument}",
                        "ticker.BTC-PERPETUAL.100ms",
                        PERPETUAL,
                        Kind.MARK_PRICE,
                        Kind.FUNDING_RATE,
                        Kind.OPEN_INTEREST),
                notification("ticker.{option}", "ticker.BTC-5JUN20-9250-C.agg2", OPTION, Kind.OPTION_SUMMARY),
                notification("ticker.{option}", "ticker.BTC-8JUN20-8750-P.raw", EXPIRED, Kind.OPTION_SUMMARY),
                notification(
                        "incremental_ticker.{instrument}", "incremental_ticker.BTC-PERPETUAL", """
                        {"type":"change","timestamp":1677592580123,"instrument_name":"BTC-PERPETUAL",\
                        "mark_price":23408.51}
                        """, Kind.MARK_PRICE),
                notification("deribit_price_index.{index}", "deribit_price_index.btc_usd", """
                        {"timestamp":1535098298227,"price":6521.17,"index_name":"btc_usd"}
                        """, Kind.MARK_PRICE),
                notification(
                        "deribit_volatility_index.{index}",
                        "deribit_volatility_index.btc_usd",
                        """
                        {"volatility":129.36,"timestamp":1619777946007,"index_name":"btc_usd"}
                        """,
                        Kind.VOLATILITY_INDEX),
                VenuePayload.answer(
                        "public/ticker",
                        "https://www.deribit.com/api/v2/public/ticker?instrument_name=BTC-PERPETUAL",
                        "{\"jsonrpc\":\"2.0\",\"id\":8106,\"result\":" + PERPETUAL.strip() + "}",
                        Kind.MARK_PRICE,
                        Kind.FUNDING_RATE,
                        Kind.OPEN_INTEREST));
    }
}
