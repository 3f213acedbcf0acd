package io.tapeline.venue.htx;

import io.tapeline.collector.decode.BadMember;
import java.util.Locale;

/**
 * The name of a channel, {@code market.<symbol>.<channel>}. The venue answers in another case than it was asked.
 *
 * @param symbol as sent; may hold characters of any script
 * @param channel in lower case, such as {@code depth.size_150.high_freq}
 */
record HtxTopic(String symbol, String channel) {

    static HtxTopic of(String text) {
        int symbol = text.indexOf('.') + 1;
        int channel = text.indexOf('.', symbol) + 1;
        if (symbol == 0 || channel <= symbol + 1 || channel == text.length()) {
            throw new BadMember("ch", "expected market.<symbol>.<channel>, got '" + text + "'");
        }
        return new HtxTopic(
                text.substring(symbol, channel - 1), text.substring(channel).toLowerCase(Locale.ROOT));
    }

    /** The symbol as contracts are listed. */
    String contract() {
        return symbol.toUpperCase(Locale.ROOT);
    }

    /** The symbol as spot pairs are listed. */
    String pair() {
        return symbol.toLowerCase(Locale.ROOT);
    }

    /** The words of the channel. */
    String[] words() {
        return channel.split("\\.");
    }

    /** The period of a channel such as {@code kline.1min}. */
    String period() {
        String[] words = words();
        if (words.length < 2) {
            throw new BadMember("ch", "expected a period, got '" + channel + "'");
        }
        return words[1];
    }
}
