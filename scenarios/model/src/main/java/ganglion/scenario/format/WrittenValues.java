package ganglion.scenario.format;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.JsonPointers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** The values of a scenario one by one, so that two runs can be compared by what was asked for. */
final class WrittenValues {

    /** A document of more was made by a program, and nobody reads the differences of two of them value by value. */
    private static final int MOST_VALUES = 5000;

    /** A list of more values is compared as a whole. */
    private static final int MOST_ELEMENTS = 16;

    /** What a scenario is called changes nothing of its run. */
    private static final Set<String> WORDS = Set.of("scenario", "description", "tags");

    private final Map<String, String> values = new LinkedHashMap<>();

    private WrittenValues() {}

    /**
     * The text of each value by JSON pointer, in the order of the document; a longer list is one text with its length and a checksum.
     *
     * @param root the document, with what it extends and what the command line sets
     * @return empty if there are more than 5000 values
     */
    static Map<String, String> of(JsonNode root) {
        WrittenValues written = new WrittenValues();
        root.properties().stream()
                .filter(member -> !WORDS.contains(member.getKey()))
                .forEach(member -> written.add(JsonPointers.member("", member.getKey()), member.getValue()));
        return written.values.size() > MOST_VALUES ? Map.of() : Collections.unmodifiableMap(written.values);
    }

    private void add(String pointer, JsonNode node) {
        if (values.size() > MOST_VALUES) {
            return;
        }
        if (node.isValueNode()) {
            values.put(pointer, node.asText());
        } else if (node.isArray() && node.size() > MOST_ELEMENTS && node.get(0).isValueNode()) {
            CRC32 checksum = new CRC32();
            checksum.update(node.toString().getBytes(StandardCharsets.UTF_8));
            values.put(pointer, String.format(Locale.ROOT, "%d values, CRC-32 %08x", node.size(), checksum.getValue()));
        } else if (node.isEmpty()) {
            values.put(pointer, node.toString());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(JsonPointers.element(pointer, i), node.get(i));
            }
        } else {
            node.properties().forEach(member -> add(JsonPointers.member(pointer, member.getKey()), member.getValue()));
        }
    }
}
