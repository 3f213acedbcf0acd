package io.tapeline.launcher;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;

/** One line that shows what flows: rewritten each second on a terminal, printed now and then elsewhere. */
final class LiveLine {
    private static final int SECONDS_BETWEEN_LINES = 10;

    private final Plant plant;
    private final PrintStream out;

    @SuppressWarnings("SystemConsoleNull") // null again since JDK 25 where there is no terminal
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();

    private final Map<String, Double> before = new TreeMap<>();
    private int seconds;

    LiveLine(Plant plant, PrintStream out) {
        this.plant = plant;
        this.out = out;
        // Rates are differences: what flowed until now is the first of two readings.
        text(1);
    }

    void print() {
        seconds++;
        if (terminal) {
            out.print("\r" + text(1) + "\u001b[K");
            out.flush();
        } else if (seconds % SECONDS_BETWEEN_LINES == 0) {
            out.println(text(SECONDS_BETWEEN_LINES));
        }
    }

    private String text(int over) {
        List<MeterRegistry> collecting = plant.collectors().stream()
                .map(collector -> collector.getBean(MeterRegistry.class))
                .toList();
        ConfigurableApplicationContext writer = plant.writer();
        if (collecting.isEmpty() || writer == null) {
            return "starting";
        }
        StringBuilder line = new StringBuilder(LocalTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString());
        for (String kind : new String[] {"trade", "book", "quote", "mark_price", "candle", "large_trades"}) {
            double total = collecting.stream()
                    .flatMap(registry -> registry.find("tapeline.events").tag("kind", kind).counters().stream())
                    .mapToDouble(Counter::count)
                    .sum();
            line.append("  ")
                    .append(kind)
                    .append(' ')
                    .append(rate(kind, total, over))
                    .append("/s");
        }
        double rows = writer.getBean(MeterRegistry.class).find("tapeline.writer.rows").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        line.append("  stored ").append(String.format("%,d", (long) rows));
        double gaps = collecting.stream()
                .flatMap(registry -> registry.find("tapeline.gaps.open").gauges().stream())
                .mapToDouble(Gauge::value)
                .sum();
        return line.append("  open gaps ").append((long) gaps).toString();
    }

    private long rate(String name, double total, int over) {
        Double last = before.put(name, total);
        return last == null ? 0 : Math.round((total - last) / over);
    }
}
