package ganglion.learning.fast.delay;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.delay.SynapseDelays.DelaySpread;
import ganglion.learning.fast.arithmetic.FloatParameter;

/**
 * Over which steps each synapse of a layer spreads a spike, and by which shares. Has rows and columns like the parameters of
 * weights and delays. Shared by all slices, which only read it.
 */
public final class SpreadTable {

    private final SynapseDelays delays;
    private final FloatParameter weight;
    private final FloatParameter delay;
    private final int[][] first;
    private float[][] shares = new float[0][];
    private DelaySpread spread;

    /**
     * @param weight one value per synapse
     * @param delay the same
     */
    public SpreadTable(SynapseDelays delays, FloatParameter weight, FloatParameter delay) {
        this.delays = delays;
        this.weight = weight;
        this.delay = delay;
        this.first = new int[delay.rows().length][delay.rows()[0].length];
        this.spread = DelaySpread.rounded(delays);
    }

    /** Reads the present delays, for a training step. Those that are not learned are rounded, as after training: a spread is for their gradient. */
    public void spread(double progress, TaskRunner workers) {
        if (!delay.trainable()) {
            round(workers);
            return;
        }
        double width = delays.width(progress);
        read(() -> DelaySpread.training(delays, width), workers);
    }

    /** Reads the present delays, rounded to whole steps. */
    public void round(TaskRunner workers) {
        read(() -> DelaySpread.rounded(delays), workers);
    }

    /** Makes what spreads a row: each has its own, as rows may be computed at the same time. */
    private interface Spreads {
        DelaySpread create();
    }

    private void read(Spreads spreads, TaskRunner workers) {
        spread = spreads.create();
        int values = Math.multiplyExact(first[0].length, spread.steps());
        if (shares.length == 0 || shares[0].length != values) {
            shares = new float[first.length][values];
        }
        workers.run(first.length, row -> read(row, spreads.create()));
    }

    private void read(int row, DelaySpread of) {
        float[] values = delay.rows()[row];
        int steps = of.steps();
        for (int c = 0; c < values.length; c++) {
            of.set(delays.steps(values[c]));
            first[row][c] = of.first();
            for (int j = 0; j < steps; j++) {
                shares[row][c * steps + j] = (float) of.share(j);
            }
        }
    }

    /** The longest delay, in steps. */
    public int longest() {
        return delays.longestSteps();
    }

    /** Number of neighbouring steps that each synapse spreads a spike over; some may have a share of 0. */
    public int steps() {
        return spread.steps();
    }

    /** The first of these steps, for the synapses of a row. */
    public int[] first(int row) {
        return first[row];
    }

    /** Shares of the synapses of a row, those of column {@code c} from {@code c * steps()} on. */
    public float[] shares(int row) {
        return shares[row];
    }

    /** Weights of the synapses. */
    public FloatParameter weight() {
        return weight;
    }

    /** Delays of the synapses. */
    public FloatParameter delay() {
        return delay;
    }

    /** Factor on {@link SpreadLoops#slope} that gives the derivative by the parameter. */
    float slopeScale() {
        return (float) (delays.stepsPerUnit() / (spread.width() * spread.width()));
    }
}
