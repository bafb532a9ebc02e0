package ganglion.scenario.experiment.data;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.DocumentPath;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.DataSource.Kind;
import ganglion.scenario.experiment.Features;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Finds the layout of the samples in a folder or file. */
public final class SampleLocation {

    private SampleLocation() {}

    /**
     * The data set at a place: a folder with {@code examples.json}, or one with a folder for each class; a table that ends in {@code
     * .csv}; recorded spikes otherwise.
     *
     * @param features whether samples are sounds
     * @param label attribute that names the class of notes
     * @throws InputException if there is nothing, or no label for notes
     */
    public static DataSource find(Path place, Features features, String label) throws InputException {
        if (!Files.exists(place)) {
            throw refusal(place, "there is no such file or folder, expected samples");
        }
        Kind kind = kind(place, features);
        if (kind == Kind.NOTES && label.isEmpty()) {
            throw refusal(place, "found notes with attributes, expected --label with the one that names the class");
        }
        DocumentPath path =
                new DocumentPath(place.toString(), place.toAbsolutePath().normalize());
        return new DataSource("", kind, path, label, "", Optional.empty(), 0);
    }

    private static Kind kind(Path place, Features features) {
        if (Files.isDirectory(place)) {
            if (!features.fromSound()) {
                return Kind.SPIKE_LISTS;
            }
            return Files.exists(place.resolve("examples.json")) ? Kind.NOTES : Kind.FOLDERS;
        }
        boolean table = place.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        return table ? Kind.TABLE : Kind.HEIDELBERG;
    }

    private static InputException refusal(Path place, String message) {
        return new InputException(new Problem(place.toString(), 0, "", message));
    }
}
