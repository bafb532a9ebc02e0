package ganglion.scenario.experiment.session;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
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

    /**
     * The outcome of this seed, if it was trained to its end before.
     *
     * @return empty if the seed is still to be trained
     * @throws InputException if the files are damaged, or hold another experiment and nothing to continue from
     */
    Optional<TrainingOutcome> finished(Experiment experiment) throws InputException;

    /**
     * Stores the outcome of this seed until all seeds are trained.
     *
     * @throws OutputException if it cannot be written
     */
    void finish(TrainingOutcome outcome) throws OutputException;
}
