package ganglion.learning.fast.delay;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import java.util.Arrays;

/**
 * Every input to every output through a weight and a delay of its own, in front of a stage, in one slice. Takes the input of all steps
 * before it gives any output, as the stages run one after the other, each through all steps. The targets follow each other, so that all that belongs to
 * one stays in the nearest cache. Rows of gradients are of {@code t * samples + b}. Not thread safe.
 */
public final class SynapseDelayLine {

    private final SpreadTable table;
    private final FloatParameter bias;
    private final SliceGradients gradients;
    private final int sources;
    private final int targets;
    private final SortedArrivals arrivals;
    private final TimeLine received;
    private final TimeLine receivedGradients;
    private final TimeLine inputGradients;
    private float[][] given = new float[0][];
    private float[][] givenGradients = new float[0][];
    private float[] sums = new float[0];
    private int steps;
    private int samples;

    /**
     * @param table rows by target, columns by source
     * @param bias {@code null} if there is none
     */
    public SynapseDelayLine(SpreadTable table, FloatParameter bias, SliceGradients gradients) {
        this.table = table;
        this.bias = bias;
        this.gradients = gradients;
        this.targets = table.weight().rows().length;
        this.sources = table.weight().rows()[0].length;
        this.arrivals = new SortedArrivals(sources);
        this.received = new TimeLine(targets, table.longest());
        this.receivedGradients = new TimeLine(targets, table.longest());
        this.inputGradients = new TimeLine(sources, table.longest());
    }

    /** Starts a batch. */
    public void begin(int stepCount, int sampleCount, boolean training) {
        steps = stepCount;
        samples = sampleCount;
        int rows = steps * samples;
        if (given.length < rows) {
            given = new float[rows][targets];
        }
        if (training && givenGradients.length < rows) {
            givenGradients = new float[rows][targets];
        }
        arrivals.clear();
        received.begin(steps, samples);
    }

    /** Takes the input of a step. */
    public void take(int step, StepInput input) {
        for (int b = 0; b < samples; b++) {
            arrivals.add(input, b, received.place(step, b));
        }
        if (step == steps - 1) {
            arrivals.sort();
            forward();
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

    /** Output of a step, one row per sample. */
    public float[][] given(int step) {
        return Arrays.copyOfRange(given, step * samples, (step + 1) * samples);
    }

    /** Rows for the gradient with respect to the output of a step. */
    public float[][] givenGradients(int step) {
        return Arrays.copyOfRange(givenGradients, step * samples, (step + 1) * samples);
    }

    /**
     * Begins to go back, once the gradients with respect to the outputs of all steps are there; adds to the gradients of the parameters.
     *
     * @param toInput whether gradients with respect to the input are needed
     */
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
        addSynapseGradients();
        if (toInput) {
            inputGradients.begin(steps, samples);
            toSources();
        }
    }

    /**
     * Goes back through one step.
     *
     * @param inputGradient replaced; {@code null} if it is not needed
     */
    public void backward(int step, float[][] inputGradient) {
        for (int b = 0; inputGradient != null && b < samples; b++) {
            inputGradients.get(step, b, inputGradient[b]);
        }
    }

    /** Adds what arrivals cause to what the targets receive. */
    private void forward() {
        int spread = table.steps();
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
                        i * spread,
                        received.reach(first[i], spread));
            }
        }
    }

    /** Adds to the gradients of weights and delays. */
    private void addSynapseGradients() {
        float[][] ofWeights = table.weight().trainable() ? gradients.of(table.weight()) : null;
        float[][] ofDelays = table.delay().trainable() ? gradients.of(table.delay()) : null;
        if (sums.length < table.steps()) {
            sums = new float[table.steps()];
        }
        boolean learns = ofWeights != null || ofDelays != null;
        for (int o = 0; learns && o < targets; o++) {
            for (int i = 0; i < sources; i++) {
                if (arrivals.start(i) < arrivals.end(i)) {
                    addSynapseGradient(o, i, ofWeights, ofDelays);
                }
            }
        }
    }

    private void addSynapseGradient(int target, int source, float[][] ofWeights, float[][] ofDelays) {
        int spread = table.steps();
        float[] shares = table.shares(target);
        int at = source * spread;
        int first = table.first(target)[source];
        int reach = receivedGradients.reach(first, spread);
        SpreadLoops.correlate(
                receivedGradients.row(target),
                arrivals,
                arrivals.start(source),
                arrivals.end(source),
                first,
                sums,
                reach);
        Arrays.fill(sums, reach, spread, 0);
        if (ofWeights != null) {
            ofWeights[target][source] += SpreadLoops.product(shares, at, sums, 0, spread);
        }
        if (ofDelays != null) {
            float slope = SpreadLoops.slope(shares, at, sums, spread) * table.slopeScale();
            ofDelays[target][source] += table.weight().rows()[target][source] * slope;
        }
    }

    /** Adds gradients at the targets to those of the sources, at all steps. */
    private void toSources() {
        int spread = table.steps();
        int length = receivedGradients.length();
        for (int o = 0; o < targets; o++) {
            float[] from = receivedGradients.row(o);
            float[] weights = table.weight().rows()[o];
            for (int i = 0; i < sources; i++) {
                SpreadLoops.collect(
                        inputGradients.row(i),
                        from,
                        length,
                        table.first(o)[i],
                        weights[i],
                        table.shares(o),
                        i * spread,
                        receivedGradients.reach(table.first(o)[i], spread));
            }
        }
    }

    /**
     * Values of all steps and samples with time innermost: one row per neuron, and in it the steps of one sample after those of the
     * other, each followed by steps of silence as long as the longest delay, so that no delay reaches into another sample. Delays as long as a sample
     * reach nothing in it; those that are longer need no more silence than they do.
     */
    static final class TimeLine {

        private final int longest;
        private final int size;
        private float[][] rows = new float[0][0];
        private int steps;
        private int stride;
        private int length;

        /**
         * @param size number of neurons
         * @param longest the longest delay, in steps
         */
        public TimeLine(int size, int longest) {
            this.size = size;
            this.longest = longest;
        }

        /** Makes room for a batch, and forgets the one before. */
        public void begin(int stepCount, int samples) {
            steps = stepCount;
            stride = steps + Math.min(longest, steps);
            length = stride * samples;
            if (rows.length == 0 || rows[0].length < length) {
                rows = new float[size][length];
            }
            for (float[] row : rows) {
                Arrays.fill(row, 0, length, 0);
            }
        }

        /** Place of a step of a sample in each row. */
        public int place(int step, int sample) {
            return sample * stride + step;
        }

        /** Number of values of a row that are in use, up to the silence behind the last sample. */
        int length() {
            return length - (stride - steps);
        }

        /** How many steps of a spread, from the first on, are shorter than a sample: others reach nothing. */
        int reach(int first, int spread) {
            return Math.max(0, Math.min(spread, steps - first));
        }

        /** Values of a neuron. */
        public float[] row(int neuron) {
            return rows[neuron];
        }

        /** Sets the values of all neurons at a step of a sample. */
        public void put(int step, int sample, float[] values) {
            int place = place(step, sample);
            for (int i = 0; i < size; i++) {
                rows[i][place] = values[i];
            }
        }

        /** Reads the values of all neurons at a step of a sample. */
        public void get(int step, int sample, float[] values) {
            int place = place(step, sample);
            for (int i = 0; i < size; i++) {
                values[i] = rows[i][place];
            }
        }
    }
}
