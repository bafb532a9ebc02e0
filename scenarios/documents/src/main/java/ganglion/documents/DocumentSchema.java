package ganglion.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * A JSON Schema (draft 2020-12) that documents are checked against. Messages are made from the schema itself: where a
 * schema has a {@code title}, that is what the message expects, so a title reads like {@code an energy such as 23.6 pJ}.
 * Alternatives are written with {@code oneOf}; of these, only the one that the document comes nearest to is reported.
 * Safe to share between threads.
 */
public final class DocumentSchema {

    private final Supplier<String> text;
    private final JsonNode root;

    private DocumentSchema(Supplier<String> text, JsonNode root) {
        this.text = text;
        this.root = root;
    }

    /**
     * A schema given as JSON text.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public static DocumentSchema of(String text) {
        try {
            return of(new ObjectMapper().readTree(text), () -> text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * A schema given as a tree.
     *
     * @param root that documents are checked against
     * @param text the schema as published, which may say more about what a key means
     */
    public static DocumentSchema of(JsonNode root, Supplier<String> text) {
        return new DocumentSchema(text, root);
    }

    /** The schema as published. */
    public String text() {
        return text.get();
    }

    /** Everything that is wrong with a document, in the order of its lines; empty if it follows the schema. */
    public List<Problem> problems(Document document) {
        return new SchemaCheck(root, document)
                .problems().stream()
                        .sorted(Comparator.comparingInt(Problem::line))
                        .toList();
    }

    /** @throws InputException if the document does not follow the schema */
    public void check(Document document) throws InputException {
        List<Problem> problems = problems(document);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }
}
