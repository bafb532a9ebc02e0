package ganglion.cli.terminal;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.PlainText;
import ganglion.documents.Problem;
import ganglion.hardware.library.ProfileException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints faults: one line for each that a user can mend, and one line that says so for a fault of Ganglion. */
public final class FaultReport implements IExecutionExceptionHandler {

    /** The words of the system at the end of a message, as they are or in lower case. */
    private static final Pattern TOO_MANY = Pattern.compile("(?i)too many open files\\)?$");

    private final Console console;
    private final BooleanSupplier verbose;

    /** @param verbose whether stack traces are wanted */
    public FaultReport(Console console, BooleanSupplier verbose) {
        this.console = console;
        this.verbose = verbose;
    }

    /** Writes the lines of a fault and returns the exit code that it deserves. */
    public ExitCode report(Throwable fault) {
        ExitCode code;
        if (isShortOfFiles(fault)) {
            console.errorLine("ganglion: too few open files are allowed (ulimit -n), expected 256 or more");
            code = ExitCode.BAD_INPUT;
        } else if (fault instanceof InputException input) {
            Problem.lines(input.problems()).forEach(console::errorLine);
            code = ExitCode.BAD_INPUT;
        } else if (fault instanceof ProfileException profile) {
            Problem.lines(profile.problems()).forEach(console::errorLine);
            code = ExitCode.BAD_INPUT;
        } else if (fault instanceof OutputException) {
            console.errorLine(fault.getMessage());
            code = ExitCode.BAD_INPUT;
        } else if (Console.isPartMissing(fault)) {
            console.partMissing(fault);
            code = ExitCode.BAD_INPUT;
        } else {
            console.errorLine(ourFault(fault));
            code = ExitCode.OUR_FAULT;
        }
        if (verbose.getAsBoolean()) {
            StringWriter trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace, true));
            console.err().print(PlainText.text(trace.toString()));
        }
        return code;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        return report(fault).number();
    }

    /** Java wraps it in errors of any class wherever it opens a file of its own; each file that a document names tells of it, too. */
    private static boolean isShortOfFiles(Throwable fault) {
        if (fault instanceof InputException input) {
            return input.problems().stream()
                    .anyMatch(problem -> TOO_MANY.matcher(problem.message()).find());
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (TOO_MANY.matcher(String.valueOf(cause.getMessage())).find()) {
                return true;
            }
        }
        return false;
    }

    private static String ourFault(Throwable fault) {
        if (fault instanceof OutOfMemoryError) {
            return "ganglion: out of memory (" + fault.getMessage()
                    + "); GANGLION_JAVA_OPTIONS=-Xmx8g gives more, and if it should not need that much, please report it";
        }
        return "ganglion: this is a fault of Ganglion, not yours: " + fault
                + " (please report it, with the output of the same command and --verbose)";
    }
}
