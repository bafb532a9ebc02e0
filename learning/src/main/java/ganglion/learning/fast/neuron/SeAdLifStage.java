package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.surrogate.Negligible;

/** A layer of neurons whose adaptation follows potential and spikes, going forward. */
final class SeAdLifStage extends StageRows {

    private final SeAdLifParameters parameters;
    /** Potentials before the reset. */
    private float[][] deciding = new float[0][];

    private float[][] adaptations = new float[0][];

    SeAdLifStage(SeAdLifParameters parameters) {
        super(parameters.size(), parameters.recurrence());
        this.parameters = parameters;
    }

    @Override
    protected void reserve(int rows) {
        deciding = new float[rows][size()];
        adaptations = new float[rows][size()];
    }

    @Override
    public void forward(int step, float[][] input) {
        float[][] membranes = membranes();
        SpikeRows spikes = spikes();
        float[][] total = withOwnSpikes(input, step);
        for (int b = 0; b < samples(); b++) {
            int row = step * samples() + b;
            float[] old = before(membranes, row);
            float[] adapted = before(adaptations, row);
            follow(deciding[row], parameters.alpha(), old, parameters.take(), total[b], adapted);
            spikes.addExceeding(deciding[row], parameters.threshold());
            System.arraycopy(deciding[row], 0, membranes[row], 0, size());
            for (int k = spikes.start(row); k < spikes.end(row); k++) {
                membranes[row][spikes.indices()[k]] = 0;
            }
            adapt(adaptations[row], parameters.rho(), adapted, parameters.coupling(), membranes[row]);
            for (int k = spikes.start(row); k < spikes.end(row); k++) {
                int i = spikes.indices()[k];
                adaptations[row][i] += parameters.jump()[i];
            }
        }
    }

    /** {@code p = alpha u + take (I - w)}, zero where that is negligible. */
    private static void follow(float[] p, float[] alpha, float[] u, float[] take, float[] input, float[] w) {
        for (int i = 0; i < p.length; i++) {
            p[i] = (alpha[i] * u[i] + take[i] * (input[i] - w[i]) + Negligible.GRID) - Negligible.GRID;
        }
    }

    /** {@code w = rho old + coupling u}, zero where that is negligible. */
    private static void adapt(float[] w, float[] rho, float[] old, float[] coupling, float[] u) {
        for (int i = 0; i < w.length; i++) {
            w[i] = (rho[i] * old[i] + coupling[i] * u[i] + Negligible.GRID) - Negligible.GRID;
        }
    }

    float[][] deciding() {
        return deciding;
    }

    float[][] adaptations() {
        return adaptations;
    }

    SeAdLifParameters parameters() {
        return parameters;
    }
}
