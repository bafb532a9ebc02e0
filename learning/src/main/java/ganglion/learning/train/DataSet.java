package ganglion.learning.train;

import ganglion.learning.sample.Sample;
import java.util.List;

/** Samples to train or to evaluate with. */
public interface DataSet {

    /** Number of samples. */
    int size();

    /** Class of a sample. */
    int label(int index);

    /**
     * A sample. Safe to call from several threads. Samples of a training set may differ from epoch to epoch (augmentation), but
     * depend on the arguments only.
     *
     * @param index from 0
     * @param epoch number of the epoch, from 0; evaluation asks for epoch 0
     */
    Sample sample(int index, int epoch);

    /** Samples that are all there. */
    static DataSet of(List<Sample> samples) {
        List<Sample> copy = List.copyOf(samples);
        return new DataSet() {
            @Override
            public int size() {
                return copy.size();
            }

            @Override
            public int label(int index) {
                return copy.get(index).label();
            }

            @Override
            public Sample sample(int index, int epoch) {
                return copy.get(index);
            }
        };
    }
}
