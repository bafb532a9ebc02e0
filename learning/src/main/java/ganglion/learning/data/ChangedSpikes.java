package ganglion.learning.data;

import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.DataSet;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Samples whose input spikes change from epoch to epoch. What happens to a sample is a function of (seed, sample, epoch).
 *
 * @param samples inputs that are spikes
 * @param change what happens to them
 * @param seed of the choices
 */
public record ChangedSpikes(DataSet samples, SpikeChange change, long seed) implements DataSet {

    @Override
    public int size() {
        return samples.size();
    }

    @Override
    public int label(int index) {
        return samples.label(index);
    }

    /** @throws IllegalArgumentException if the input of the sample is not spikes */
    @Override
    public Sample sample(int index, int epoch) {
        Sample sample = samples.sample(index, epoch);
        if (!(sample.input() instanceof SpikeInput spikes)) {
            throw new IllegalArgumentException("found numbers as input, expected spikes to change");
        }
        long drawn = new SplittableRandom(seed ^ (long) index << 32 ^ epoch).nextLong();
        return new Sample(change.apply(spikes, new Random(drawn)), sample.label());
    }
}
