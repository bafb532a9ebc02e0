package ganglion.api;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What was given cannot be used, or a file cannot be written, told as the command line tells it: every problem with its place, what was found
 * there and what was expected. Where a file cannot be written, the cause is an {@link IOException}, and what was there stays; else nothing was run.
 *
 * <pre>{@code
 * RunnableScenario scenario = GanglionApi.scenario(Path.of("scenario.yaml"));
 * try {
 *     scenario.with("/clock/duration", millis(0.3));
 * } catch (GanglionException e) {
 *     e.problems().forEach(problem -> System.err.println(problem.pointer() + ": " + problem.message()));
 * }
 * }</pre>
 *
 * <p>Arguments that are null are told by a {@link NullPointerException}, and calls that are not allowed any more, as of something that was
 * closed, by an {@link IllegalStateException}. Everything else is a fault of Ganglion.
 */
@API(status = Status.STABLE, since = "0.2")
public final class GanglionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    private GanglionException(List<Problem> problems, Throwable cause) {
        super(String.join("\n", Problem.lines(problems)), cause);
        this.problems = List.copyOf(problems);
    }

    /** A problem with an argument. */
    GanglionException(String message) {
        this("", message, null);
    }

    /** A problem with a value that was set at a pointer. */
    GanglionException(String pointer, String message, Throwable cause) {
        this(List.of(new Problem("", 0, pointer, message)), cause);
    }

    /**
     * All problems, at least one, in the order of their places. The file of a network that was built in code is {@code network NAME}; problems with
     * arguments have none.
     */
    public List<Problem> problems() {
        return problems;
    }

    /** Calls the engine, and throws its checked exceptions as one of these. */
    static <T> T translated(Callable<T> call) {
        try {
            return call.call();
        } catch (InputException e) {
            throw new GanglionException(
                    e.problems().stream().map(GanglionException::withoutOption).toList(), null);
        } catch (OutputException e) {
            throw new GanglionException("", e.getMessage(), e.getCause());
        } catch (UncheckedIOException e) {
            throw failed(e.getCause());
        } catch (IOException e) {
            throw failed(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where no place is known but that of the system's message, which gives the reason by its class. */
    private static GanglionException failed(IOException e) {
        String file = e instanceof FileSystemException system ? system.getFile() : null;
        String message = file == null ? String.valueOf(e.getMessage()) : new OutputException(file, e).getMessage();
        return new GanglionException("", message, e);
    }

    /** Values that were set by a call have no file; the engine names the option that sets them. */
    private static Problem withoutOption(Problem problem) {
        return problem.file().startsWith("--") ? new Problem("", 0, problem.pointer(), problem.message()) : problem;
    }
}
