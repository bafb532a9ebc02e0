package ganglion.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The bounds that schemas state for lists and texts, as rows of a table. */
final class SchemaBounds {

    /** Shorter ones are of single keys, such as a pair of numbers or a short name. */
    private static final int FEWEST = 100;

    private static final Map<String, String> BOUNDS = Map.of("maxItems", "elements", "maxLength", "characters");

    /** Members of a schema that are no names of keys or types. */
    private static final Set<String> WORDS = Set.of(
            "items",
            "not",
            "if",
            "then",
            "else",
            "additionalProperties",
            "properties",
            "$defs",
            "patternProperties",
            "propertyNames");

    private final Set<String> rows = new TreeSet<>();
    private final String kind;

    private SchemaBounds(String kind) {
        this.kind = kind;
    }

    /** {@code | `populations` | scenarios | 10,000 elements |} for each, once. */
    static Set<String> rows(SourceTree project) throws IOException {
        Set<String> rows = new TreeSet<>();
        for (Path schema : project.documents()) {
            if (schema.toString().replace('\\', '/').startsWith("docs/formats/schemas/")) {
                String name = schema.getFileName().toString();
                SchemaBounds bounds = new SchemaBounds(kind(name));
                bounds.collect(new ObjectMapper().readTree(project.text(schema.toString())), "");
                rows.addAll(bounds.rows);
            }
        }
        return rows;
    }

    private static String kind(String schema) {
        if (schema.startsWith("scenario")) {
            return "scenarios";
        }
        if (schema.startsWith("search")) {
            return "searches";
        }
        return schema.startsWith("experiment") ? "experiments" : "profiles";
    }

    private void collect(JsonNode schema, String key) {
        BOUNDS.forEach((word, unit) -> {
            if (schema.path(word).asInt() >= FEWEST) {
                rows.add(String.format(
                        Locale.ROOT,
                        "| `%s` | %s | %,d %s |",
                        key,
                        kind,
                        schema.path(word).asInt(),
                        unit));
            }
        });
        schema.properties().forEach(member -> {
            boolean named = member.getValue().isObject() && !WORDS.contains(member.getKey());
            collect(member.getValue(), named ? member.getKey() : key);
        });
        if (schema.isArray()) {
            schema.forEach(element -> collect(element, key));
        }
    }
}
