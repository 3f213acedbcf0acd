package io.tapeline.emulator.binance;

import io.tapeline.emulator.server.RestRequest;

/** What a futures call costs. */
final class UsdmWeights {
    private UsdmWeights() {}

    static int of(RestRequest request) {
        return switch (request.path()) {
            case "/fapi/v1/depth" -> depth(limit(request, 500));
            case "/fapi/v1/aggTrades" -> 20;
            case "/fapi/v1/klines", "/fapi/v1/markPriceKlines" -> klines(limit(request, 500));
            case "/fapi/v1/premiumIndex" -> request.parameter("symbol").isPresent() ? 1 : 10;
            case "/fapi/v1/fundingRate", "/fapi/v1/fundingInfo" -> 0;
            default -> 1;
        };
    }

    private static int depth(int limit) {
        return limit <= 50 ? 2 : limit <= 100 ? 5 : limit <= 500 ? 10 : 20;
    }

    private static int klines(int limit) {
        return limit < 100 ? 1 : limit < 500 ? 2 : limit <= 1000 ? 5 : 10;
    }

    private static int limit(RestRequest request, int otherwise) {
        return request.parameter("limit")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
