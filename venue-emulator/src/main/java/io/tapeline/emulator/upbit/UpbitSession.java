package io.tapeline.emulator.upbit;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.EmulatedSession;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.stream.Wrapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The venue's control protocol: a request is an array and replaces the one before it; it is not answered, and what is not
 * known is dropped without a word. All frames are binary. An error is one frame and the end.
 */
final class UpbitSession extends EmulatedSession {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String UP = "{\"status\":\"UP\"}";
    private static final long UP_MILLIS = 10_000;
    private static final int NORMAL = 1000;

    private final Disposable.Swap signs = Disposables.swap();
    private Wrapping format = UpbitFormat.DEFAULT;
    private boolean silent;

    UpbitSession(UpbitVenue venue, WsConnection connection) {
        super(venue, connection);
        connection.binary();
    }

    @Override
    public Wrapping wrapping() {
        return format;
    }

    @Override
    protected ClientMessage read(String text) {
        if (text.equals("PING")) {
            signs.update(context().engine().every(UP_MILLIS, () -> answer(UP)));
            return new ClientMessage.Answer(UP);
        }
        JsonNode parts;
        try {
            parts = JSON.readTree(text);
        } catch (JacksonException e) {
            return error("WRONG_FORMAT", "Format 이 맞지 않습니다.");
        }
        return parts.isArray() ? read(parts) : error("WRONG_FORMAT", "Format 이 맞지 않습니다.");
    }

    private ClientMessage read(JsonNode parts) {
        Optional<String> ticket = member(parts, "ticket");
        if (ticket.isEmpty()) {
            return error("NO_TICKET", "티켓이 존재하지 않거나, 유효하지 않습니다.");
        } else if (member(parts, "method").isPresent()) {
            return silent ? new ClientMessage.Ignored() : new ClientMessage.Answer(list(ticket.get()));
        }
        List<String> names = new ArrayList<>();
        ClientMessage refusal = types(parts, names);
        if (refusal != null) {
            return refusal;
        }
        format = member(parts, "format").map(UpbitFormat::valueOf).orElse(UpbitFormat.DEFAULT);
        leaveAll();
        silent = true;
        return ClientMessage.subscribe(names);
    }

    private static Optional<String> member(JsonNode parts, String name) {
        return parts.valueStream()
                .map(part -> part.path(name).asString(""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Collects names of streams; answers the refusal of one that cannot be. */
    private @Nullable ClientMessage types(JsonNode parts, List<String> names) {
        for (JsonNode part : parts) {
            String type = part.path("type").asString("");
            if (type.isEmpty()) {
                continue;
            } else if (!isType(type)) {
                return error("INVALID_PARAM", type + " 은 지원하지 않는 타입입니다.");
            } else if (part.path("codes").isEmpty()) {
                return error("NO_CODES", "codes 필드가 존재하지 않습니다.");
            }
            part.path("codes")
                    .forEach(code -> names.add(type + ":" + code.asString("").split("\\.", 2)[0]));
        }
        return names.isEmpty() ? error("NO_TYPE", "type 필드가 존재하지 않습니다.") : null;
    }

    private static boolean isType(String type) {
        return List.of("trade", "orderbook", "ticker", "candle.1s").contains(type)
                || UpbitStreams.INTERVALS.stream().anyMatch(interval -> type.equals("candle." + interval.name()));
    }

    private ClientMessage error(String name, String message) {
        String error = Json.object()
                .text("name", name)
                .raw("message", Json.escaped(message))
                .end();
        answer(Json.object().raw("error", error).end());
        connection().close(NORMAL, "");
        return new ClientMessage.Ignored();
    }

    /** What the connection has, by type. */
    private String list(String ticket) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        for (String stream : streams()) {
            String[] name = stream.split(":", 2);
            codes.computeIfAbsent(name[0], type -> new ArrayList<>()).add("\"" + name[1] + "\"");
        }
        List<String> result = new ArrayList<>();
        codes.forEach((type, of) -> result.add(Json.object()
                .text("type", type)
                .raw("codes", Json.array(of))
                .number("level", 0)
                .end()));
        return Json.object()
                .text("method", "LIST_SUBSCRIPTIONS")
                .raw("result", Json.array(result))
                .raw("ticket", Json.escaped(ticket))
                .end();
    }

    /** The venue says nothing; unless a fault keeps the answer back, it will tell its list. */
    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        silent = false;
    }

    /** There is no such request. */
    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {}

    @Override
    public void closed() {
        signs.dispose();
        super.closed();
    }
}
