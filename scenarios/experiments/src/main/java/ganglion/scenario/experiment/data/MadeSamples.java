package ganglion.scenario.experiment.data;

import java.util.List;

/** An experiment that makes its samples and does not read them from files. */
public interface MadeSamples {

    /** The test set, always the same one; each sample has its input. */
    List<Example> testSet();
}
