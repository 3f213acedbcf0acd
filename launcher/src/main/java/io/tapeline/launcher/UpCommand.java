package io.tapeline.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs everything in this process against the live venues. */
@Command(
        name = "up",
        description = "Collect live venues: embedded broker and database, every service, one process.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Mixin
    RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        return PlantRun.run(options, false);
    }
}
