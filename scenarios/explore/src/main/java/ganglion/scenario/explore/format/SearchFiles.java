package ganglion.scenario.explore.format;

import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.SchemaReference;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.place.DocumentKind;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.documents.place.ReadOptions;
import ganglion.scenario.explore.Search;
import java.nio.file.Path;

/** Reads and validates search documents. Safe to use from several threads. */
public final class SearchFiles {

    private SearchFiles() {}

    /**
     * How a document was asked for.
     *
     * @param file the document, absolute
     * @param outside whether paths may lead out of its folder
     */
    record Asked(Path file, boolean outside) {}

    /** The schema is made when the first document is read. */
    private static final class Schema {

        private static final DocumentSchema CHECKED = SchemaWriter.schema(
                "urn:ganglion:search:1",
                "A search says what may vary in an experiment, and what is wanted of the networks on which devices.",
                SearchKeys.ROOT);
    }

    /**
     * Reads a search and the files that it extends: YAML, or JSON where the name ends in {@code .json}.
     *
     * @param options what the command line sets
     * @throws InputException with every problem of the file that was found
     */
    public static Search read(Path file, ReadOptions options) throws InputException {
        Place root = Documents.root(file, options, DocumentKind.SEARCH, document -> Schema.CHECKED);
        root.reading()
                .setContext(Asked.class, new Asked(file.toAbsolutePath().normalize(), options.allowOutsidePaths()));
        Search search = SearchKeys.ROOT.read(root);
        root.reading().throwIfProblems();
        return search;
    }

    /** The JSON Schema of search documents, draft 2020-12. */
    public static String schema() {
        return Schema.CHECKED.text();
    }

    /** The reference page of search documents, in Markdown. */
    public static String reference() {
        return SchemaReference.markdown(schema(), "Search reference", "ganglion explore --reference");
    }
}
