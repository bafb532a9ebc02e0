package ganglion.documents;

import java.io.Serial;
import java.util.List;

/**
 * What the user gave cannot be used; nothing was run. Carries every problem that was found, in the order of their places,
 * so that a file can be mended in one go.
 */
public final class InputException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** @throws IllegalArgumentException if there is no problem */
    public InputException(List<Problem> problems) {
        super(String.join("\n", Problem.lines(problems)));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an input without problems is no reason to stop");
        }
        this.problems = List.copyOf(problems);
    }

    public InputException(Problem problem) {
        this(List.of(problem));
    }

    /** One problem of a file as a whole: see {@link Problem#Problem(Object, String)}. */
    public InputException(Object file, String message) {
        this(new Problem(file, message));
    }

    /** The problems, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
