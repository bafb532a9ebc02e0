package ganglion.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    private final Schema schema;

    private DocumentSchema(Supplier<String> text, JsonNode root, Schema schema) {
        this.text = text;
        this.root = root;
        this.schema = schema;
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
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
        schema.initializeValidators();
        return new DocumentSchema(text, root, schema);
    }

    /**
     * A schema that lies beside a class.
     *
     * @throws IllegalArgumentException if there is no such resource
     */
    public static DocumentSchema ofResource(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no resource " + name + " beside " + owner.getName());
            }
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }

    /** The schema as published. */
    public String text() {
        return text.get();
    }

    /** Everything that is wrong with a document, in the order of its lines; empty if it follows the schema. */
    public List<Problem> problems(Document document) {
        List<Error> errors = Alternatives.nearest(schema.validate(document.root()));
        SchemaMessages messages = new SchemaMessages(root, document);
        return errors.stream()
                .map(messages::problem)
                .distinct()
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
