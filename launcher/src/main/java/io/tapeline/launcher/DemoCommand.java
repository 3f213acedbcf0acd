package io.tapeline.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs everything in this process against emulated venues. */
@Command(
        name = "demo",
        description = "The same as up against emulated venues; its data is kept apart, in the folder demo of the data"
                + " directory.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        return PlantRun.run(options, true);
    }
}
