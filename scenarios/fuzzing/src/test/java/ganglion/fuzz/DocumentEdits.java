package ganglion.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes documents value by value, where changed bytes would rarely leave a document. An input that begins with {@link #MARK}
 * is a program: which document, and edits of three numbers each, namely which value, what happens to it, and with what. Other
 * inputs are documents themselves. The result is JSON, which YAML includes.
 */
final class DocumentEdits {

    /** Begins no text in UTF-8. */
    private static final byte MARK = (byte) 0xFF;

    private static final int MOST_EDITS = 8;

    /** Deeper than any reader goes. */
    private static final int DEEP = 200;

    /** Comes out of JSON as an escape, and marks what is put in without quotes or without itself. */
    private static final String RAW = "\u0000";

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1 tick",
            "-1 ms",
            "0 ms",
            "1e300 s",
            "1e-300 s",
            "0.1 us",
            "1 parsec",
            "../up.csv",
            "/",
            "nul\u0000",
            "a".repeat(5000),
            "\u202Eevil",
            "\uD83D\uDE00",
            "*",
            "?",
            "weights.npz#x",
            "#",
            "all",
            "lif",
            "in",
            "out",
            "uniform",
            "one-to-one",
            "1..3",
            "%s",
            "${user.home}",
            "true",
            "1 GHz",
            "inf",
            "NaN");

    /** What YAML makes values of that JSON has not. */
    private static final List<String> RAW_WORDS = List.of(
            ".nan",
            ".inf",
            "-.inf",
            "1e999",
            "0x7fffffff",
            "0o17",
            "1_000",
            "!!binary AA==",
            "&a [*a]",
            "*a",
            "2026-01-01",
            "~",
            "9223372036854775808",
            "-0.0",
            "1:30",
            "[",
            "}",
            "? x");

    private static final double[] NUMBERS = {
        0,
        1,
        -1,
        0.5,
        2,
        3,
        1e-320,
        1e-9,
        1e9,
        2147483647,
        2147483648.0,
        9223372036854775807.0,
        1e18,
        1e308,
        -1e308,
        1e-30,
        255,
        65536
    };

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<JsonNode> documents;

    private DocumentEdits(List<JsonNode> documents) {
        this.documents = documents;
    }

    /** Edits of what of a corpus can be read as a document. */
    static DocumentEdits ofCorpus(Class<?> test) {
        List<JsonNode> documents = new ArrayList<>();
        for (byte[] content : Corpus.of(test)) {
            try {
                JsonNode root =
                        new DocumentReader().read("corpus.yaml", content).root();
                if (root.isContainerNode()) {
                    documents.add(root);
                }
            } catch (InputException e) {
                // a damaged one, which bytes are changed of
            }
        }
        return new DocumentEdits(documents);
    }

    /** The document that a program makes, or the input itself. */
    byte[] apply(byte[] input) {
        if (input.length < 2 || input[0] != MARK) {
            return input;
        }
        ByteBuffer program = ByteBuffer.wrap(input, 1, input.length - 1);
        ArrayNode holder = NODES.arrayNode();
        holder.add(documents
                .get(Byte.toUnsignedInt(program.get()) % documents.size())
                .deepCopy());
        for (int edit = 0; edit < MOST_EDITS && program.remaining() >= 4; edit++) {
            List<Spot> spots = new ArrayList<>();
            collect(holder, spots);
            Spot spot = spots.get(Short.toUnsignedInt(program.getShort()) % spots.size());
            edit(spot, spots, Byte.toUnsignedInt(program.get()), Byte.toUnsignedInt(program.get()));
            if (holder.isEmpty()) {
                break;
            }
        }
        String text = holder.isEmpty() ? "" : holder.get(0).toString();
        return text.replaceAll("\"\\\\u0000([^\"]*)\\\\u0000\"", "$1")
                .replace("\\u0000", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private record Spot(JsonNode parent, String key, int index) {

        JsonNode value() {
            return parent instanceof ObjectNode ? parent.get(key) : parent.get(index);
        }

        void put(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(key, value);
            } else {
                ((ArrayNode) parent).set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(key);
            } else {
                ((ArrayNode) parent).remove(index);
            }
        }

        void repeat() {
            if (parent instanceof ObjectNode object) {
                object.set(key + RAW, value().deepCopy()); // the same key once the mark is gone
            } else {
                ((ArrayNode) parent).insert(index, value().deepCopy());
            }
        }

        void rename(String other) {
            if (parent instanceof ObjectNode object) {
                JsonNode value = object.remove(key);
                object.set(other, value);
            }
        }
    }

    private static void collect(JsonNode parent, List<Spot> spots) {
        if (parent instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(key -> spots.add(new Spot(parent, key, 0)));
        } else {
            for (int i = 0; i < parent.size(); i++) {
                spots.add(new Spot(parent, "", i));
            }
        }
        parent.forEach(child -> {
            if (child.isContainerNode()) {
                collect(child, spots);
            }
        });
    }

    private static void edit(Spot spot, List<Spot> spots, int operation, int argument) {
        Spot other = spots.get(argument * 7 % spots.size());
        switch (operation % 13) {
            case 0 -> spot.put(NODES.textNode(WORDS.get(argument % WORDS.size())));
            case 1 -> spot.put(NODES.numberNode(NUMBERS[argument % NUMBERS.length]));
            case 2 -> spot.put(NODES.numberNode((long) NUMBERS[argument % NUMBERS.length]));
            case 3 -> spot.put(NODES.textNode(RAW + RAW_WORDS.get(argument % RAW_WORDS.size()) + RAW));
            case 4 -> spot.remove();
            case 5 -> spot.repeat();
            case 6 -> spot.rename(other.key().isEmpty() ? WORDS.get(argument % WORDS.size()) : other.key());
            case 7 -> spot.put(other.value().deepCopy());
            case 8 -> spot.put(NODES.arrayNode().add(spot.value().deepCopy()));
            case 9 -> spot.put(NODES.objectNode().set(other.key(), spot.value().deepCopy()));
            case 10 -> spot.put(argument % 2 == 0 ? NODES.arrayNode() : NODES.objectNode());
            case 11 -> spot.put(argument % 2 == 0 ? NODES.nullNode() : NODES.booleanNode(argument % 4 == 1));
            default -> spot.put(deep(argument % DEEP));
        }
    }

    private static JsonNode deep(int levels) {
        JsonNode value = NODES.numberNode(1);
        for (int level = 0; level < levels; level++) {
            value = NODES.arrayNode().add(value);
        }
        return value;
    }
}
