package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.surrogate.Negligible;

/** A layer of balanced resonate-and-fire neurons, going forward. */
final class BalancedStage implements FiringStage {

    private final BalancedParameters parameters;
    private final int size;
    private final float step;
    private final float forget;
    private final SpikeRows spikes;
    private final float[] zeros;
    private final float[] kept;
    private final float[] raised;
    private float[][] membranes = new float[0][];
    private float[][] imaginary = new float[0][];
    private float[][] refractory = new float[0][];
    private float[][] drive = new float[0][];
    private int samples;

    BalancedStage(BalancedParameters parameters) {
        this.parameters = parameters;
        this.size = parameters.size();
        this.step = (float) parameters.neurons().step();
        this.forget = (float) parameters.neurons().refractoryDecay();
        this.spikes = new SpikeRows(size);
        this.zeros = new float[size];
        this.kept = new float[size];
        this.raised = new float[size];
    }

    @Override
    public void begin(int steps, int sampleCount) {
        samples = sampleCount;
        int rows = steps * sampleCount;
        spikes.clear(rows);
        if (membranes.length < rows) {
            membranes = new float[rows][size];
            imaginary = new float[rows][size];
            refractory = new float[rows][size];
        }
        if (drive.length < sampleCount) {
            drive = new float[sampleCount][size];
        }
    }

    @Override
    public void forward(int stepNumber, float[][] input) {
        float[][] total = parameters.recurrence().addTo(input, drive, samples, stepNumber, spikes);
        for (int b = 0; b < samples; b++) {
            int row = stepNumber * samples + b;
            float[] u = before(membranes, row);
            float[] v = before(imaginary, row);
            float[] r = kept(row);
            turn(membranes[row], r, u, parameters.turn(), v, -1);
            take(membranes[row], step, total[b]);
            turn(imaginary[row], r, v, parameters.turn(), u, 1);
            spikes.addExceeding(membranes[row], thresholdAt(row));
            Kernels.scaled(refractory[row], forget, before(refractory, row), size);
            for (int k = spikes.start(row); k < spikes.end(row); k++) {
                refractory[row][spikes.indices()[k]] += 1;
            }
        }
    }

    /** The row of the step before, zeros before the first. */
    private float[] before(float[][] rows, int row) {
        return row >= samples ? rows[row - samples] : zeros;
    }

    /** What is kept of both variables at a step; overwritten by the next call. */
    float[] kept(int row) {
        Kernels.sumScaled(kept, parameters.keep(), -step, before(refractory, row), size);
        return kept;
    }

    /** The threshold at a step, with the refractory term; overwritten by the next call. */
    float[] thresholdAt(int row) {
        Kernels.sumScaled(raised, parameters.threshold(), 1, before(refractory, row), size);
        return raised;
    }

    /** {@code c = r a + sign t b}. */
    private static void turn(float[] c, float[] r, float[] a, float[] t, float[] b, float sign) {
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

    @Override
    public int size() {
        return size;
    }

    @Override
    public float[][] drive() {
        return drive;
    }

    @Override
    public SpikeRows spikes() {
        return spikes;
    }

    @Override
    public float[][] membranes() {
        return membranes;
    }

    @Override
    public int samples() {
        return samples;
    }

    /** The second variable of all steps. */
    float[][] imaginary() {
        return imaginary;
    }

    BalancedParameters parameters() {
        return parameters;
    }
}
