package ganglion.learning.data;

import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.DataSet;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Changes recorded spikes a little, as another player, another sensor or clutter would: another tempo, then missing spikes, then
 * jitter, then extra spikes. Spikes that leave the sample are lost, and those of one input that meet at one step become one.
 *
 * @param jitterSteps standard deviation of the normal shift of each spike by itself, in steps
 * @param slowest lowest tempo, 1 for the same: at 0.9 all times are divided by 0.9
 * @param fastest highest tempo; tempos are drawn evenly in between, one for each sample
 * @param missing share of the spikes that are left out, each by chance, 0 to 1
 * @param extraPerStep chance of an extra spike of each input at each step, 0 to 1
 */
public record SpikeChange(double jitterSteps, double slowest, double fastest, double missing, double extraPerStep) {

    /** Spikes as they are. */
    public static final SpikeChange NONE = new SpikeChange(0, 1, 1, 0, 0);

    /** @throws IllegalArgumentException if a number is out of range */
    public SpikeChange {
        boolean tempos = slowest > 0 && slowest <= fastest && fastest < Double.POSITIVE_INFINITY;
        boolean jitter = jitterSteps >= 0 && jitterSteps < Double.POSITIVE_INFINITY;
        if (!tempos || !jitter || !isShare(missing) || !isShare(extraPerStep)) {
            throw new IllegalArgumentException(
                    "spikes with a jitter of " + jitterSteps + " steps, a tempo of " + slowest
                            + " to " + fastest + ", " + missing + " missing and " + extraPerStep
                            + " extra per step, expected no negative number, ascending tempos above 0, and shares up"
                            + " to 1");
        }
    }

    private static boolean isShare(double share) {
        return share >= 0 && share <= 1;
    }

    /** Whether it changes anything. */
    public boolean active() {
        return !equals(NONE);
    }

    /** Changed spikes of a sample; the same for the same state of the generator. */
    SpikeInput apply(SpikeInput input, Random random) {
        int steps = input.steps();
        double tempo = slowest + (fastest - slowest) * random.nextDouble();
        long[] places = new long[input.neurons().length];
        int count = 0;
        for (int step = 0; step < steps; step++) {
            for (int k = input.starts()[step]; k < input.starts()[step + 1]; k++) {
                boolean lost = missing > 0 && random.nextDouble() < missing;
                double shift = jitterSteps > 0 ? jitterSteps * random.nextGaussian() : 0;
                long at = Math.round(step / tempo + shift);
                if (!lost && at >= 0 && at < steps) {
                    places[count++] = at * input.size() + input.neurons()[k];
                }
            }
        }
        long[] extra = extra((long) steps * input.size(), random);
        long[] all = Arrays.copyOf(places, count + extra.length);
        System.arraycopy(extra, 0, all, count, extra.length);
        return SpikeInput.of(input.size(), steps, Arrays.stream(all).distinct().toArray(), 0);
    }

    /** Goes from one extra spike to the next by the number of places in between, which is geometrically distributed. */
    private long[] extra(long places, Random random) {
        if (extraPerStep == 0) {
            return new long[0];
        }
        double logOfNone = StrictMath.log1p(-extraPerStep);
        long[] found = new long[16];
        int count = 0;
        double at = -1;
        while (true) {
            at += 1 + Math.floor(StrictMath.log1p(-random.nextDouble()) / logOfNone);
            if (!(at < places)) {
                return Arrays.copyOf(found, count);
            }
            found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
            found[count++] = (long) at;
        }
    }

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
}
