package ganglion.documents.place;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of documents that verbs take, told apart by the key of the root that holds the name. */
public enum DocumentKind {
    SCENARIO("scenario", "a scenario", "ganglion run"),
    /** Before an experiment, which a search names by the key of an experiment. */
    SEARCH("search", "a search", "ganglion explore"),
    EXPERIMENT("experiment", "an experiment", "ganglion train"),
    ACTIVITY("activity", "an activity file", "ganglion cost");

    final String key;
    private final String words;
    private final String command;

    DocumentKind(String key, String words, String command) {
        this.key = key;
        this.words = words;
        this.command = command;
    }

    /** The kind of a document; empty if it has a name of no kind. */
    static Optional<DocumentKind> of(JsonNode root) {
        return Stream.of(values())
                .filter(kind -> root.path(kind.key).isTextual())
                .findFirst();
    }

    /**
     * The kind of a file, whose name may stand in a file that it extends; empty if there is none, or the file cannot be read: reading it as what it
     * may be reports what is wrong with it.
     *
     * @param allowOutsidePaths whether it may extend files outside of its folder
     */
    public static Optional<DocumentKind> of(Path file, boolean allowOutsidePaths) {
        try {
            Optional<DocumentKind> own = of(new DocumentReader().read(file).root());
            return own.isPresent()
                    ? own
                    : ReadDocument.of(file, allowOutsidePaths).kind();
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /** @throws InputException in one line if a document is of another kind */
    public void check(String file, JsonNode root) throws InputException {
        Optional<DocumentKind> found = of(root);
        if (found.isPresent() && found.get() != this) {
            DocumentKind other = found.get();
            throw new InputException(
                    file,
                    "found " + other.words + ", expected " + words + "; use " + other.command + " for " + other.words);
        }
    }
}
