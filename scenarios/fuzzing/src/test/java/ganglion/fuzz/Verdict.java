package ganglion.fuzz;

import ganglion.cli.Ganglion;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/**
 * What a command made of a damaged file. The contract: it takes the file, or refuses it as bad input with lines that name a file
 * and say what is wrong with it, in words that are no program's, unless they are quoted from the file.
 *
 * @param what what breaks the contract, with all that the command said; empty if nothing does
 */
record Verdict(Outcome outcome, String what) {

    /** From the best to the worst. */
    enum Outcome {
        ACCEPTED,
        REFUSED,
        FAULT,
        HANG
    }

    /** Most lines that a refusal may have. */
    private static final int MOST_LINES = 3;

    /** Fewest characters, after the folder, that can name a file and say what is wrong with it. */
    private static final int SHORTEST_REASON = 20;

    private static final String EXIT_CODE = "exit code ";

    private static final Pattern POINTER = Pattern.compile(": (/\\S*): ");

    /** Words that are for programmers: names of exceptions, of classes with their packages, of nothing. */
    private static final Pattern PROGRAM = Pattern.compile(
            "\\b[Ee]xception\\b|[a-z]\\w*Exception|[a-z]\\w*Error\\b|\\b(java|com|org|io|ganglion)\\.[a-z]\\w*\\.|\\(null\\)|: null\\b");

    /**
     * Runs a command line, and again with the place of the fault if there is one.
     *
     * @param place where the files are, which a message names
     */
    static Verdict ofCommand(String[] words, Workplace place) {
        Verdict verdict = run(words, place);
        if (!verdict.what.startsWith(EXIT_CODE)) {
            return verdict;
        }
        Verdict again =
                run(Stream.concat(Stream.of(words), Stream.of("--verbose")).toArray(String[]::new), place);
        return again.outcome == Outcome.FAULT ? again : verdict;
    }

    private static Verdict run(String[] words, Workplace place) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, false, false);
        StopSignal stop = new StopSignal(console);
        ExitCode code = new Ganglion(console, stop).run(words);
        stop.allWritten();
        return of(code, err.toString(StandardCharsets.UTF_8), place);
    }

    /** Calls a reader, and makes of what it throws what the command line makes of it. */
    static Verdict ofReader(Executable reader, Workplace place) {
        try {
            reader.execute();
            return new Verdict(Outcome.ACCEPTED, "");
        } catch (Throwable e) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Console console = new Console(OutputStream.nullOutputStream(), err, false, false);
            ExitCode code = new FaultReport(console, () -> false).report(e);
            if (code == ExitCode.OUR_FAULT) {
                e.printStackTrace(console.err());
            }
            return of(code, err.toString(StandardCharsets.UTF_8), place);
        }
    }

    private static Verdict of(ExitCode code, String errors, Workplace place) {
        return switch (code) {
            case FINE, EXPECTATION_FAILED -> new Verdict(Outcome.ACCEPTED, "");
            case BAD_INPUT -> refused(errors, place);
            case OUR_FAULT, INTERRUPTED -> fault(EXIT_CODE + code.number() + ": " + errors);
        };
    }

    private static Verdict refused(String errors, Workplace place) {
        List<String> lines = errors.lines().toList();
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            return fault("refused in " + lines.size() + " lines: "
                    + lines.stream().limit(3).toList());
        }
        for (String line : lines) {
            String problem = problem(line, place);
            if (!problem.isEmpty()) {
                return fault(problem + ": " + line);
            }
        }
        return new Verdict(Outcome.REFUSED, "");
    }

    private static String problem(String line, Workplace place) {
        int file = line.indexOf(place.folder());
        if (file < 0) {
            return "a refusal that names no file";
        }
        if (line.length() < file + place.folder().length() + SHORTEST_REASON) {
            return "a refusal without a reason";
        }
        return PROGRAM.matcher(withoutQuotes(withoutPointer(line, place), place))
                        .find()
                ? "a refusal in a program's words"
                : "";
    }

    /** A line without its JSON pointer, if the damaged file holds the keys in it. */
    private static String withoutPointer(String line, Workplace place) {
        Matcher pointer = POINTER.matcher(line);
        boolean held = pointer.find()
                && Stream.of(pointer.group(1).substring(1).split("/"))
                        .filter(part -> PROGRAM.matcher(part).find())
                        .allMatch(part -> place.holds(part.replace("~1", "/").replace("~0", "~")));
        return held ? line.substring(0, pointer.start(1)) + line.substring(pointer.end(1)) : line;
    }

    /** A line without the longest texts in quotation marks that the damaged file holds, which may be words of a program. */
    private static String withoutQuotes(String line, Workplace place) {
        int start = line.indexOf('"');
        int end = line.lastIndexOf('"');
        while (start >= 0 && end > start && !place.holds(line.substring(start + 1, end))) {
            end = line.lastIndexOf('"', end - 1);
        }
        if (start < 0) {
            return line;
        }
        int after = Math.max(start, end) + 1;
        return line.substring(0, after == start + 1 ? after : start) + withoutQuotes(line.substring(after), place);
    }

    static Verdict fault(String what) {
        return new Verdict(Outcome.FAULT, what);
    }

    static Verdict hang(String what) {
        return new Verdict(Outcome.HANG, what);
    }

    /** The same with something that was left behind, if so. */
    Verdict and(String leftovers) {
        return leftovers.isEmpty() || outcome == Outcome.HANG ? this : fault("left behind " + leftovers + ". " + what);
    }

    /** Equal for findings that have likely one cause. */
    String signature() {
        return what.replaceAll("\"[^\"]*\"|'[^']*'|/[^ ]*", "").replaceAll("[^A-Za-z]+", " ");
    }
}
