package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.surrogate.Negligible;

/** A layer of balanced resonate-and-fire neurons, going forward. */
final class BalancedStage extends StageRows {

    private final BalancedParameters parameters;
    private final float step;
    private final float forget;
    private final float[] kept;
    private final float[] raised;
    private float[][] imaginary = new float[0][];
    private float[][] refractory = new float[0][];

    BalancedStage(BalancedParameters parameters) {
        super(parameters.size(), parameters.recurrence());
        this.parameters = parameters;
        this.step = (float) parameters.neurons().step();
        this.forget = (float) parameters.neurons().refractoryDecay();
        this.kept = new float[size()];
        this.raised = new float[size()];
    }

    @Override
    protected void reserve(int rows) {
        imaginary = new float[rows][size()];
        refractory = new float[rows][size()];
    }

    @Override
    public void forward(int stepNumber, float[][] input) {
        float[][] membranes = membranes();
        SpikeRows spikes = spikes();
        float[][] total = withOwnSpikes(input, stepNumber);
        for (int b = 0; b < samples(); b++) {
            int row = stepNumber * samples() + b;
            float[] u = before(membranes, row);
            float[] v = before(imaginary, row);
            float[] r = kept(row);
            turn(membranes[row], r, u, parameters.turn(), v, -1);
            take(membranes[row], step, total[b]);
            turn(imaginary[row], r, v, parameters.turn(), u, 1);
            spikes.addExceeding(membranes[row], thresholdAt(row));
            Kernels.scaled(refractory[row], forget, before(refractory, row), size());
            for (int k = spikes.start(row); k < spikes.end(row); k++) {
                refractory[row][spikes.indices()[k]] += 1;
            }
        }
    }

    /** What is kept of both variables at a step; overwritten by the next call. */
    float[] kept(int row) {
        Kernels.sumScaled(kept, parameters.keep(), -step, before(refractory, row), size());
        return kept;
    }

    /** The threshold at a step, with the refractory term; overwritten by the next call. */
    float[] thresholdAt(int row) {
        Kernels.sumScaled(raised, parameters.threshold(), 1, before(refractory, row), size());
        return raised;
    }

    /** {@code c = r a + sign t b}, zero where that is negligible. */
    static void turn(float[] c, float[] r, float[] a, float[] t, float[] b, float sign) {
        for (int i = 0; i < c.length; i++) {
            c[i] = (r[i] * a[i] + sign * (t[i] * b[i]) + Negligible.GRID) - Negligible.GRID;
        }
    }

    /** {@code c += s a}. */
    private static void take(float[] c, float s, float[] a) {
        for (int i = 0; i < c.length; i++) {
            c[i] += s * a[i];
        }
    }

    /** The second variable of all steps. */
    float[][] imaginary() {
        return imaginary;
    }

    BalancedParameters parameters() {
        return parameters;
    }
}
