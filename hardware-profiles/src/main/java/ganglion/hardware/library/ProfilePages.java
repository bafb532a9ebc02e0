package ganglion.hardware.library;

import ganglion.documents.EditorSchema;
import ganglion.documents.SchemaReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what is generated from the declared keys of profiles: the schema in the tree, and the reference page. */
public final class ProfilePages {

    private static final String SCHEMA = "docs/formats/schemas/hardware-profile.schema.json";
    private static final String REFERENCE = "docs/formats/hardware-profile-reference.md";

    private ProfilePages() {}

    /**
     * Writes both files.
     *
     * @param arguments folder of the project; the current one if there is none
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments.length > 0 ? arguments[0] : "");
        write(project.resolve(SCHEMA), EditorSchema.of(ProfileLibrary.schema()));
        write(project.resolve(REFERENCE), reference());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    /** The reference of profiles, in Markdown. */
    static String reference() {
        return SchemaReference.compactMarkdown(
                ProfileLibrary.schema(), "Hardware profile reference", ProfilePages.class.getName());
    }
}
