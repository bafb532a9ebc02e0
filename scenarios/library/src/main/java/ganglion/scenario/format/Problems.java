package ganglion.scenario.format;

import ganglion.documents.DocumentException;
import ganglion.documents.DocumentProblem;
import ganglion.scenario.InputException;
import ganglion.scenario.Problem;

/** Carries problems of documents over into ours. */
final class Problems {

    private Problems() {}

    static Problem of(DocumentProblem problem) {
        return new Problem(problem.file(), problem.line(), problem.pointer(), problem.message());
    }

    static InputException of(DocumentException refusal) {
        return new InputException(refusal.problems().stream().map(Problems::of).toList());
    }
}
