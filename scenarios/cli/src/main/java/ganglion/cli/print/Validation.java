package ganglion.cli.print;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.Problem;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Tells of each file whether it is fine; for both commands that check files. */
public final class Validation {

    private final Console console;
    private final boolean json;
    private final ArrayNode documents = JsonOutput.array();
    private ExitCode code = ExitCode.FINE;

    /** @param console to print on */
    public Validation(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /**
     * Checks that a command line asks for one thing only.
     *
     * @throws ParameterException if it names not exactly one of the schema, the reference, and files
     */
    public static void checkChoice(CommandLine line, boolean schema, boolean reference, List<Path> files) {
        int asked = (schema ? 1 : 0) + (reference ? 1 : 0) + (files.isEmpty() ? 0 : 1);
        if (asked != 1) {
            throw new ParameterException(
                    line,
                    "found " + (asked == 0 ? "none" : "several")
                            + ", expected one of --schema, --reference, or at least one FILE");
        }
    }

    /** Adds what is wrong with one file; an empty list means that nothing is. */
    public void add(Path file, List<Problem> problems) {
        ObjectNode document = documents.addObject().put("file", file.toString()).put("valid", problems.isEmpty());
        ArrayNode list = document.putArray("problems");
        for (Problem problem : problems) {
            list.addObject()
                    .put("file", problem.file())
                    .put("line", problem.line())
                    .put("pointer", problem.pointer())
                    .put("message", problem.message());
            code = ExitCode.BAD_INPUT;
        }
        Problem.lines(problems).forEach(console::errorLine);
        if (!json && problems.isEmpty()) {
            console.out().println(file + ": valid");
        }
    }

    /** Prints what is left to print and returns the exit code. */
    public ExitCode finish() {
        if (json) {
            JsonOutput.print(JsonOutput.object().set("files", documents), console.out());
        }
        return code;
    }
}
