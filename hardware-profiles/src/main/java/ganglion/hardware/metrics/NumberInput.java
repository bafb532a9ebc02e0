package ganglion.hardware.metrics;

import ganglion.kernel.network.Synapses;
import java.util.Arrays;

/**
 * Numbers that flow into a population in place of spikes, through one layer of weights. The layer is computed once for each frame
 * of numbers, and not in ticks without a frame.
 *
 * @param source name of the input
 * @param target name of the population
 * @param sources numbers in a frame
 * @param targets neurons of the population
 * @param nonZeroWeights weights that are not zero
 * @param frames frames that arrive in the run, at most one in a tick; frames of zeros are among them
 * @param effectiveAt weights that are not zero times numbers that are not zero, by the tick at which they arrive; zero after its
 *     last element. Not copied: callers must not change it
 */
public record NumberInput(
        String source, String target, int sources, int targets, long nonZeroWeights, long frames, long[] effectiveAt) {

    /** @throws IllegalArgumentException if more is computed than the weights or the frames allow */
    public NumberInput {
        if (nonZeroWeights > (long) sources * targets) {
            throw new IllegalArgumentException("found " + nonZeroWeights
                    + " weights that are not zero, expected at most " + sources + " x " + targets);
        }
        long busy = Arrays.stream(effectiveAt).filter(count -> count != 0).count();
        long most = Arrays.stream(effectiveAt).max().orElse(0);
        if (busy > frames || most > nonZeroWeights) {
            throw new IllegalArgumentException("found up to " + most + " products in " + busy
                    + " ticks, expected at most " + nonZeroWeights + " in " + frames + " frames");
        }
    }

    /**
     * Numbers that flow through synapses; those between the same two neurons are one weight.
     *
     * @param rows one frame of numbers per tick
     */
    public static NumberInput of(String source, String target, Synapses synapses, float[][] rows) {
        WeightMatrix matrix = new WeightMatrix(synapses);
        long[] effectiveAt = new long[rows.length];
        for (int tick = 0; tick < rows.length; tick++) {
            for (int number = 0; number < rows[tick].length; number++) {
                effectiveAt[tick] += rows[tick][number] != 0 ? matrix.nonZeroInRow(number) : 0;
            }
        }
        return new NumberInput(
                source,
                target,
                synapses.sourceSize(),
                synapses.targetSize(),
                matrix.nonZero(),
                rows.length,
                effectiveAt);
    }

    /**
     * The same in a run with pauses, or one that ended early.
     *
     * @param ticks length of the run; numbers from this tick on are left out
     * @param arrived frames that arrive before it, outside pauses
     */
    public NumberInput during(long ticks, long arrived) {
        long[] kept = Arrays.copyOf(effectiveAt, (int) Math.min(ticks, effectiveAt.length));
        return new NumberInput(source, target, sources, targets, nonZeroWeights, arrived, kept);
    }

    /** All weights, those of zero and those that are missing included. */
    public long weights() {
        return (long) sources * targets;
    }

    /** Products of all frames if all weights and numbers were one. */
    public long denseMultiplyAccumulates() {
        return Math.multiplyExact(weights(), frames);
    }

    /** Products of weights that are not zero and numbers that are not zero, in all frames. */
    public long effectiveMultiplyAccumulates() {
        return Arrays.stream(effectiveAt).sum();
    }

    /** The same of one tick. */
    public long effectiveMultiplyAccumulates(long tick) {
        return tick < effectiveAt.length ? effectiveAt[(int) tick] : 0;
    }
}
