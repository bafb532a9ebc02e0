package ganglion.documents.key;

import ganglion.documents.place.DocumentPath;
import java.util.List;

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

    private DocumentKeys() {}

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
