package ganglion.scenario.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.place.DocumentPath;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A scenario as one document: with all that it extends, with the settings of the command line, and with the values of its expressions. May be
 * changed; not thread safe.
 */
public final class WholeScenario {

    private final ObjectNode tree;
    private final Map<String, DocumentPath> files;

    WholeScenario(ObjectNode tree, Map<String, DocumentPath> files) {
        this.tree = tree;
        this.files = new TreeMap<>(files);
    }

    /** The document. */
    public ObjectNode tree() {
        return tree;
    }

    /** The files that its values name, by the pointer of the value. */
    public Map<String, DocumentPath> files() {
        return Collections.unmodifiableMap(files);
    }

    /**
     * Has a value name a file by another name.
     *
     * @param pointer of {@link #files}
     */
    public void rename(String pointer, String name) {
        int slash = pointer.lastIndexOf('/');
        String key = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        JsonNode parent = tree.at(pointer.substring(0, slash));
        String text = tree.at(pointer).textValue();
        TextNode renamed = TextNode.valueOf(
                name + text.substring(files.get(pointer).written().length()));
        if (parent instanceof ObjectNode object) {
            object.set(key, renamed);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(key), renamed);
        }
    }
}
