package io.tapeline.launcher.e2e;

import java.time.Instant;

/**
 * A row of {@code depth_metrics} as the archive must hold it.
 *
 * @param series {@code futures/binance/BTC/5s}
 * @param time {@code 2026-11-20T12:01:05.000000Z}
 * @param line with its line feed
 */
record DepthRow(String series, String time, String line) {

    /** @param text series, a space, the line without its line feed */
    static DepthRow of(String text) {
        int space = text.indexOf(' ');
        String line = text.substring(space + 1);
        return new DepthRow(text.substring(0, space), timeOf(line), line + "\n");
    }

    /** The moment that a line is of; times compare as texts. */
    static String timeOf(String line) {
        int begin = "{\"t\":\"".length();
        return line.substring(begin, begin + "2026-11-20T12:01:05.000000Z".length());
    }

    /** {@code 2026-11-20T12:01}. */
    String minute() {
        return time.substring(0, 16);
    }

    Instant endOfMinute() {
        return Instant.parse(minute() + ":00Z").plusSeconds(60);
    }

    String dayKey() {
        return series + "/" + time.substring(0, 10) + ".jsonl";
    }

    String minuteKey() {
        return series + "/min/" + time.substring(0, 10) + "/" + time.substring(11, 13) + "/" + minute() + ".jsonl";
    }
}
