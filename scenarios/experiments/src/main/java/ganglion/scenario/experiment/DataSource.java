package ganglion.scenario.experiment;

import ganglion.documents.place.DocumentPath;
import java.util.List;
import java.util.Optional;

/**
 * The place of samples and their labels.
 *
 * @param pointer its place in the experiment
 * @param kind layout
 * @param path the folder or file
 * @param label attribute that names the class, for {@link Kind#NOTES}
 * @param group attribute that names the group, for {@link Kind#NOTES}; empty if each sample is its own group
 * @param names file with the names of the samples to use; absent for all
 * @param without files with the names of samples that are left out
 * @param origin where to download the data, told if they are missing; may be empty
 * @param mostPerClass most samples of each class; 0 for any number
 */
public record DataSource(
        String pointer,
        Kind kind,
        DocumentPath path,
        String label,
        String group,
        Optional<DocumentPath> names,
        List<DocumentPath> without,
        String origin,
        int mostPerClass) {

    /** Takes a copy of the list. */
    public DataSource {
        without = List.copyOf(without);
    }

    /** A data set of which no list leaves anything out, and which does not say where it is from. */
    public DataSource(
            String pointer,
            Kind kind,
            DocumentPath path,
            String label,
            String group,
            Optional<DocumentPath> names,
            int mostPerClass) {
        this(pointer, kind, path, label, group, names, List.of(), "", mostPerClass);
    }

    /** How a data set is laid out. */
    public enum Kind {
        /** Sounds, one folder per class. */
        FOLDERS(true),
        /** Sounds and their attributes, as NSynth has them. */
        NOTES(true),
        /** A table of sounds and their labels. */
        TABLE(true),
        /** Recorded spikes in HDF5, as the Heidelberg data sets have them. */
        HEIDELBERG(false),
        /** Lists of spikes, one folder per class. */
        SPIKE_LISTS(false);

        private final boolean sound;

        Kind(boolean sound) {
            this.sound = sound;
        }

        /** Whether samples are sounds, rather than spikes. */
        public boolean isSound() {
            return sound;
        }
    }
}
