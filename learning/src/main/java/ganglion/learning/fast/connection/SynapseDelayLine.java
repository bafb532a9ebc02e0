package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.fast.delay.FeedForwardDelays;
import ganglion.learning.fast.delay.SortedArrivals;
import ganglion.learning.fast.delay.SpreadTable;
import ganglion.learning.fast.delay.TimeLine;
import java.util.Arrays;

/** Every input to every output through a weight and a delay of its own. Rows of gradients are of {@code t * samples + b}. */
public final class SynapseDelayLine implements LookBack {

    private final FloatParameter bias;
    private final SliceGradients gradients;
    private final FeedForwardDelays synapses;
    private final SortedArrivals arrivals;
    private final TimeLine received;
    private final TimeLine receivedGradients;
    private final TimeLine inputGradients;
    private float[][] given = new float[0][];
    private float[][] givenGradients = new float[0][];
    private int steps;
    private int samples;

    /** @param bias {@code null} if there is none */
    public SynapseDelayLine(SpreadTable table, FloatParameter bias, SliceGradients gradients) {
        this.bias = bias;
        this.gradients = gradients;
        this.synapses = new FeedForwardDelays(table, gradients);
        this.arrivals = new SortedArrivals(synapses.sources());
        this.received = new TimeLine(synapses.targets(), table.longest());
        this.receivedGradients = new TimeLine(synapses.targets(), table.longest());
        this.inputGradients = new TimeLine(synapses.sources(), table.longest());
    }

    @Override
    public void begin(int stepCount, int sampleCount, boolean training) {
        steps = stepCount;
        samples = sampleCount;
        int rows = steps * samples;
        if (given.length < rows) {
            given = new float[rows][synapses.targets()];
        }
        if (training && givenGradients.length < rows) {
            givenGradients = new float[rows][synapses.targets()];
        }
        arrivals.clear();
        received.begin(steps, samples);
    }

    @Override
    public void take(int step, StepInput input) {
        for (int b = 0; b < samples; b++) {
            arrivals.add(input, b, received.place(step, b));
        }
        if (step == steps - 1) {
            arrivals.sort();
            synapses.forward(arrivals, received);
            readReceived();
        }
    }

    private void readReceived() {
        for (int t = 0; t < steps; t++) {
            for (int b = 0; b < samples; b++) {
                float[] row = given[t * samples + b];
                received.get(t, b, row);
                if (bias != null) {
                    Kernels.add(row, bias.rows()[0], row.length);
                }
            }
        }
    }

    @Override
    public float[][] given(int step) {
        return Arrays.copyOfRange(given, step * samples, (step + 1) * samples);
    }

    @Override
    public float[][] givenGradients(int step) {
        return Arrays.copyOfRange(givenGradients, step * samples, (step + 1) * samples);
    }

    @Override
    public void backwardFromAllSteps(boolean toInput) {
        receivedGradients.begin(steps, samples);
        for (int t = 0; t < steps; t++) {
            for (int b = 0; b < samples; b++) {
                float[] row = givenGradients[t * samples + b];
                receivedGradients.put(t, b, row);
                if (bias != null) {
                    Kernels.add(gradients.of(bias)[0], row, row.length);
                }
            }
        }
        synapses.addGradients(arrivals, receivedGradients);
        if (toInput) {
            inputGradients.begin(steps, samples);
            synapses.backward(receivedGradients, inputGradients);
        }
    }

    @Override
    public void backward(int step, StepInput input, float[][] inputGradient) {
        for (int b = 0; inputGradient != null && b < samples; b++) {
            inputGradients.get(step, b, inputGradient[b]);
        }
    }
}
