package ganglion.documents.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Document;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.JsonPointers;
import ganglion.documents.Problem;
import ganglion.documents.variable.Variables;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A file over all that it extends, read once, or a document that a program has made, of which any number of versions are made with other
 * values in it. Never changes; safe to use from several threads.
 */
public final class ReadDocument {

    private final Inherited whole;

    private ReadDocument(Inherited whole) {
        this.whole = whole;
    }

    /**
     * Reads a file and those that it extends.
     *
     * @throws InputException if one of them cannot be read, or extends what it must not
     */
    public static ReadDocument of(Path file, boolean allowOutsidePaths) throws InputException {
        return new ReadDocument(Inheritance.read(file, new DocumentFolder(file, allowOutsidePaths)));
    }

    /**
     * A document that a program has made, which extends nothing and has no lines.
     *
     * @param name what messages call it in place of a file; relative paths in it start from the folder that this name, taken as a path, lies
     *     in
     * @param root its content; a copy is taken
     */
    public static ReadDocument made(String name, JsonNode root) {
        return new ReadDocument(new Inherited(new Document(name, root.deepCopy(), Map.of()), Map.of()));
    }

    /** Where its values stand. */
    public SourceMap source() {
        return whole.source();
    }

    /** Its name; empty if it has none. */
    public Optional<String> name() {
        return kind().map(kind -> whole.document().root().path(kind.key).textValue());
    }

    /** Its kind; empty if it has a name of none. */
    Optional<DocumentKind> kind() {
        return DocumentKind.of(whole.document().root());
    }

    /**
     * This, which is of a kind, or of none.
     *
     * @throws InputException in one line if it is of another kind
     */
    public ReadDocument expect(DocumentKind kind) throws InputException {
        kind.check(whole.document().file(), whole.document().root());
        return this;
    }

    /** The same without a key of its root, and without the lines of what the key holds. */
    public ReadDocument without(String key) {
        Document document = whole.document();
        JsonNode root = document.root().deepCopy();
        if (root instanceof ObjectNode object) {
            object.remove(key);
        }
        Set<String> removed = Set.of(JsonPointers.member("", key));
        Map<String, Integer> lines = new HashMap<>(document.lines());
        lines.keySet().removeIf(pointer -> Inherited.isWithin(pointer, removed));
        // Files of a sweep are looked up after the sweep is gone.
        return new ReadDocument(new Inherited(new Document(document.file(), root, lines), whole.files()));
    }

    /**
     * A version with other values, and with those of the expressions that use its variables.
     *
     * @param options the values
     * @param schema the schema that a document is held to, by its root
     * @throws InputException with every problem that was found
     */
    public Inherited with(ReadOptions options, Function<JsonNode, DocumentSchema> schema) throws InputException {
        Inherited version = with(options);
        Variables resolved = Variables.resolve(version.document());
        if (!resolved.problems().isEmpty()) {
            throw version.refusal(resolved.problems());
        }
        return version.moved(resolved.lists(), resolved.origins()).checked(schema);
    }

    /**
     * The same with another value, as of a document that has it already; so one pointer can add to a list any number of times.
     *
     * @param pointer JSON pointer, as in {@link ReadOptions}
     * @param text the value, written as in YAML
     * @throws InputException if the value cannot be put there
     */
    public ReadDocument changed(String pointer, String text) throws InputException {
        return new ReadDocument(with(new ReadOptions(Map.of(pointer, text), Set.of(), false)));
    }

    /** A version with other values, whose tree is its own. */
    Inherited with(ReadOptions options) throws InputException {
        Map<String, String> settings = options.settings();
        Document document = whole.document();
        List<Problem> undeclared = Variables.undeclared(document, settings.keySet());
        if (!undeclared.isEmpty()) {
            throw new InputException(undeclared);
        }
        Document changed = settings.isEmpty()
                ? new Document(document.file(), document.root().deepCopy(), document.lines())
                : Settings.apply(document, options);
        return whole.with(changed, settings.keySet());
    }
}
