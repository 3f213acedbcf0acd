package io.tapeline.collector.session;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/** Says in one line why a connection ended. */
final class EndingReasons {
    private static final int LONGEST = 200;

    private EndingReasons() {}

    static Ending of(Throwable error, URI address, int maxFrameBytes) {
        Throwable cause = Exceptions.unwrap(error);
        return switch (cause) {
            case FrameFault fault -> Ending.of(fault.getMessage());
            case WebSocketClientHandshakeException handshake -> handshake(handshake);
            case UnknownHostException ignored -> Ending.of("host name " + address.getHost() + " cannot be resolved");
            case ConnectTimeoutException ignored -> Ending.of("no connection to " + address.getHost() + " in time");
            case NoRouteToHostException ignored -> Ending.of("no route to " + address.getHost());
            case ConnectException ignored -> Ending.of("connection to " + address.getAuthority() + " refused");
            case SSLException tls -> Ending.of("TLS with " + address.getHost() + " failed: " + line(tls));
            case TooLongFrameException ignored -> tooLong(maxFrameBytes);
            case CorruptedWebSocketFrameException corrupted -> corrupted(corrupted, maxFrameBytes);
            case CorruptedFrameException corrupted -> Ending.of("malformed frame: " + line(corrupted));
            case TimeoutException ignored -> Ending.of("no answer from " + address.getHost() + " in time");
            case IOException io -> Ending.of("connection lost: " + line(io));
            default -> Ending.of(cause.getClass().getSimpleName() + ": " + line(cause));
        };
    }

    static Ending closed(@Nullable WebSocketCloseStatus status) {
        if (status == null || status.code() == WebSocketCloseStatus.ABNORMAL_CLOSURE.code()) {
            return Ending.of("connection lost without a close frame");
        }
        String text = status.reasonText() == null ? "" : " " + status.reasonText();
        return Ending.of("closed by the venue with code " + status.code() + cut(text));
    }

    private static Ending tooLong(int maxFrameBytes) {
        return Ending.of("frame longer than " + maxFrameBytes + " bytes");
    }

    private static Ending corrupted(CorruptedWebSocketFrameException error, int maxFrameBytes) {
        return WebSocketCloseStatus.MESSAGE_TOO_BIG.equals(error.closeStatus())
                ? tooLong(maxFrameBytes)
                : Ending.of("malformed frame: " + line(error));
    }

    private static Ending handshake(WebSocketClientHandshakeException error) {
        HttpResponse response = error.response();
        if (response == null) {
            return Ending.of("handshake failed: " + line(error));
        }
        int status = response.status().code();
        return switch (status) {
            case 451 -> Ending.refused("the venue does not serve this place (HTTP 451)", null);
            case 403 -> Ending.refused("the venue forbids access (HTTP 403)", null);
            case 418, 429 -> Ending.refused("too many connections (HTTP " + status + ")", retryAfter(response));
            default -> Ending.of("handshake refused (HTTP " + response.status() + ")");
        };
    }

    private static @Nullable Duration retryAfter(HttpResponse response) {
        String seconds = response.headers().get(HttpHeaderNames.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,8}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private static String line(Throwable error) {
        String message = error.getMessage();
        return message == null ? error.getClass().getSimpleName() : cut(message);
    }

    /** The first line, of bounded length and without control characters. */
    private static String cut(String text) {
        String first = text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        return first.length() <= LONGEST ? first : first.substring(0, LONGEST) + "...";
    }
}
