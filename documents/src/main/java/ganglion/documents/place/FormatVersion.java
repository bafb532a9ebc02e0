package ganglion.documents.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Document;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.util.List;
import java.util.function.Consumer;

/**
 * Versions of the scenario format. A change that would give an older file another meaning, or none, raises the version and
 * adds a step here, which turns a document of the version before into one that means the same; additions raise nothing. Each
 * file is brought up to date before it is put together with those it extends, so that files of different ages mix.
 */
final class FormatVersion {

    /** Steps from each version to the next, from version 1 on. So far there is one version. */
    private static final List<Consumer<ObjectNode>> STEPS = List.of();

    static final FormatVersion CURRENT = new FormatVersion(STEPS);

    private static final String KEY = "format";

    private final List<Consumer<ObjectNode>> steps;

    /** @param steps the step at index {@code i} turns a document of version {@code i + 1} into the next */
    FormatVersion(List<Consumer<ObjectNode>> steps) {
        this.steps = steps;
    }

    /** The version that files are brought up to. */
    int number() {
        return steps.size() + 1;
    }

    /**
     * Brings a document up to this version in place. One that names no version is taken for the first. A version that is
     * no number is left for the schema to refuse.
     *
     * @throws InputException if the document is of a version to come
     */
    void migrate(Document document) throws InputException {
        JsonNode version = document.root().path(KEY);
        if (!(document.root() instanceof ObjectNode root) || !version.isMissingNode() && !version.isIntegralNumber()) {
            return;
        }
        if (version.asLong() > number()) {
            throw new InputException(new Problem(
                    document.file(),
                    document.line("/" + KEY),
                    "/" + KEY,
                    "found version " + version + ", expected at most " + number()
                            + ", the newest that this Ganglion knows"));
        }
        for (int from = Math.max(1, version.asInt(1)); from < number(); from++) {
            steps.get(from - 1).accept(root);
        }
        if (version.asInt(1) >= 1 && number() > 1) {
            root.put(KEY, number());
        }
    }
}
