package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.neuron.StageRows;
import ganglion.learning.model.ResetRule;
import java.util.Arrays;

/** A layer of neurons in one slice, going forward: keeps potentials, currents and spikes of all steps for the backward pass. */
final class NeuronStage extends StageRows {

    private final FastNeuronParameters parameters;
    private final boolean hasCurrent;
    private final boolean atOnce;
    private final boolean winnerOnly;
    private final boolean adaptive;
    private final boolean zeroKeepsInput;
    private final ResetRule reset;
    /** Where a reset of the step before acts, if that is not simply where a neuron fired. */
    private final SpikeRows lateResets;

    private float[][] deciding = new float[0][];
    private float[][] currents = new float[0][];
    private float[][] raises = new float[0][];
    /** The neuron that may fire, one per row, with lateral inhibition. */
    private int[] winners = new int[0];

    private final float[] raisedThreshold;

    NeuronStage(FastNeuronParameters parameters) {
        super(parameters.size(), parameters.recurrence());
        this.parameters = parameters;
        this.hasCurrent = parameters.neurons().hasCurrent();
        this.adaptive = parameters.neurons().adaptation().active();
        this.zeroKeepsInput = parameters.neurons().zeroKeepsInput();
        this.reset = parameters.neurons().reset();
        this.atOnce = !parameters.neurons().delayedReset() && reset != ResetRule.NONE;
        this.winnerOnly = parameters.neurons().winnerOnly();
        this.lateResets = new SpikeRows(size());
        this.raisedThreshold = new float[size()];
    }

    @Override
    protected void reserve(int rows) {
        deciding = atOnce ? new float[rows][size()] : membranes();
        currents = hasCurrent ? new float[rows][size()] : currents;
        raises = adaptive ? new float[rows][size()] : raises;
        winners = winnerOnly ? new int[rows] : winners;
    }

    @Override
    protected void beginRows(int rows) {
        lateResets.clear(rows);
    }

    @Override
    public void forward(int step, float[][] input) {
        float[][] total = withOwnSpikes(input, step);
        for (int b = 0; b < samples(); b++) {
            integrate(step, b, total[b]);
            fire(step, b);
        }
    }

    private void integrate(int step, int b, float[] input) {
        int row = step * samples() + b;
        float[] old = before(membranes(), row);
        float[] potential = deciding[row];
        float[] drivenBy = input;
        if (hasCurrent) {
            float[] current = currents[row];
            Kernels.leak(current, parameters.alpha(), before(currents, row), input, size());
            drivenBy = current;
        }
        Kernels.leak(potential, parameters.beta(), old, drivenBy, size());
        if (adaptive) {
            raise(step, row);
        }
        noteLateResets(step, row, old);
        if (step > 0 && reset != ResetRule.NONE) {
            resetLate(row, potential, drivenBy);
        }
    }

    /** {@code a <- decay a + s}. */
    private void raise(int step, int row) {
        float[] raise = raises[row];
        if (step == 0) {
            Arrays.fill(raise, 0);
            return;
        }
        float decay = (float) parameters.neurons().adaptation().decay();
        int earlier = row - samples();
        Kernels.scaled(raise, decay, raises[earlier], size());
        for (int k = spikes().start(earlier); k < spikes().end(earlier); k++) {
            raise[spikes().indices()[k]] += 1;
        }
    }

    private void noteLateResets(int step, int row, float[] old) {
        if (!resetsApart()) {
            return;
        }
        // A neuron is rarely above its threshold after a reset at once, but then it is reset again, as snnTorch does.
        // With lateral inhibition all that were above their thresholds are reset, not only the one that fired.
        if (step == 0) {
            lateResets.addCopy(spikes().indices(), 0, 0);
        } else {
            lateResets.addExceeding(old, thresholdAt(row - samples()));
        }
    }

    /** Whether others are reset than those that fired in the step before. */
    private boolean resetsApart() {
        return atOnce || winnerOnly;
    }

    /** The neurons that a reset of the step before acts upon, and the row to find them in. */
    SpikeRows resets() {
        return resetsApart() ? lateResets : spikes();
    }

    int resetRow(int row) {
        return resetsApart() ? row : row - samples();
    }

    private void resetLate(int row, float[] potential, float[] drivenBy) {
        SpikeRows resets = resets();
        int from = resetRow(row);
        float[] threshold = parameters.threshold();
        for (int k = resets.start(from); k < resets.end(from); k++) {
            int i = resets.indices()[k];
            if (reset == ResetRule.SUBTRACT) {
                potential[i] -= threshold[i];
            } else {
                potential[i] = zeroKeepsInput ? drivenBy[i] : 0;
            }
        }
    }

    /** The threshold at a step, raised where it adapts; overwritten by the next call. */
    float[] thresholdAt(int row) {
        if (!adaptive) {
            return parameters.threshold();
        }
        float strength = (float) parameters.neurons().adaptation().strength();
        Kernels.sumScaled(raisedThreshold, parameters.threshold(), strength, raises[row], size());
        return raisedThreshold;
    }

    private void fire(int step, int b) {
        int row = step * samples() + b;
        if (winnerOnly) {
            winners[row] = spikes().addFarthest(deciding[row], thresholdAt(row));
        } else {
            spikes().addExceeding(deciding[row], thresholdAt(row));
        }
        if (!atOnce) {
            return;
        }
        float[] membrane = membranes()[row];
        float[] before = deciding[row];
        System.arraycopy(before, 0, membrane, 0, size());
        for (int k = spikes().start(row); k < spikes().end(row); k++) {
            int i = spikes().indices()[k];
            membrane[i] -= resetSize(before, i);
        }
        for (int k = lateResets.start(row); k < lateResets.end(row); k++) {
            int i = lateResets.indices()[k];
            membrane[i] += resetSize(before, i);
        }
    }

    private float resetSize(float[] before, int neuron) {
        return reset == ResetRule.SUBTRACT ? parameters.threshold()[neuron] : before[neuron];
    }

    @Override
    public float[] spikeSizes() {
        return parameters.spikeSizes();
    }

    /** Potentials at which the spikes were decided. */
    float[][] deciding() {
        return deciding;
    }

    float[][] currents() {
        return currents;
    }

    FastNeuronParameters parameters() {
        return parameters;
    }

    boolean resetsAtOnce() {
        return atOnce;
    }

    /** The neuron that was allowed to fire, with lateral inhibition. */
    int winner(int row) {
        return winners[row];
    }
}
