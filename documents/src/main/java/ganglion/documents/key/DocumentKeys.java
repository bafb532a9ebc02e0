package ganglion.documents.key;

/** The keys that every document may have at its root. */
public final class DocumentKeys {

    /** Where an editor finds the schema. */
    public static final Key<String> SCHEMA = Key.of("$schema", Types.text("the address of this schema"))
            .says("Where an editor finds this schema. Ganglion does not look at it.")
            .example("scenario.schema.json");

    private DocumentKeys() {}

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
