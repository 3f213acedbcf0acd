package io.tapeline.emulator.kit;

import io.tapeline.emulator.server.RestAnswer;

/** Ends the reading of a REST request; {@link EmulatedExchange} gives the client the answer in it. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient RestAnswer answer;

    public BadRequest(RestAnswer answer) {
        super(answer.body(), null, false, false);
        this.answer = answer;
    }

    public RestAnswer answer() {
        return answer;
    }
}
