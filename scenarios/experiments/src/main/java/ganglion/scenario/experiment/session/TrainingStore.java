package ganglion.scenario.experiment.session;

import ganglion.documents.OutputException;

/** The files of a training, while it lasts. */
public interface TrainingStore {

    /**
     * Makes the folder that the files go to.
     *
     * @throws OutputException if it cannot be made
     */
    void open() throws OutputException;

    /** The files of a training with one seed. */
    SeedStore alone();

    /** The files of one of several seeds. */
    SeedStore seed(long seed);
}
