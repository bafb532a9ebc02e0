package ganglion.scenario.experiment.session;

import ganglion.documents.OutputException;
import java.nio.file.Path;
import java.util.Optional;

/** The files of one seed of a training, while the training lasts. */
public interface SeedStore {

    /**
     * Looks whether the files of this seed may be written, and deleted in the end.
     *
     * @throws OutputException if a file that is not ours has the name of one of them
     */
    void check() throws OutputException;

    /** The file that is written after each epoch. */
    Path checkpoint();

    /** A checkpoint from which this seed can continue; empty if there is none. */
    Optional<Path> resumable();
}
