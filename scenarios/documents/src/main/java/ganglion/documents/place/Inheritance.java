package ganglion.documents.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a scenario file and the files that it extends, and lays it over them. */
final class Inheritance {

    private static final String EXTENDS = "extends";
    private static final String FORMAT = "format";
    private static final int NEWEST_FORMAT = 1;
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
        checkVersion(document);
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

    /**
     * A change that would give an older file another meaning, or none, raises the version; additions raise nothing. A version that is no
     * number is left for the schema to refuse.
     *
     * @throws InputException if a document is of a version to come
     */
    private static void checkVersion(Document document) throws InputException {
        JsonNode version = document.root().path(FORMAT);
        if (version.isIntegralNumber() && version.asLong() > NEWEST_FORMAT) {
            throw refusal(
                    document,
                    "/" + FORMAT,
                    "found version " + version + ", expected at most " + NEWEST_FORMAT
                            + ", the newest that this Ganglion knows");
        }
    }

    /**
     * A tree of values, each of which remembers where it was written. Layers are laid over each other as by JSON Merge Patch
     * (RFC 7396): objects are merged key by key, null removes a key, everything else replaces. Beyond the RFC, lists whose
     * elements all have a name are merged name by name, and new names are added at the end.
     *
     * @param root the values
     * @param places where each was written, by JSON pointer
     */
    record DocumentLayer(JsonNode root, Map<String, Written> places) {

        /** A line of a file. */
        record Written(String file, int line) {}

        static DocumentLayer of(Document document) {
            Map<String, Written> places = new HashMap<>();
            document.lines().forEach((pointer, line) -> places.put(pointer, new Written(document.file(), line)));
            return new DocumentLayer(document.root(), places);
        }

        /** This with another laid over it. */
        DocumentLayer under(DocumentLayer upper) {
            Merge merge = new Merge(this, upper);
            return new DocumentLayer(merge.merged("", root, "", upper.root, ""), merge.places);
        }

        /** One merge of two layers, which notes where the values of the result come from. */
        private static final class Merge {

            private static final String NAME = "name";

            private final DocumentLayer lower;
            private final DocumentLayer upper;
            private final Map<String, Written> places = new HashMap<>();

            Merge(DocumentLayer lower, DocumentLayer upper) {
                this.lower = lower;
                this.upper = upper;
            }

            /** Three pointers, because a named element may stand at another index in each layer and in the result. */
            JsonNode merged(String place, JsonNode below, String belowPlace, JsonNode above, String abovePlace) {
                if (below.isObject() && above.isObject()) {
                    note(place, upper, abovePlace);
                    return objects(place, below, belowPlace, above, abovePlace);
                }
                if (isNamed(below) && isNamed(above)) {
                    note(place, upper, abovePlace);
                    return lists(place, below, belowPlace, above, abovePlace);
                }
                return copied(place, above, upper, abovePlace);
            }

            private ObjectNode objects(
                    String place, JsonNode below, String belowPlace, JsonNode above, String abovePlace) {
                ObjectNode result = JsonNodeFactory.instance.objectNode();
                for (Map.Entry<String, JsonNode> entry : below.properties()) {
                    String key = entry.getKey();
                    String target = JsonPointers.member(place, key);
                    String source = JsonPointers.member(belowPlace, key);
                    if (!above.has(key)) {
                        result.set(key, copied(target, entry.getValue(), lower, source));
                    } else if (!above.get(key).isNull()) {
                        String over = JsonPointers.member(abovePlace, key);
                        result.set(key, merged(target, entry.getValue(), source, above.get(key), over));
                    }
                }
                for (Map.Entry<String, JsonNode> entry : above.properties()) {
                    if (!below.has(entry.getKey()) && !entry.getValue().isNull()) {
                        String key = entry.getKey();
                        String source = JsonPointers.member(abovePlace, key);
                        result.set(key, copied(JsonPointers.member(place, key), entry.getValue(), upper, source));
                    }
                }
                return result;
            }

            private ArrayNode lists(
                    String place, JsonNode below, String belowPlace, JsonNode above, String abovePlace) {
                ArrayNode result = JsonNodeFactory.instance.arrayNode();
                Map<String, Integer> changes = new LinkedHashMap<>();
                for (int i = 0; i < above.size(); i++) {
                    changes.put(above.get(i).get(NAME).asText(), i);
                }
                for (int i = 0; i < below.size(); i++) {
                    String target = JsonPointers.element(place, result.size());
                    String source = JsonPointers.element(belowPlace, i);
                    Integer change = changes.remove(below.get(i).get(NAME).asText());
                    result.add(
                            change == null
                                    ? copied(target, below.get(i), lower, source)
                                    : merged(
                                            target,
                                            below.get(i),
                                            source,
                                            above.get(change),
                                            JsonPointers.element(abovePlace, change)));
                }
                for (int added : changes.values()) {
                    String target = JsonPointers.element(place, result.size());
                    result.add(copied(target, above.get(added), upper, JsonPointers.element(abovePlace, added)));
                }
                return result;
            }

            private static boolean isNamed(JsonNode list) {
                if (!list.isArray()) {
                    return false;
                }
                for (JsonNode element : list) {
                    if (!element.path(NAME).isTextual()) {
                        return false;
                    }
                }
                return !list.isEmpty();
            }

            private JsonNode copied(String place, JsonNode value, DocumentLayer from, String source) {
                note(place, from, source);
                for (Map.Entry<String, JsonNode> entry : value.properties()) {
                    String key = entry.getKey();
                    copied(JsonPointers.member(place, key), entry.getValue(), from, JsonPointers.member(source, key));
                }
                for (int i = 0; value.isArray() && i < value.size(); i++) {
                    copied(JsonPointers.element(place, i), value.get(i), from, JsonPointers.element(source, i));
                }
                return value;
            }

            private void note(String place, DocumentLayer from, String source) {
                Written written = from.places.get(source);
                if (written != null) {
                    places.put(place, written);
                }
            }
        }
    }
}
