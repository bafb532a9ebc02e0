package ganglion.scenario.explore.trial;

import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.DataSet;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.data.SampleCounts;

/**
 * Bytes that the samples of an experiment take in memory: of the training, the validation and the test set, the last even while it is not read, since
 * a point of the front needs it.
 */
final class SampleBytes {

    /** Headers of a sample, its input, its name and its label. */
    private static final long OF_SAMPLE = 400;

    private static final long OF_ARRAY = 24;

    private SampleBytes() {}

    /**
     * The most that they take, before they are read: all numbers, or a spike of each input in each step; in each version that is kept, and with the
     * sounds themselves where these are changed from epoch to epoch.
     */
    static long most(Classification experiment, SampleCounts counts) {
        long each = mostOfInput(experiment.features());
        return counts.learned() * each * versions(experiment) + sounds(experiment, counts) + counts.test() * each;
    }

    /** What they take, now that those of the training and the validation set are read; others are taken to be like those of validation. */
    static long of(Classification experiment, SampleCounts counts, ExperimentSamples samples) {
        long validation = of(samples.validation());
        long each = samples.validation().size() == 0
                ? mostOfInput(experiment.features())
                : validation / samples.validation().size();
        // hearing changed sounds again would take longer than the rest of the search
        long training = experiment.augmentation().active()
                ? samples.training().size() * each * versions(experiment) + sounds(experiment, counts)
                : of(samples.training());
        return training + validation + counts.test() * each;
    }

    private static long of(DataSet samples) {
        long bytes = 0;
        for (int i = 0; i < samples.size(); i++) {
            bytes += OF_SAMPLE + of(samples.sample(i, 0).input());
        }
        return bytes;
    }

    private static long of(SampleInput input) {
        if (input instanceof SpikeInput spikes) {
            return (long) Integer.BYTES * (spikes.starts().length + spikes.neurons().length);
        }
        return input instanceof DenseInput
                ? input.steps() * (OF_ARRAY + (long) Float.BYTES * input.size())
                : (long) Float.BYTES * input.size();
    }

    private static long mostOfInput(Features features) {
        long steps = features.steps();
        return OF_SAMPLE + steps * (OF_ARRAY + (long) Float.BYTES * features.inputs());
    }

    private static long versions(Classification experiment) {
        return experiment.augmentation().active()
                ? Math.max(1, experiment.augmentation().changes().versions())
                : 1;
    }

    private static long sounds(Classification experiment, SampleCounts counts) {
        return experiment.augmentation().active() ? counts.soundBytes() : 0;
    }
}
