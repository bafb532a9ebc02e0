package ganglion.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.table.NpyArray;
import ganglion.documents.table.NpzWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A scenario document that grows, whose long arrays go into binary files. What its keys are called and what they take is declared with the
 * scenario format, whose reader checks the document. Not thread safe.
 */
final class NetworkDocument {

    /** Of longer arrays nobody reads the numbers; they go into files. */
    private static final int MOST_WRITTEN_VALUES = 1000;

    /** Characters of names that become names of files. */
    private static final int WORD = 64;

    /** Maps in the order of their keys, so that documents do not depend on hashes. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final List<ArrayFile> arrays = new ArrayList<>();
    private int fileCount;

    /** Writes a file. */
    private interface Writer {

        void write(OutputStream out) throws IOException;
    }

    /**
     * Arrays whose file a value of the document names.
     *
     * @param standIn the value until the file is written; another one in its place means that the arrays are not used any more
     */
    private record ArrayFile(ObjectNode into, String key, String file, Writer writer, TextNode standIn) {

        boolean isUsed() {
            return into.get(key) == standIn;
        }
    }

    /**
     * A document that is complete.
     *
     * @param root the document
     * @param folder with the files that it names; empty if there are no long arrays
     */
    record Written(ObjectNode root, Optional<TemporaryFolder> folder) {}

    NetworkDocument(String name) {
        root.put("scenario", name);
        ObjectNode network = root.putObject("network");
        network.putArray("populations");
        network.putArray("projections");
    }

    /** A copy of a value as JSON. */
    static JsonNode json(Object value) {
        try {
            return MAPPER.valueToTree(value);
        } catch (IllegalArgumentException e) {
            throw new GanglionException("found a " + value.getClass().getName()
                    + ", expected a text, a number, true or false, a list, an array or a map");
        }
    }

    /** The root, whose members are the keys of a scenario file. */
    ObjectNode root() {
        return root;
    }

    /** An object at the root, made if there is none. */
    ObjectNode section(String key) {
        return root.withObjectProperty(key);
    }

    /** Adds an object to a list in an object at the root; each is made if there is none. */
    ObjectNode add(String section, String list) {
        return section(section).withArrayProperty(list).addObject();
    }

    /** Sets a value, which a file holds if it is a list of many numbers or a matrix of many. */
    void put(ObjectNode into, String key, String what, JsonNode value) {
        JsonNode rows = value.path(0).isArray()
                ? value
                : value.isArray() ? root.arrayNode().add(value) : value;
        int columns = rows.path(0).size();
        if ((long) rows.size() * columns <= MOST_WRITTEN_VALUES) {
            into.set(key, value);
            return;
        }
        double[] values = new double[Math.multiplyExact(rows.size(), columns)];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i / columns).path(i % columns).asDouble(Double.NaN);
        }
        putMatrix(into, key, what, values, columns);
    }

    /** Sets a matrix, row after row, which a file holds. */
    void putMatrix(ObjectNode into, String key, String what, double[] values, int columns) {
        putFile(into, key, what + ".npy", out -> {
            int[] place = {0};
            NpyArray.write(out, () -> values[place[0]++], values.length / columns, columns);
        });
    }

    /** Sets spikes, which a file holds: {@code ticks} or {@code times} in seconds, and {@code neurons}. */
    void putSpikes(ObjectNode into, String what, Object times, int[] neurons) {
        long[] numbers = Arrays.stream(neurons).asLongStream().toArray();
        putFile(into, "spikes", what + ".npz", out -> {
            try (NpzWriter npz = new NpzWriter(out)) {
                if (times instanceof long[] ticks) {
                    npz.put("ticks", ticks);
                } else {
                    npz.put("times", (double[]) times, numbers.length);
                }
                npz.put("neurons", numbers);
            }
        });
    }

    /** Has a value name a file, which is written with the document, unless another value takes its place before. */
    private void putFile(ObjectNode into, String key, String name, Writer writer) {
        TextNode standIn = new TextNode("arrays");
        into.set(key, standIn);
        int dot = name.lastIndexOf('.');
        // Names are checked with the document, which is after the files are written.
        String word = name.substring(0, Math.min(WORD, dot)).replaceAll("[^A-Za-z0-9_-]", "_");
        arrays.removeIf(earlier -> !earlier.isUsed());
        arrays.add(new ArrayFile(into, key, word + "-" + ++fileCount + name.substring(dot), writer, standIn));
    }

    /** The document as it is now, with its arrays in files of a new folder. */
    Written write() throws IOException {
        arrays.removeIf(each -> !each.isUsed());
        if (arrays.isEmpty()) {
            return new Written(root.deepCopy(), Optional.empty());
        }
        TemporaryFolder folder = TemporaryFolder.create("network");
        try {
            for (ArrayFile each : arrays) {
                Path file = folder.path().resolve(each.file);
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                    each.writer.write(out);
                }
                each.into.put(each.key, file.toString());
            }
            return new Written(root.deepCopy(), Optional.of(folder));
        } finally {
            arrays.forEach(each -> each.into.set(each.key, each.standIn));
        }
    }
}
