package ganglion.learning.explain;

import java.util.Arrays;

/**
 * How much a decision rests on each block of the input: by how much its lead falls if the block is silenced. Blocks are as even as can be.
 *
 * @param inputs number of inputs
 * @param steps number of steps
 * @param inputBlocks number of blocks across the inputs, at most one per input
 * @param timeBlocks number of blocks across the steps, at most one per step
 * @param falls fall of the lead, in the unit of the scores: block {@code b} of the inputs and {@code t} of the steps at
 *     {@code b * timeBlocks + t}; negative where the block spoke against the decision; not copied
 */
public record OcclusionMap(int inputs, int steps, int inputBlocks, int timeBlocks, double[] falls) {

    /** @throws IllegalArgumentException if the numbers do not fit each other */
    public OcclusionMap {
        if (inputBlocks < 1 || inputBlocks > inputs || timeBlocks < 1 || timeBlocks > steps) {
            throw new IllegalArgumentException("found " + inputBlocks + " x " + timeBlocks + " blocks of " + inputs
                    + " inputs and " + steps + " steps, expected one block or more each, none of them empty");
        }
        if (falls.length != inputBlocks * timeBlocks) {
            throw new IllegalArgumentException(
                    "found " + falls.length + " values, expected " + inputBlocks * timeBlocks);
        }
    }

    /** First input of a block, or the number of inputs for the block after the last. */
    public int firstInput(int block) {
        return (int) ((long) block * inputs / inputBlocks);
    }

    /** First step of a block, or the number of steps for the block after the last. */
    public int firstStep(int block) {
        return (int) ((long) block * steps / timeBlocks);
    }

    /** Fall of the lead without a block. */
    public double at(int inputBlock, int timeBlock) {
        return falls[inputBlock * timeBlocks + timeBlock];
    }

    /** The largest fall or rise. */
    public double largest() {
        return Arrays.stream(falls).map(Math::abs).max().orElse(0);
    }

    /** Block by block the mean of maps of the same blocks, at least one. */
    public static OcclusionMap mean(Iterable<OcclusionMap> maps) {
        OcclusionMap first = maps.iterator().next();
        double[] sums = new double[first.falls.length];
        int count = 0;
        for (OcclusionMap map : maps) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += map.falls[i];
            }
            count++;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= count;
        }
        return new OcclusionMap(first.inputs, first.steps, first.inputBlocks, first.timeBlocks, sums);
    }
}
