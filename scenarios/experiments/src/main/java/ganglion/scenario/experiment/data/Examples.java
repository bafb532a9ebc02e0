package ganglion.scenario.experiment.data;

import ganglion.learning.sample.Sample;
import ganglion.learning.train.DataSet;
import java.util.List;

/**
 * Samples that a network can read, and their names.
 *
 * @param samples by number
 * @param names of the samples, by number
 * @param spikes recorded within the steps of the samples
 * @param merged how many of them were one with another of their input and step
 */
public record Examples(DataSet samples, List<String> names, long spikes, long merged) implements DataSet {

    /** Takes a copy of the list. */
    public Examples {
        names = List.copyOf(names);
    }

    @Override
    public int size() {
        return samples.size();
    }

    @Override
    public int label(int index) {
        return samples.label(index);
    }

    @Override
    public Sample sample(int index, int epoch) {
        return samples.sample(index, epoch);
    }
}
