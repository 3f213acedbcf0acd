package io.tapeline.emulator.deribit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.server.RestAnswer;
import org.jspecify.annotations.Nullable;

/** JSON-RPC 2.0 as the venue speaks it: answers tell when they came and went, in microseconds. */
final class Rpc {
    private Rpc() {}

    /** @param id as the client sent it, JSON; null where it sent none */
    static String result(@Nullable String id, String result, long now) {
        return times(head(id).raw("result", result), now);
    }

    static String error(@Nullable String id, int code, String message, long now) {
        String error =
                Json.object().number("code", code).text("message", message).end();
        return times(head(id).raw("error", error), now);
    }

    private static Json head(@Nullable String id) {
        Json json = Json.object().text("jsonrpc", "2.0");
        return id == null ? json : json.raw("id", id);
    }

    private static String times(Json json, long now) {
        return json.number("usIn", now * 1_000)
                .number("usOut", now * 1_000 + 212)
                .number("usDiff", 212)
                .flag("testnet", false)
                .end();
    }

    static String notification(String channel, String data) {
        String params = Json.object().text("channel", channel).raw("data", data).end();
        return method("subscription", params);
    }

    static String heartbeat(String type) {
        return method("heartbeat", Json.object().text("type", type).end());
    }

    private static String method(String name, String params) {
        return Json.object()
                .text("jsonrpc", "2.0")
                .text("method", name)
                .raw("params", params)
                .end();
    }

    /** Refuses a REST call. */
    static RestAnswer refusal(int code, String message, long now) {
        return RestAnswer.of(400, error(null, code, message, now));
    }
}
