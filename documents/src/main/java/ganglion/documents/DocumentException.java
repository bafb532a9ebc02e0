package ganglion.documents;

import java.util.List;
import java.util.stream.Collectors;

/** A document cannot be read, or does not follow its schema. */
public final class DocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<DocumentProblem> problems;

    /** @param problems at least one */
    public DocumentException(List<DocumentProblem> problems) {
        super(problems.stream().map(DocumentProblem::oneLine).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the document. */
    public List<DocumentProblem> problems() {
        return problems;
    }
}
