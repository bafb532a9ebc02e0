package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.documents.variable.Variables;
import java.util.List;
import java.util.Map;

/** The keys that every document may have at its root. */
public final class DocumentKeys {

    /** Where an editor finds the schema. */
    public static final Key<String> SCHEMA = Key.of("$schema", Types.text("the address of this schema"))
            .says("Where an editor finds this schema. Ganglion does not look at it.")
            .example("scenario.schema.json");

    /** One paragraph for readers of the report. */
    public static final Key<String> DESCRIPTION = Key.of(
                    "description", Types.text("a text").length(0, 10_000))
            .says("One paragraph for readers of the report.")
            .impliedDefault("")
            .example("Does this clip hold an acoustic flute?");

    /** Numbers that expressions in other values use. They are put in before a document is read. */
    public static final Key<Map<String, JsonNode>> VARIABLES = Key.of(
                    Variables.KEY,
                    Types.mapOf(
                                    "numbers by name",
                                    Types.<JsonNode>oneOf(
                                            "a number or an expression such as ${2 * scale}",
                                            asWritten(Types.number()),
                                            asWritten(Types.text("an expression such as ${2 * scale}")
                                                    .matching("^\\$\\{.*\\}$"))))
                            .by(Types.text("a name of letters, digits and _")
                                    .matching("^[A-Za-z_][A-Za-z0-9_]{0,63}$")))
            .says(
                    "Numbers for the expressions in other values: ${neurons * scale} where a number or a part of a text is written. A"
                            + " variable may be an expression of those above it. Set by --set variables.NAME=NUMBER, or varied by a"
                            + " sweep of /variables/NAME.")
            .impliedDefault(Map.of())
            .exampleText("{scale: 0.2, indegree: \"${round(1000 * scale)}\"}");

    private DocumentKeys() {}

    private static Type<JsonNode> asWritten(Type<?> type) {
        return Types.readAs(type, Place::node);
    }

    /**
     * The files that a document extends.
     *
     * @param kind the kind of document with its article, such as "a scenario"
     */
    public static Key<List<DocumentPath>> extending(String kind) {
        String files = kind.replaceFirst("^an? ", "");
        return Key.of("extends", Types.oneOrMore("the name of " + kind + " file, or a list of them", Types.file()))
                .says(Character.toUpperCase(files.charAt(0)) + files.substring(1)
                        + " files that this one builds on, which lie in its folder or below. Keys of this file are merged"
                        + " over theirs: objects key by key, lists of named things (inputs, populations) name by name;"
                        + " other lists and values replace, and null removes a key. Of several files, later ones override"
                        + " earlier ones. Paths in a file start from that file's folder.")
                .example("base.yaml")
                .example(List.of("network.yaml", "chips.yaml"));
    }

    /**
     * The version of the format.
     *
     * @param newest the newest that this Ganglion knows, counted from 1
     */
    public static Key<Integer> format(int newest) {
        return Key.of("format", Types.version(newest))
                .says("Version of the format.")
                .byDefault(1)
                .example(1);
    }
}
