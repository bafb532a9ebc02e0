package ganglion.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scenario document that grows. What its keys are called and what they take is declared with the scenario format, whose reader checks the
 * document. Not thread safe.
 */
public final class NetworkDraft {

    /** Characters of names that become names of files. */
    private static final int WORD = 64;

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ArrayNode inputs = root.arrayNode();
    private final ArrayNode populations = root.arrayNode();
    private final ArrayNode projections = root.arrayNode();
    private final List<NamedArrays> arrays = new ArrayList<>();
    private int fileCount;

    /**
     * Arrays whose file a value of the document names.
     *
     * @param standIn the value until the file is written; another one in its place means that the arrays are not used any more
     */
    private record NamedArrays(ObjectNode into, String key, String name, ArrayContent content, TextNode standIn) {

        boolean isUsed() {
            return into.get(key) == standIn;
        }
    }

    /** An empty document. */
    public NetworkDraft(String name) {
        root.put("scenario", name);
    }

    /** Sets a value at the root. */
    public void put(String key, JsonNode value) {
        root.set(key, value);
    }

    /** An object at the root, made if there is none. */
    public ObjectNode section(String key) {
        return root.withObjectProperty(key);
    }

    /** A list in an object at the root, made if there is none. */
    public ArrayNode list(String section, String key) {
        return section(section).withArrayProperty(key);
    }

    /** Adds an input. */
    public ObjectNode addInput(String name) {
        return inputs.addObject().put("name", name);
    }

    /** Adds a population. */
    public ObjectNode addPopulation(String name, int size) {
        return populations.addObject().put("name", name).put("size", size);
    }

    /** Adds a projection. */
    public ObjectNode addProjection(String from, String to) {
        return projections.addObject().put("from", from).put("to", to);
    }

    /**
     * Has a value name a file with arrays, which is written with the document, unless another value takes its place before.
     *
     * @param what a word for the name of the file
     */
    public void putArrays(ObjectNode into, String key, String what, ArrayContent content) {
        TextNode standIn = new TextNode("arrays");
        into.set(key, standIn);
        arrays.removeIf(earlier -> !earlier.isUsed());
        arrays.add(new NamedArrays(into, key, fileName(what) + content.ending(), content, standIn));
    }

    /** Names are checked with the document, which is after the files are written. */
    private String fileName(String what) {
        String plain = what.replaceAll("[^A-Za-z0-9_-]", "_");
        return plain.substring(0, Math.min(WORD, plain.length())) + "-" + ++fileCount;
    }

    /** The document as it is now, with its arrays in files of a new folder. */
    public NetworkDocument write() throws IOException {
        arrays.removeIf(each -> !each.isUsed());
        if (arrays.isEmpty()) {
            return new NetworkDocument(copy(), Optional.empty());
        }
        TemporaryFolder folder = TemporaryFolder.create("network");
        try {
            for (NamedArrays each : arrays) {
                Path file = folder.path().resolve(each.name);
                each.content.write(file);
                each.into.put(each.key, file.toString());
            }
            return new NetworkDocument(copy(), Optional.of(folder));
        } finally {
            arrays.forEach(each -> each.into.set(each.key, each.standIn));
        }
    }

    private ObjectNode copy() {
        ObjectNode copy = root.deepCopy();
        if (!inputs.isEmpty()) {
            copy.set("inputs", inputs.deepCopy());
        }
        ObjectNode network = copy.putObject("network");
        network.set("populations", populations.deepCopy());
        network.set("projections", projections.deepCopy());
        return copy;
    }
}
