package ganglion.learning.fast;

import ganglion.learning.engine.LayerActivity;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.fast.connection.ConnectionChain;
import ganglion.learning.fast.connection.LookBack;
import ganglion.learning.fast.neuron.FiringStage;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Model;
import ganglion.learning.sample.Sample;
import java.util.ArrayList;
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
        this.backward = new BackwardPass(line, loss, penalties, largestSlice);
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
        LookBack lookBack = line.stage(index).lookBack();
        for (int t = 0; lookBack != null && t < line.steps(); t++) {
            lookBack.take(t, line.readPresent(index, t));
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
                SpikePenalty ofLayer = penalty.ofLayer(line.stage(s).layer());
                sum += penalties.measure(s, line.neurons(s), line.steps(), ofLayer, batchSize);
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
        return first.lookBack() == null && first.chain().onlyDense() != null
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
                activity.add(new LayerActivity(layer, line.fires(s), counts, neuronSteps));
            }
        }
        return activity;
    }
}
