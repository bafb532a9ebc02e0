package ganglion.documents.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.JsonPointers;
import ganglion.documents.place.Inheritance.DocumentLayer;
import ganglion.documents.place.Inheritance.DocumentLayer.Written;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentLayerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static DocumentLayer layer(String name, String text) throws Exception {
        Document document = new DocumentReader().read(name, text.getBytes(StandardCharsets.UTF_8));
        return DocumentLayer.of(document);
    }

    private static DocumentLayer merged(String lower, String upper) throws Exception {
        return layer("lower.yaml", lower).under(layer("upper.yaml", upper));
    }

    /** The examples of RFC 7396, appendix A, but for the three whose original holds a null, which no document keeps. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":"b"}              | {"a":"c"}               | {"a":"c"}
            {"a":"b"}              | {"b":"c"}               | {"a":"b","b":"c"}
            {"a":"b"}              | {"a":null}              | {}
            {"a":"b","b":"c"}      | {"a":null}              | {"b":"c"}
            {"a":["b"]}            | {"a":"c"}               | {"a":"c"}
            {"a":"c"}              | {"a":["b"]}             | {"a":["b"]}
            {"a":{"b":"c"}}        | {"a":{"b":"d","c":null}} | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}      | {"a":[1]}               | {"a":[1]}
            ["a","b"]              | ["c","d"]               | ["c","d"]
            {"a":"b"}              | ["c"]                   | ["c"]
            {"a":"foo"}            | "bar"                   | "bar"
            """)
    void mergesAsTheStandardSays(String lower, String upper, String expected) throws Exception {
        assertEquals(JSON.readTree(expected), merged(lower, upper).root());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"name":"a","x":1},{"name":"b","x":2}] | [{"name":"b","x":3}]           | [{"name":"a","x":1},{"name":"b","x":3}]
            [{"name":"a","x":1}]                    | [{"name":"b","x":3}]           | [{"name":"a","x":1},{"name":"b","x":3}]
            [{"name":"a","x":1}]                    | [{"name":"a","x":null}]        | [{"name":"a"}]
            [{"name":"a","x":{"y":1}}]              | [{"name":"a","x":{"z":2}}]     | [{"name":"a","x":{"y":1,"z":2}}]
            [{"name":"a","x":1}]                    | [{"x":3}]                      | [{"x":3}]
            [{"name":"a","x":1}]                    | []                             | []
            [{"name":"a"},{"name":"b"}]             | [{"name":"c"},{"name":"b","x":1},{"name":"a","x":2}] | [{"name":"a","x":2},{"name":"b","x":1},{"name":"c"}]
            """)
    void mergesListsOfNamedThingsByName(String lower, String upper, String expected) throws Exception {
        assertEquals(JSON.readTree(expected), merged(lower, upper).root());
    }

    @Test
    void remembersWhereEachValueWasWritten() throws Exception {
        DocumentLayer layer = merged(
                "clock:\n  tick: 1 ms\nlist:\n  - name: a\n    x: 1\n  - name: b\n    x: 2\n",
                "clock:\n  duration: 2 s\nlist:\n  - name: c\n  - name: b\n    x: 5\n");

        Map<String, Written> places = layer.places();
        assertEquals(new Written("lower.yaml", 2), places.get("/clock/tick"));
        assertEquals(new Written("upper.yaml", 2), places.get("/clock/duration"));
        assertEquals(new Written("lower.yaml", 5), places.get("/list/0/x"));
        assertEquals(new Written("upper.yaml", 6), places.get("/list/1/x"));
        assertEquals(new Written("upper.yaml", 4), places.get("/list/2"));
    }

    /** Trees of all shapes, without nulls and without names. */
    private static JsonNode tree(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 2 : 4);
        if (kind == 2) {
            var list = JSON.createArrayNode();
            for (int i = random.nextInt(3); i > 0; i--) {
                list.add(tree(random, depth - 1));
            }
            return list;
        }
        if (kind == 3) {
            var object = JSON.createObjectNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                object.set("k" + random.nextInt(4), tree(random, depth - 1));
            }
            return object;
        }
        return kind == 0
                ? JSON.getNodeFactory().numberNode(random.nextInt(5))
                : JSON.getNodeFactory().textNode("t");
    }

    private static List<String> pointers(JsonNode node, String place, List<String> pointers) {
        pointers.add(place);
        node.properties()
                .forEach(entry -> pointers(entry.getValue(), JsonPointers.member(place, entry.getKey()), pointers));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers(node.get(i), JsonPointers.element(place, i), pointers);
        }
        return pointers;
    }

    /** A layer under or over an empty object is itself, over itself it is itself, and every value keeps a place. */
    @Test
    void keepsTheLawsOfMerging() throws Exception {
        Random random = new Random(11);
        for (int trial = 0; trial < 300; trial++) {
            JsonNode lower = tree(random, 4);
            JsonNode upper = tree(random, 4);
            String trace = "seed 11, trial " + trial + ": " + lower + " under " + upper;

            DocumentLayer both = merged(lower.toString(), upper.toString());

            if (lower.isObject()) {
                assertEquals(lower, merged(lower.toString(), "{}").root(), trace);
                assertEquals(lower, merged("{}", lower.toString()).root(), trace);
            }
            assertEquals(upper, merged(upper.toString(), upper.toString()).root(), trace);
            assertEquals(
                    both.root(),
                    merged(both.root().toString(), upper.toString()).root(),
                    trace);
            for (String pointer : pointers(both.root(), "", new ArrayList<>())) {
                assertEquals(true, both.places().containsKey(pointer), trace + " loses the place of " + pointer);
            }
        }
    }
}
