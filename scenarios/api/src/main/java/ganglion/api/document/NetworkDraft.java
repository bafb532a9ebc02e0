package ganglion.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ArrayNode inputs = root.arrayNode();
    private final ArrayNode populations = root.arrayNode();
    private final ArrayNode projections = root.arrayNode();
    private final List<NamedArrays> arrays = new ArrayList<>();
    private int fileCount;

    /** Arrays whose file a value of the document names. */
    private record NamedArrays(ObjectNode into, String key, String name, ArrayContent content) {}

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
     * Has a value name a file with arrays, which is written with the document.
     *
     * @param what a word for the name of the file
     */
    public void putArrays(ObjectNode into, String key, String what, ArrayContent content) {
        arrays.removeIf(earlier -> earlier.into == into && earlier.key.equals(key));
        into.put(key, "");
        arrays.add(new NamedArrays(into, key, what + "-" + ++fileCount + content.ending(), content));
    }

    /**
     * Writes the files with arrays into a new folder.
     *
     * @return the folder; empty if there are no arrays
     */
    public Optional<TemporaryFolder> writeArrays() throws IOException {
        if (arrays.isEmpty()) {
            return Optional.empty();
        }
        TemporaryFolder folder = TemporaryFolder.create("network");
        for (NamedArrays each : arrays) {
            Path file = folder.path().resolve(each.name);
            each.content.write(file);
            each.into.put(each.key, file.toString());
        }
        return Optional.of(folder);
    }

    /** A copy of the document as it is now, in which arrays are where they were written last. */
    public ObjectNode document() {
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
