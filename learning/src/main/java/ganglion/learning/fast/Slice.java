package ganglion.learning.fast;

import ganglion.learning.engine.LayerActivity;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.fast.Normalisation.Normaliser;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.fast.connection.ConnectionChain;
import ganglion.learning.fast.delay.SynapseDelayLine;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Model;
import ganglion.learning.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some samples of a batch on their way through the network and back. All slices of a batch meet behind each part of the
 * network, see {@link StageLine}. Owned by one thread at a time.
 */
final class Slice {

    private final SliceGradients gradients = new SliceGradients();
    private final PenaltyOfSpikes penalties = new PenaltyOfSpikes();
    private final StageLine line;
    private final SliceLoss loss;
    private final BackwardPass backward;
    /** Input of the first neurons, if it is the same at all steps. */
    private final float[][] hoisted;

    Slice(Model model, FastParameters parameters, int largestSlice, long seed) {
        this.line = new StageLine(model, parameters, gradients, largestSlice, seed);
        this.loss = new SliceLoss(largestSlice);
        this.backward = new BackwardPass(largestSlice);
        this.hoisted = new float[largestSlice][line.firstNeurons()];
    }

    SliceGradients gradients() {
        return gradients;
    }

    /** The normaliser at the end of a part. */
    Normaliser normaliser(int part) {
        return line.normaliser(line.last(part));
    }

    /** Takes samples; {@code firstSample} is the position of the first one in the batch. */
    void begin(List<Sample> given, int firstSample, long batchNumber, boolean training) {
        line.begin(given, firstSample, batchNumber, training);
    }

    /** Runs a part forward, once all slices have run the parts before and their normalisers are up to date. */
    void forward(int part) {
        for (int s = line.first(part); s <= line.last(part) && sampleCount() > 0; s++) {
            takeAhead(s);
            if (line.endsInNeurons(s)) {
                forwardNeurons(s);
            } else {
                forwardNormaliser(s);
            }
        }
    }

    /** Computes the statistics of the input of the normaliser at the end of a part. */
    void measure(int part) {
        if (sampleCount() > 0) {
            normaliser(part).measure();
        }
    }

    private void takeAhead(int index) {
        SynapseDelayLine delays = line.stage(index).delays();
        for (int t = 0; delays != null && t < line.steps(); t++) {
            delays.take(t, line.readPresent(index, t));
        }
    }

    private void forwardNeurons(int index) {
        ConnectionChain chain = line.stage(index).chain();
        FiringStage neurons = line.neurons(index);
        boolean constant = line.isConstant(index);
        if (constant) {
            chain.forward(line.read(index, 0), hoisted);
        }
        for (int t = 0; t < line.steps(); t++) {
            if (constant) {
                neurons.forward(t, hoisted);
                continue;
            }
            StepInput from = line.read(index, t);
            if (chain.isIdentity() && !from.isSpikes()) {
                neurons.forward(t, from.rows());
                continue;
            }
            float[][] drive = neurons.drive();
            chain.forward(from, drive);
            neurons.forward(t, drive);
        }
    }

    private void forwardNormaliser(int index) {
        int distinctSteps = line.isConstant(index) ? 1 : line.steps();
        for (int t = 0; t < distinctSteps; t++) {
            line.stage(index)
                    .chain()
                    .forward(line.read(index, t), line.normaliser(index).rowsOf(t));
        }
    }

    /** Evaluates the loss of the latest forward pass; see {@link SliceLoss#evaluate}. */
    void evaluate(Loss toReach, ReadOut readOut, int firstSample, int batchSize, double[][] scores, int[] decisions) {
        FiringStage last = line.neurons(line.size() - 1);
        loss.evaluate(line.samples(), last, toReach, readOut, firstSample, batchSize, scores, decisions);
    }

    /** Sum of the losses of the samples. */
    double lossSum() {
        return loss.sum();
    }

    /** Sum of the penalties of the samples, which {@link #backward} will charge. */
    double penalty(SpikePenalty penalty, int batchSize) {
        double sum = 0;
        penalties.begin(line.size());
        for (int s = 0; penalty.active() && s < line.size() - 1 && sampleCount() > 0; s++) {
            if (line.endsInNeurons(s)) {
                sum += penalties.measure(s, line.neurons(s), line.steps(), penalty, batchSize);
            }
        }
        return sum;
    }

    /**
     * Goes back through a part, adding to the gradients of this slice, once all slices have gone back through the parts behind
     * and their normalisers are up to date.
     *
     * @param deferConstant whether the caller computes the gradient of the weights of a constant input, from
     *     {@link #constantRows} and {@link #constantGradients}
     */
    void backward(int part, boolean deferConstant) {
        if (sampleCount() > 0) {
            backward.run(part, deferConstant);
        }
    }

    /** The weights that the input goes through, if it goes through nothing else in the first stage, or {@code null}. */
    FloatParameter onlyWeight() {
        SliceStage first = line.stage(0);
        return first.delays() == null && first.chain().onlyDense() != null
                ? first.chain().onlyDense().weight()
                : null;
    }

    /** Inputs of the samples, if they are constant. */
    float[][] constantRows() {
        return line.constantRows();
    }

    /** Gradients with respect to the output for constant inputs, summed over the steps, after the backward pass. */
    float[][] constantGradients() {
        return backward.constantGradients();
    }

    int sampleCount() {
        return line.samples().size();
    }

    /** Activity of the layers of neurons in the latest forward pass. */
    List<LayerActivity> activity() {
        List<LayerActivity> activity = new ArrayList<>();
        for (int s = 0; s < line.size(); s++) {
            if (line.endsInNeurons(s)) {
                long[] counts = new long[line.neurons(s).size()];
                if (sampleCount() > 0) {
                    line.neurons(s).spikes().count(counts);
                }
                int layer = line.stage(s).layer();
                long neuronSteps = (long) line.steps() * sampleCount();
                activity.add(new LayerActivity(layer, line.neurons(s).fires(), counts, neuronSteps));
            }
        }
        return activity;
    }

    /** The backward pass of a slice through its stages, from the last to the first, each through all steps. */
    private final class BackwardPass {

        private final float[][][] spikeGradients;
        private final float[][] membraneGradients;
        /** Gradients with respect to the input of the first neurons, summed over the steps. */
        private final float[][] summed;

        BackwardPass(int largestSlice) {
            this.spikeGradients = new float[line.size()][][];
            for (int s = 0; s < line.size(); s++) {
                int size = line.endsInNeurons(s) ? line.neurons(s).size() : 0;
                spikeGradients[s] = new float[largestSlice][size];
            }
            this.membraneGradients = new float[largestSlice][];
            this.summed = new float[largestSlice][line.firstNeurons()];
        }

        /** Goes back through a part; see {@link Slice#backward}. */
        void run(int part, boolean deferConstant) {
            for (int s = line.last(part); s >= line.first(part); s--) {
                if (line.stage(s).body() instanceof FiringStage firing) {
                    throughNeurons(s, firing);
                } else {
                    line.normaliser(s).backward();
                }
            }
            if (part > 0) {
                toNormaliser(line.first(part));
            } else {
                toInput(deferConstant);
            }
        }

        private void throughNeurons(int index, FiringStage neurons) {
            boolean last = index == line.size() - 1;
            float[][] spikeGradient = spikeGradients[index];
            float[][] prices = last ? null : penalties.derivatives(index);
            if (!last) {
                beginChain(index + 1, true);
            }
            neurons.beginBackward(line.steps());
            for (int t = line.steps() - 1; t >= 0; t--) {
                if (last) {
                    readLoss(t, spikeGradient);
                } else {
                    throughChain(index + 1, t, spikeGradient);
                }
                neurons.backward(t, t == line.steps() - 1, spikeGradient, last ? membraneGradients : null, prices);
            }
            neurons.finish(line.steps());
            if (!last) {
                finish(index + 1);
            }
        }

        private void readLoss(int step, float[][] spikeGradient) {
            for (int b = 0; b < sampleCount(); b++) {
                System.arraycopy(loss.ofSpikes(b, step), 0, spikeGradient[b], 0, spikeGradient[b].length);
                membraneGradients[b] = loss.ofMembranes(b, step);
            }
        }

        /**
         * Goes back through the layers of a stage behind delays, if there are any: they need the gradients of all steps.
         */
        private void beginChain(int index, boolean toInput) {
            SynapseDelayLine delays = line.stage(index).delays();
            if (delays == null) {
                return;
            }
            for (int t = line.steps() - 1; t >= 0; t--) {
                line.stage(index).chain().backward(line.read(index, t), gradients(index, t), delays.givenGradients(t));
            }
            delays.backwardFromAllSteps(toInput);
        }

        /** Back through the layers in front of the body of a stage; {@code gradient} may be {@code null}. */
        private void throughChain(int index, int step, float[][] gradient) {
            SliceStage stage = line.stage(index);
            if (stage.delays() == null) {
                stage.chain().backward(line.read(index, step), gradients(index, step), gradient);
            } else {
                stage.delays().backward(step, gradient);
            }
        }

        private float[][] gradients(int index, int step) {
            return Arrays.copyOfRange(gradients(index), step * sampleCount(), (step + 1) * sampleCount());
        }

        /** Gradients with respect to the output of a stage's chain, one row per step and sample. */
        private float[][] gradients(int index) {
            return line.stage(index).body().inputGradients();
        }

        /** Completes gradients of weights, if spikes went through them. */
        private void finish(int index) {
            StepInput input = line.latest(index);
            if (input.isSpikes() && line.stage(index).delays() == null) {
                line.stage(index).chain().finish(input.spikes(), line.steps() * sampleCount(), gradients(index));
            }
        }

        /** Hands the gradient to the normaliser in front of a stage. */
        private void toNormaliser(int index) {
            Normaliser normaliser = line.normaliser(index - 1);
            ConnectionChain chain = line.stage(index).chain();
            if (chain.isIdentity()) {
                normaliser.takeGradients(line.isConstant(index) ? sumOfSteps(index) : gradients(index));
                return;
            }
            if (line.isConstant(index)) {
                chain.backward(line.read(index, 0), sumOfSteps(index), normaliser.gradientRowsOf(0));
            } else {
                beginChain(index, true);
                for (int t = line.steps() - 1; t >= 0; t--) {
                    throughChain(index, t, normaliser.gradientRowsOf(t));
                }
            }
            normaliser.takeGradients();
        }

        private void toInput(boolean deferConstant) {
            if (!line.isConstant(0)) {
                beginChain(0, false);
                for (int t = line.steps() - 1; t >= 0; t--) {
                    throughChain(0, t, null);
                }
                finish(0);
                return;
            }
            ConnectionChain chain = line.stage(0).chain();
            StepInput input = line.read(0, 0);
            if (deferConstant) {
                chain.onlyDense().addBiasGradient(sampleCount(), sumOfSteps(0));
            } else {
                chain.backward(input, sumOfSteps(0), null);
            }
        }

        /** Gradients with respect to the input of a constant stage, summed over the steps. */
        private float[][] sumOfSteps(int index) {
            if (!line.endsInNeurons(index)) {
                return gradients(index);
            }
            for (int b = 0; b < sampleCount(); b++) {
                Arrays.fill(summed[b], 0);
                for (int t = line.steps() - 1; t >= 0; t--) {
                    Kernels.add(summed[b], gradients(index)[t * sampleCount() + b], summed[b].length);
                }
            }
            return summed;
        }

        /** Gradients with respect to the input of the first stage, summed over the steps, of the latest run. */
        float[][] constantGradients() {
            return line.endsInNeurons(0) ? summed : gradients(0);
        }
    }

    /** The penalty on the spikes of hidden layers in one slice. */
    private static final class PenaltyOfSpikes {

        private float[][][] derivatives = new float[0][][];

        /** Forgets the batch before. */
        void begin(int stages) {
            derivatives = new float[stages][][];
        }

        /** Sum of the penalties of a stage; remembers their derivatives. */
        double measure(int index, FiringStage stage, int steps, SpikePenalty penalty, int batchSize) {
            int size = stage.size();
            derivatives[index] = new float[stage.samples()][size];
            double sum = 0;
            for (int b = 0; b < stage.samples(); b++) {
                float[] counts = derivatives[index][b];
                for (int t = 0; t < steps; t++) {
                    int row = t * stage.samples() + b;
                    for (int k = stage.spikes().start(row); k < stage.spikes().end(row); k++) {
                        counts[stage.spikes().indices()[k]]++;
                    }
                }
                for (int i = 0; i < size; i++) {
                    sum += penalty.value(counts[i], steps);
                    counts[i] = (float) (penalty.derivative(counts[i], steps) / batchSize);
                }
            }
            return sum;
        }

        /** Derivatives with respect to the spikes, the same at all steps, one row per sample; {@code null} if there is no price. */
        float[][] derivatives(int index) {
            return derivatives[index];
        }
    }
}
