package io.tapeline.query.request;

import io.tapeline.model.decimal.Decimals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads parameters one by one, remembers what they were taken for and everything that is wrong with them. */
final class ParameterReader {
    /** Longest value; a cursor is the longest that anybody needs. */
    private static final int MAX_LENGTH = 1_000;

    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Object> echo = new LinkedHashMap<>();

    ParameterReader(Map<String, List<String>> parameters, List<String> known) {
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                refuse(name, "a known parameter: " + String.join(", ", known));
            } else {
                accept(name, values);
            }
        });
    }

    private void accept(String name, List<@Nullable String> values) {
        String value = values.getFirst();
        if (values.size() > 1) {
            refuse(name, "one value, not " + values.size());
        } else if (value == null || value.isBlank()) {
            refuse(name, "a value");
        } else if (value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
            refuse(name, "at most " + MAX_LENGTH + " characters and no control characters");
        } else {
            given.put(name, value);
        }
    }

    void refuse(String parameter, String expected) {
        violations.add(new Violation(parameter, expected));
    }

    List<Violation> violations() {
        return violations;
    }

    Map<String, Object> echo() {
        return echo;
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    @Nullable
    String raw(String name) {
        return given.get(name);
    }

    @Nullable
    String text(String name) {
        return remember(name, given.get(name));
    }

    @Nullable
    String choice(String name, List<String> values) {
        String value = given.get(name);
        if (value == null) {
            return null;
        }
        String lower = value.toLowerCase(Locale.ROOT);
        if (!values.contains(lower)) {
            refuse(name, "one of " + String.join(", ", values));
            return null;
        }
        return remember(name, lower);
    }

    @Nullable
    Boolean flag(String name) {
        String value = given.get(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            refuse(name, "true or false");
            return null;
        }
        return remember(name, value == null ? null : Boolean.valueOf(value));
    }

    @Nullable
    BigDecimal amount(String name, String expected, BigDecimal most) {
        String value = given.get(name);
        if (value == null) {
            return null;
        }
        try {
            BigDecimal amount = Decimals.parse(value);
            if (amount.signum() >= 0 && amount.compareTo(most) <= 0) {
                return remember(name, amount);
            }
        } catch (NumberFormatException e) {
            // refused below, as a number out of range is
        }
        refuse(name, expected);
        return null;
    }

    @Nullable
    Instant time(String name) {
        String value = given.get(name);
        if (value == null) {
            return null;
        }
        try {
            Instant time = Times.parse(value);
            remember(name, time.toString());
            return time;
        } catch (DateTimeException e) {
            refuse(name, Times.EXPECTED);
            return null;
        }
    }

    @Nullable
    String day(String name) {
        String value = given.get(name);
        if (value == null) {
            return null;
        }
        try {
            return remember(name, LocalDate.parse(value).toString());
        } catch (DateTimeException e) {
            refuse(name, "an ISO-8601 date, such as 2026-12-25");
            return null;
        }
    }

    private <T> @Nullable T remember(String name, @Nullable T value) {
        if (value != null) {
            echo.put(name, value);
        }
        return value;
    }
}
