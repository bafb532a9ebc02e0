package ganglion.hardware.library;

import ganglion.documents.Problem;
import java.util.List;

/** A profile cannot be used: the document is unreadable or wrong, or there is no profile of that name. */
public final class ProfileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ProfileException(List<Problem> problems) {
        super(String.join("\n", Problem.lines(problems)));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, one line each, in the order of the document. */
    public List<Problem> problems() {
        return problems;
    }
}
