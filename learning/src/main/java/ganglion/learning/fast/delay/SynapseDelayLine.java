package ganglion.learning.fast.delay;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.fast.connection.LookBack;
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

    /**
     * Synapses from one set of neurons to another in one slice, once the input of all steps is there. The table has a row for each
     * target: the targets follow each other, so that all that belongs to one stays in the nearest cache.
     */
    public static final class FeedForwardDelays {

        private final SpreadTable table;
        private final SynapseGradients gradients;
        private final int sources;
        private final int targets;

        /** @param table rows by target, columns by source */
        public FeedForwardDelays(SpreadTable table, SliceGradients gradients) {
            this.table = table;
            this.gradients = new SynapseGradients(table, gradients);
            this.targets = table.weight().rows().length;
            this.sources = table.weight().rows()[0].length;
        }

        /** Number of sources. */
        public int sources() {
            return sources;
        }

        /** Number of targets. */
        public int targets() {
            return targets;
        }

        /** The longest delay, in steps. */
        public int longest() {
            return table.longest();
        }

        /** Adds what arrivals cause to what the targets receive. */
        public void forward(SortedArrivals arrivals, TimeLine received) {
            int steps = table.steps();
            for (int o = 0; o < targets; o++) {
                float[] to = received.row(o);
                int[] first = table.first(o);
                float[] shares = table.shares(o);
                float[] weights = table.weight().rows()[o];
                for (int i = 0; i < sources; i++) {
                    SpreadLoops.scatter(
                            to,
                            arrivals,
                            arrivals.start(i),
                            arrivals.end(i),
                            first[i],
                            weights[i],
                            shares,
                            i * steps,
                            received.reach(first[i], steps));
                }
            }
        }

        /** Adds to the gradients of weights and delays. */
        public void addGradients(SortedArrivals arrivals, TimeLine targetGradients) {
            boolean learns = gradients.begin(targetGradients);
            for (int o = 0; learns && o < targets; o++) {
                for (int i = 0; i < sources; i++) {
                    gradients.add(o, i, arrivals, i, o, 0);
                }
            }
        }

        /** Adds gradients at the targets to those of the sources, at all steps. */
        public void backward(TimeLine targetGradients, TimeLine sourceGradients) {
            int steps = table.steps();
            int length = targetGradients.length();
            for (int o = 0; o < targets; o++) {
                float[] from = targetGradients.row(o);
                float[] weights = table.weight().rows()[o];
                for (int i = 0; i < sources; i++) {
                    SpreadLoops.collect(
                            sourceGradients.row(i),
                            from,
                            length,
                            table.first(o)[i],
                            weights[i],
                            table.shares(o),
                            i * steps,
                            targetGradients.reach(table.first(o)[i], steps));
                }
            }
        }
    }
}
