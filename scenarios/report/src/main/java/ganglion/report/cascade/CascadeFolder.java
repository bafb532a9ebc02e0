package ganglion.report.cascade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.OutputException;
import ganglion.report.files.DirectoryPublisher;
import ganglion.report.files.IfExists;
import ganglion.report.files.JsonDocument;
import ganglion.report.files.OwnDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a cascade as a folder of {@code cascade.json}, {@code cascade.csv} and {@code cascade.svg}. */
public final class CascadeFolder {

    private static final String DOCUMENT = "cascade.json";
    private static final String TABLE = "cascade.csv";
    private static final String PLOT = "cascade.svg";

    /** The document lists no files. */
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private static final DirectoryPublisher PUBLISHER = new DirectoryPublisher(new OwnDirectory(
            "folder of a cascade",
            DOCUMENT,
            CascadeDocument.FORMAT,
            CascadeDocument.FORMAT_VERSION,
            Set.of(TABLE, PLOT),
            NOTHING));

    private CascadeFolder() {}

    /**
     * Looks whether the folder may be written, before anything is computed.
     *
     * @throws OutputException saying in one line what is in the way
     */
    public static void check(Path target, IfExists ifExists) throws OutputException {
        PUBLISHER.check(target, ifExists);
    }

    /**
     * Writes the folder.
     *
     * @return where it is
     * @throws IOException saying in one line why nothing was written
     */
    public static Path write(CascadeResult result, Path target, IfExists ifExists) throws IOException {
        ObjectNode document = CascadeDocument.of(result);
        return PUBLISHER.publish(target, ifExists, directory -> {
            JsonDocument.write(document, directory.resolve(DOCUMENT));
            Files.writeString(directory.resolve(TABLE), CascadeCsv.text(result));
            Files.writeString(directory.resolve(PLOT), CascadePlot.svg(result));
        });
    }
}
