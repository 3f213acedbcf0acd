package io.tapeline.collector.decode;

import java.time.Duration;

/**
 * Complaints about settings of a venue, each naming the setting.
 *
 * @param prefix of its settings, such as {@code tapeline.deribit}
 */
public record SettingChecks(String prefix) {

    public void require(boolean fine, String name, String expected, Object got) {
        if (!fine) {
            throw new IllegalArgumentException(prefix + "." + name + ": expected " + expected + ", got " + got);
        }
    }

    public void positive(String name, Duration value) {
        require(value.isPositive(), name, "a duration over zero", value);
    }

    /** An address without a slash at its end. */
    public static String root(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
