package io.tapeline.query.web;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encodes what clients such as curl leave as it is: {@code | " < > { }}, bytes beyond ASCII, a lone {@code %}. Such
 * a value is a plain value like any other; the server would turn it away before anything could say why.
 */
@ChannelHandler.Sharable
final class PlainTarget extends ChannelInboundHandlerAdapter {
    private static final String LEGAL = "-._~:/?@!$&'()*+,;=";

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && !legal(request.uri())) {
            request.setUri(encode(request.uri()));
        }
        context.fireChannelRead(message);
    }

    private static boolean legal(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (!legal(target, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean legal(String target, int i) {
        char c = target.charAt(i);
        if (c == '%') {
            return i + 2 < target.length() && hex(target.charAt(i + 1)) && hex(target.charAt(i + 2));
        }
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || LEGAL.indexOf(c) >= 0;
    }

    private static boolean hex(char c) {
        return Character.digit(c, 16) >= 0;
    }

    /** The codec gives one character per byte, so each is written back as the byte it was. */
    static String encode(String target) {
        StringBuilder encoded = new StringBuilder(target.length() + 16);
        for (int i = 0; i < target.length(); i++) {
            if (legal(target, i)) {
                encoded.append(target.charAt(i));
            } else {
                for (byte b : target.substring(i, i + 1).getBytes(StandardCharsets.ISO_8859_1)) {
                    encoded.append('%').append("%02X".formatted(b));
                }
            }
        }
        return encoded.toString();
    }
}
