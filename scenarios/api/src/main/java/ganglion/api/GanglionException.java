package ganglion.api;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What went wrong, told as the command line tells it: every problem with its place, what was found there and what was expected. Either
 * {@linkplain InvalidInputException what was given} cannot be used, or {@linkplain FailedOutputException a file} cannot be written.
 *
 * <pre>{@code
 * RunnableScenario scenario = GanglionApi.scenario(Path.of("scenario.yaml"));
 * try {
 *     scenario.with("/clock/duration", millis(0.3));
 * } catch (GanglionException e) {
 *     for (GanglionException.Fault fault : e.faults()) {
 *         System.err.println(fault.file() + " " + fault.line() + " " + fault.pointer());
 *         System.err.println(fault.found() + " in place of " + fault.expected());
 *     }
 * }
 * }</pre>
 *
 * <p>Arguments that are null are told by a {@link NullPointerException}, and calls that are not allowed any more, as of something that was
 * closed, by an {@link IllegalStateException}. Everything else is a fault of Ganglion.
 */
@API(status = Status.STABLE, since = "0.2")
public abstract sealed class GanglionException extends RuntimeException
        permits InvalidInputException, FailedOutputException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    GanglionException(List<Fault> faults, Throwable cause) {
        super(String.join("\n", faults.stream().map(Fault::toString).toList()), cause);
        this.faults = List.copyOf(faults);
    }

    /** All problems, at least one, in the order of their places. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * One problem.
     *
     * @param file the file as it was named; for a network that was built in code {@code network NAME}; empty if the problem is with an argument
     * @param line line in the file, counted from 1; 0 if there is none
     * @param pointer JSON pointer of the value in the file, such as {@code /clock/duration}; empty if there is none
     * @param message the problem in one line, without its place
     */
    public record Fault(String file, int line, String pointer, String message) {

        private static final String FOUND = "found ";
        private static final String EXPECTED = ", expected ";

        /** What was found, as the message has it; empty if it does not say. */
        public Optional<String> found() {
            int start = message.indexOf(FOUND);
            int end = message.indexOf(EXPECTED, Math.max(0, start));
            return start < 0
                    ? Optional.empty()
                    : Optional.of(message.substring(start + FOUND.length(), end < 0 ? message.length() : end));
        }

        /** What was expected, as the message has it; empty if it does not say. */
        public Optional<String> expected() {
            int start = message.indexOf(EXPECTED);
            return start < 0 ? Optional.empty() : Optional.of(message.substring(start + EXPECTED.length()));
        }

        /** The problem with its place in one line. */
        @Override
        public String toString() {
            return new Problem(file, line, pointer, message).oneLine();
        }
    }

    /** A call of the engine, whose exceptions are checked ones. */
    @FunctionalInterface
    interface EngineCall<T> {

        T get() throws InputException, OutputException, IOException;
    }

    /** Calls the engine, and throws what it throws as one of these. */
    static <T> T translated(EngineCall<T> call) {
        try {
            return call.get();
        } catch (InputException e) {
            throw new InvalidInputException(
                    e.problems().stream().map(GanglionException::fault).toList());
        } catch (OutputException e) {
            throw new FailedOutputException(e.getMessage(), e.getCause());
        } catch (UncheckedIOException e) {
            throw failed(e.getCause());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Where no place is known but that of the system's message, which gives the reason by its class. */
    private static FailedOutputException failed(IOException e) {
        String file = e instanceof FileSystemException system ? system.getFile() : null;
        String message = file == null ? String.valueOf(e.getMessage()) : new OutputException(file, e).getMessage();
        return new FailedOutputException(message, e);
    }

    /** Values that were set by a call have no file. */
    private static Fault fault(Problem problem) {
        String file = problem.file().startsWith("--") ? "" : problem.file();
        return new Fault(file, problem.line(), problem.pointer(), problem.message());
    }
}
