package io.tapeline.emulator.market;

/**
 * What an option is worth at a moment. Volatilities are per cent a year; greeks are in quote, as Deribit states them.
 *
 * @param price mark price in the chain's unit: the coin, or the quote
 * @param underlying price of the forward, in quote
 * @param vega for one per cent of volatility
 * @param theta for one day
 * @param rho for one per cent of interest
 * @param openInterest contracts of one coin
 */
public record OptionQuote(
        double price,
        double underlying,
        double markIv,
        double bidIv,
        double askIv,
        double delta,
        double gamma,
        double vega,
        double theta,
        double rho,
        double openInterest) {}
