package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.TrainingPlan.ClassBalance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaiveBaselineTest {

    private static final int STEPS = 20;

    /** Three inputs: noise, noise whose mean or deviation depends on the class, and one that is always the same. */
    private static DataSet samples(long seed, double meanStep, double deviationStep) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            int label = i % 3;
            float[][] rows = new float[STEPS][3];
            for (float[] row : rows) {
                row[0] = (float) random.nextGaussian();
                row[1] = (float) (meanStep * label + (1 + deviationStep * label) * random.nextGaussian());
                row[2] = 7;
            }
            samples.add(new Sample(new DenseInput(rows), label));
        }
        return DataSet.of(samples);
    }

    private static double accuracy(double meanStep, double deviationStep) {
        NaiveBaseline baseline = NaiveBaseline.train(
                samples(1, meanStep, deviationStep), 3, 1, ClassBalance.NONE, 1, TaskRunner.SEQUENTIAL, () -> false);
        return baseline.evaluate(samples(2, meanStep, deviationStep))
                .confusion()
                .accuracy();
    }

    @Test
    void tellsClassesByMeansAndByDeviations() {
        assertTrue(accuracy(3, 0) > 0.9, () -> "found " + accuracy(3, 0));
        assertTrue(accuracy(0, 4) > 0.85, () -> "found " + accuracy(0, 4));
        assertTrue(accuracy(0, 0) < 0.55, () -> "there is nothing to tell them by, found " + accuracy(0, 0));
    }

    /** The order of steps, which a network may use, does not matter. */
    @Test
    void knowsNothingOfTime() {
        float[][] rows = {{1, 0}, {2, 5}, {4, 0}};
        float[][] reversed = {{4, 0}, {2, 5}, {1, 0}};

        assertArrayEquals(
                NaiveBaseline.numbers(new DenseInput(rows)), NaiveBaseline.numbers(new DenseInput(reversed)), 1e-12);
        double[] numbers = NaiveBaseline.numbers(new DenseInput(rows));
        assertEquals(7.0 / 3, numbers[0], 1e-12);
        assertEquals(5.0 / 3, numbers[1], 1e-12);
        assertEquals(Math.sqrt(21.0 / 3 - 49.0 / 9), numbers[2], 1e-12);
        assertEquals(Math.sqrt(25.0 / 3 - 25.0 / 9), numbers[3], 1e-12);
    }

    @Test
    void spikesCountLikeOnesAmongNoughts() {
        SpikeInput spikes = new SpikeInput(3, new int[] {0, 2, 2, 3, 4}, new int[] {0, 2, 2, 1});
        float[][] rows = {{1, 0, 1}, {0, 0, 0}, {0, 0, 1}, {0, 1, 0}};

        assertArrayEquals(NaiveBaseline.numbers(new DenseInput(rows)), NaiveBaseline.numbers(spikes), 1e-12);
    }

    @Test
    void learnsFromTheChangedSamplesOfSeveralEpochs() {
        DataSet first = samples(1, 0, 0);
        DataSet second = samples(3, 3, 0);
        DataSet changing = new DataSet() {
            @Override
            public int size() {
                return first.size();
            }

            @Override
            public int label(int index) {
                return first.label(index);
            }

            @Override
            public Sample sample(int index, int epoch) {
                return (epoch == 0 ? first : second).sample(index, 0);
            }
        };
        NaiveBaseline once =
                NaiveBaseline.train(changing, 3, 1, ClassBalance.NONE, 1, TaskRunner.SEQUENTIAL, () -> false);
        NaiveBaseline twice =
                NaiveBaseline.train(changing, 3, 2, ClassBalance.NONE, 1, TaskRunner.SEQUENTIAL, () -> false);

        double untold = once.evaluate(samples(2, 3, 0)).confusion().accuracy();
        double told = twice.evaluate(samples(2, 3, 0)).confusion().accuracy();
        assertTrue(told > untold + 0.2, () -> "found " + untold + " and " + told);
    }

    @Test
    void inputsThatNeverSpikeAreCounted() {
        List<Sample> training = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            training.add(new Sample(spikes(i % 2, 0), i % 2));
        }
        NaiveBaseline baseline = NaiveBaseline.train(
                DataSet.of(training), 2, 1, ClassBalance.NONE, 1, TaskRunner.SEQUENTIAL, () -> false);

        assertEquals(1, baseline.silentInputs());
    }

    /** The first input tells the class, the second is the same in all of the training set. */
    private static SpikeInput spikes(int label, int ofSecond) {
        int[] starts = new int[STEPS + 1];
        int[] neurons = new int[STEPS + ofSecond];
        int count = 0;
        for (int step = 0; step < STEPS; step++) {
            if (step % 4 < 1 + label) {
                neurons[count++] = 0;
            }
            if (step < ofSecond) {
                neurons[count++] = 1;
            }
            starts[step + 1] = count;
        }
        return new SpikeInput(2, starts, java.util.Arrays.copyOf(neurons, count));
    }

    @Test
    void anInputThatNeverChangedIsOfNoConsequence() {
        for (int size : new int[] {9, 85, 300}) {
            List<Sample> training = new ArrayList<>();
            List<Sample> changed = new ArrayList<>();
            List<Sample> numbers = new ArrayList<>();
            List<Sample> changedNumbers = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                training.add(new Sample(spikes(i % 2, 7), i % 2));
                changed.add(new Sample(spikes(i % 2, 6), i % 2));
                numbers.add(new Sample(new DenseInput(rows(i % 2, 0.1f)), i % 2));
                changedNumbers.add(new Sample(new DenseInput(rows(i % 2, 0.2f)), i % 2));
            }

            assertEquals(1, accuracy(training, changed), size + " samples of spikes");
            assertEquals(1, accuracy(numbers, changedNumbers), size + " samples of numbers");
        }
    }

    private static float[][] rows(int label, float second) {
        float[][] rows = new float[10][];
        for (int step = 0; step < rows.length; step++) {
            rows[step] = new float[] {label + step % 2, second};
        }
        return rows;
    }

    private static double accuracy(List<Sample> training, List<Sample> test) {
        return NaiveBaseline.train(DataSet.of(training), 2, 1, ClassBalance.NONE, 1, TaskRunner.SEQUENTIAL, () -> false)
                .evaluate(DataSet.of(test))
                .confusion()
                .accuracy();
    }
}
