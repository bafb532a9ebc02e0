package ganglion.cli;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.StopSignal;

/** The process: runs one command line and ends with its exit code. */
public final class Main {

    private Main() {}

    /**
     * Runs the command line and ends the process.
     *
     * @param arguments the words after {@code ganglion}
     */
    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (OutOfMemoryError e) {
            // Too full even for the line that says so; an uncaught error would end with 1, as an expectation that does
            // not hold.
            Runtime.getRuntime().halt(ExitCode.OUR_FAULT.number());
        }
    }

    private static void run(String... arguments) {
        Console console = Console.ofProcess();
        StopSignal stop = new StopSignal(console);
        stop.install();
        int code = ExitCode.OUR_FAULT.number();
        try {
            code = new Ganglion(console, stop).run(arguments).number();
        } catch (Throwable e) { // before there was a command line that reports it
            code = report(console, e).number();
        } finally {
            stop.allWritten(); // or the process would wait for it for ever
        }
        if (!stop.requested()) {
            System.exit(code);
        }
        // Otherwise the signal ends the process, with its own code: an exit from here could come before it.
    }

    /** A part that is missing may be one that reports faults, so the console tells it by itself. */
    private static ExitCode report(Console console, Throwable fault) {
        if (Console.isPartMissing(fault)) {
            console.partMissing(fault);
            return ExitCode.BAD_INPUT;
        }
        return new FaultReport(console, () -> false).report(fault);
    }
}
