package ganglion.hardware;

import ganglion.documents.DocumentProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A profile cannot be used: the document is unreadable or wrong, or there is no profile of that name. */
public final class ProfileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<DocumentProblem> problems;

    ProfileException(List<DocumentProblem> problems) {
        super(problems.stream().map(DocumentProblem::oneLine).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, one line each, in the order of the document. */
    public List<DocumentProblem> problems() {
        return problems;
    }
}
