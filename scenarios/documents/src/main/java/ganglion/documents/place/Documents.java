package ganglion.documents.place;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Reads files of whatever schema by the rules of scenario files: YAML or JSON within limits, laid over what they extend, with
 * the values of the command line put in, and held to their schema. Safe to use from several threads.
 */
public final class Documents {

    private Documents() {}

    /**
     * The root of a file, from which readers walk.
     *
     * @param kind what it has to be; one of another kind is refused in one line
     * @param schema the schema that a document is held to, by its root
     * @throws InputException with every problem that was found
     */
    public static Place root(
            Path file, ReadOptions options, DocumentKind kind, Function<JsonNode, DocumentSchema> schema)
            throws InputException {
        Inherited whole = ReadDocument.of(file, options.allowOutsidePaths())
                .expect(kind)
                .with(options)
                .checked(schema);
        DocumentFolder folder = new DocumentFolder(file, options.allowOutsidePaths());
        return new Reading(whole.source(), folder).root(whole.document());
    }

    /**
     * The root of a JSON document that is part of another file.
     *
     * @param file that the document is in, for messages
     * @throws InputException with every problem that was found
     */
    public static Place root(Path file, String json, Function<JsonNode, DocumentSchema> schema) throws InputException {
        Document read = new DocumentReader().read(file + ".json", json.getBytes(StandardCharsets.UTF_8));
        return root(new Document(file.toString(), read.root(), read.lines()), schema.apply(read.root()));
    }

    /**
     * The root of a document that is in memory and extends nothing.
     *
     * @throws InputException with every problem that was found
     */
    public static Place root(Document document, DocumentSchema schema) throws InputException {
        schema.check(document);
        return root(document);
    }

    /** The root of a document that is in memory, extends nothing, and is known to follow its schema. */
    public static Place root(Document document) {
        SourceMap source = new SourceMap(document.file(), document.lines());
        return new Reading(source, new DocumentFolder(Path.of(document.file()), false)).root(document);
    }
}
