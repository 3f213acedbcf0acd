package io.tapeline.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line. Exit codes: 0 done, 1 failed, 2 wrong usage; errors are one line on standard error. */
@Command(
        name = "tapeline",
        description = "A crypto market-data plant that knows what it has and what it misses.",
        mixinStandardHelpOptions = true,
        version = "tapeline 0.1.0",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            FeedsCommand.class,
            NormalizeCommand.class,
            RecordCommand.class,
            HealthCommand.class
        })
public final class Tapeline {
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command; answers the exit code. */
    static int run(String... args) {
        // Logging belongs to this process, not to the services in it.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Logs.toStandardError();
        CommandLine line = new CommandLine(new Tapeline());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
        line.setParameterExceptionHandler((e, arguments) -> wrongUsage(e));
        if (args.length == 0) {
            line.usage(System.out);
            return WRONG_USAGE;
        }
        return line.execute(args);
    }

    private static int failed(Exception e) {
        if (e instanceof UsageError) {
            System.err.println("tapeline: " + e.getMessage());
            return WRONG_USAGE;
        }
        System.err.println("tapeline: " + Failures.oneLine(e));
        return FAILED;
    }

    private static int wrongUsage(ParameterException e) {
        System.err.println("tapeline: " + e.getMessage() + " (see "
                + e.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
        return WRONG_USAGE;
    }
}
