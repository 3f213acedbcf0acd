package io.tapeline.venue.htx;

import io.tapeline.collector.decode.BadMember;
import java.util.Locale;

/**
 * The name of a channel, {@code market.<contract>.<channel>}. The venue answers in another case than it was asked.
 *
 * @param contract in upper case; may hold characters of any script
 * @param channel in lower case, such as {@code depth.size_150.high_freq}
 */
record HtxTopic(String contract, String channel) {

    static HtxTopic of(String text) {
        int contract = text.indexOf('.') + 1;
        int channel = text.indexOf('.', contract) + 1;
        if (contract == 0 || channel <= contract + 1 || channel == text.length()) {
            throw new BadMember("ch", "expected market.<contract>.<channel>, got '" + text + "'");
        }
        return new HtxTopic(
                text.substring(contract, channel - 1).toUpperCase(Locale.ROOT),
                text.substring(channel).toLowerCase(Locale.ROOT));
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
