package io.tapeline.emulator.binance;

import io.tapeline.emulator.server.RestAnswer;

/** Error bodies with the venue's codes. */
final class RestErrors {
    private RestErrors() {}

    static RestAnswer of(int status, int code, String message) {
        return RestAnswer.of(status, ControlAnswers.error(code, message));
    }

    static RestAnswer noSuchPath(String path) {
        return of(404, -5000, "Path " + path + ", Method GET is invalid");
    }

    static BadRequest invalidSymbol() {
        return new BadRequest(-1121, "Invalid symbol.");
    }

    static BadRequest invalidInterval() {
        return new BadRequest(-1120, "Invalid interval.");
    }

    static BadRequest missing(String parameter) {
        return new BadRequest(
                -1102, "Mandatory parameter '" + parameter + "' was not sent, was empty/null, or malformed.");
    }

    static BadRequest illegal(String parameter) {
        return new BadRequest(
                -1100, "Illegal characters found in parameter '" + parameter + "'; legal range is '^[0-9]{1,20}$'.");
    }

    static BadRequest invalid(String parameter) {
        return new BadRequest(-1130, "Data sent for parameter '" + parameter + "' is not valid.");
    }

    /** Ends the reading of a request; what the client is told. */
    static final class BadRequest extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int code;

        BadRequest(int code, String message) {
            super(message, null, false, false);
            this.code = code;
        }

        RestAnswer answer() {
            return of(400, code, String.valueOf(getMessage()));
        }
    }
}
