package ganglion.documents.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.JsonPointers;
import ganglion.documents.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a scenario file and the files that it extends, and lays it over them. */
final class Inheritance {

    private static final String EXTENDS = "extends";
    private static final int MOST_FILES = 64;

    private final DocumentFolder folder;
    private final DocumentReader reader = new DocumentReader();
    private int files;

    private Inheritance(DocumentFolder folder) {
        this.folder = folder;
    }

    /**
     * The document of a file with all that it extends below it.
     *
     * @throws InputException if a file is extended in a circle, does not exist, is of a future version, or is no document
     */
    static Inherited read(Path file, DocumentFolder folder) throws InputException {
        return new Inheritance(folder).read(file);
    }

    private Inherited read(Path file) throws InputException {
        DocumentLayer layer = layer(file, List.of());
        String name = file.toString();
        Map<String, Integer> lines = new HashMap<>();
        Map<String, String> inherited = new HashMap<>();
        layer.places().forEach((pointer, written) -> {
            lines.put(pointer, written.line());
            if (!written.file().equals(name)) {
                inherited.put(pointer, written.file());
            }
        });
        return new Inherited(new Document(name, layer.root(), lines), inherited);
    }

    private DocumentLayer layer(Path file, List<Path> chain) throws InputException {
        Document document = reader.read(file);
        FormatVersion.CURRENT.migrate(document);
        DocumentLayer own = DocumentLayer.of(document);
        List<String> bases = bases(document);
        if (bases.isEmpty()) {
            return own;
        }
        List<Path> longer = new ArrayList<>(chain);
        longer.add(identity(file));
        DocumentLayer below = null;
        for (int i = 0; i < bases.size(); i++) {
            String pointer = bases.size() == 1 ? "/extends" : JsonPointers.element("/extends", i);
            DocumentLayer base = layer(base(document, pointer, bases.get(i), longer), longer);
            if (!(base.root() instanceof ObjectNode keys)) {
                throw refusal(
                        document,
                        pointer,
                        "found \"" + bases.get(i) + "\", which holds no keys, expected a document to extend");
            }
            keys.remove(EXTENDS);
            below = below == null ? base : below.under(base);
        }
        return below.under(own);
    }

    /** What a document extends, if it says so in a way that the schema allows; else the schema will refuse it. */
    private static List<String> bases(Document document) {
        JsonNode extended = document.root().path(EXTENDS);
        List<String> bases = new ArrayList<>();
        if (extended.isTextual()) {
            bases.add(extended.textValue());
        }
        for (JsonNode base : extended) {
            if (base.isTextual()) {
                bases.add(base.textValue());
            }
        }
        return bases;
    }

    private Path base(Document document, String pointer, String written, List<Path> chain) throws InputException {
        Path file = Path.of(document.file());
        Path found;
        try {
            found = folder.resolve(written, file, true).resolved();
        } catch (IllegalArgumentException e) {
            throw refusal(document, pointer, e.getMessage());
        }
        if (chain.contains(identity(found))) {
            throw refusal(document, pointer, "found \"" + written + "\", which extends this file in turn");
        }
        if (++files > MOST_FILES) {
            throw refusal(document, pointer, "found more than " + MOST_FILES + " files that are extended");
        }
        // Named as the user named the first file, so that messages have no absolute paths that nobody wrote.
        return Path.of(written).isAbsolute()
                ? found
                : file.resolveSibling(written).normalize();
    }

    private static InputException refusal(Document document, String pointer, String message) {
        return new InputException(new Problem(document.file(), document.line(pointer), pointer, message));
    }

    private static Path identity(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
