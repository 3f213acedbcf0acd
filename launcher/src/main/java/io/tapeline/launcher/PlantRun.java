package io.tapeline.launcher;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A plant in the foreground: starts it, tells where to look, shows what flows, stops it when asked. */
final class PlantRun {
    private PlantRun() {}

    static int run(RunOptions options, boolean demo) {
        CountDownLatch stopping = Stopping.onSignals();
        PrintStream out = System.out;
        try (Plant plant = new Plant(options, demo)) {
            long begun = System.nanoTime();
            plant.start(step -> out.println("  " + step));
            out.printf("Tapeline is up after %.1f s.%n", (System.nanoTime() - begun) / 1e9);
            tell(out, options, demo);
            LiveLine line = new LiveLine(plant, out);
            while (!await(stopping, 1)) {
                line.print();
            }
            out.println();
            out.println("stopping: what was received is stored first");
        }
        return 0;
    }

    private static boolean await(CountDownLatch latch, long seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void tell(PrintStream out, RunOptions options, boolean demo) {
        String api = "http://127.0.0.1:" + options.port;
        if (demo) {
            out.println("The venues are emulated: nothing of what you see was traded anywhere.");
        }
        out.println("  large trades   " + api + "/api/v1/exchange/large-trades");
        out.println("  funding rates  " + api + "/api/v1/exchange/funding-rates");
        out.println("  open interest  " + api + "/api/v1/exchange/open-interest");
        out.println("  all endpoints  " + api + "/swagger-ui.html");
        out.println("  options        " + api + "/api/v1/exchange/options");
        out.println("  metrics        http://127.0.0.1:" + (options.port - 1) + "/actuator/prometheus");
        out.println("  log            " + Plant.logFile(options, demo));
        out.println("Stop with Ctrl-C.");
    }
}
