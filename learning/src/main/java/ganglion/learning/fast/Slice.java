package ganglion.learning.fast;

import ganglion.learning.engine.LayerActivity;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Model;
import ganglion.learning.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some samples of a batch on their way through the network and back. Batch normalisation cuts the network into parts: each part
 * but the last ends in a {@link Normaliser}, behind which all slices of a batch meet. Owned by one thread at a time.
 */
final class Slice {

    private final List<Stage> stages;
    /** The stage that each part begins with, and the number of stages at the end. */
    private final int[] partStarts;

    private final SliceGradients gradients = new SliceGradients();
    private final SliceInput input;
    private final StepInput[] stepInputs;
    private final SliceLoss loss;
    private final float[][][] spikeGradients;
    private final float[][] outputMembraneGradients;
    /** What reaches the first neurons, and its gradient, if it is the same at all steps. */
    private final float[][] hoisted;

    private final float[][] summed;
    private final PenaltyOfSpikes penalties = new PenaltyOfSpikes();

    private List<Sample> samples = List.of();
    private int steps;

    Slice(Model model, FastParameters parameters, int largestSlice, long seed) {
        this.stages = Stage.of(model, parameters, gradients, largestSlice, seed);
        this.partStarts = partStarts(stages);
        this.input = new SliceInput(model.input().size());
        this.loss = new SliceLoss(largestSlice);
        this.stepInputs = new StepInput[stages.size()];
        this.spikeGradients = new float[stages.size()][][];
        for (int s = 0; s < stages.size(); s++) {
            stepInputs[s] = new StepInput(stages.get(s).inputSize());
            int size = stages.get(s).body() instanceof FiringBody ? size(s) : 0;
            spikeGradients[s] = new float[largestSlice][size];
        }
        this.outputMembraneGradients = new float[largestSlice][model.outputs()];
        int first = 0;
        while (!(stages.get(first).body() instanceof FiringBody)) {
            first++;
        }
        this.hoisted = new float[largestSlice][size(first)];
        this.summed = new float[largestSlice][size(first)];
    }

    private static int[] partStarts(List<Stage> stages) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int s = 1; s <= stages.size(); s++) {
            if (s == stages.size() || stages.get(s - 1).body() instanceof Normaliser) {
                starts.add(s);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private NeuronStage neurons(int stage) {
        return ((FiringBody) stages.get(stage).body()).neurons();
    }

    private int size(int stage) {
        return neurons(stage).parameters().size();
    }

    SliceGradients gradients() {
        return gradients;
    }

    /** The normaliser at the end of a part. */
    Normaliser normaliser(int part) {
        return (Normaliser) stages.get(partStarts[part + 1] - 1).body();
    }

    /** Takes samples; {@code firstSample} is the position of the first one in the batch. */
    void begin(List<Sample> given, int firstSample, long batchNumber, boolean training) {
        samples = given;
        if (samples.isEmpty()) {
            return;
        }
        steps = samples.get(0).input().steps();
        input.begin(samples, steps);
        for (int s = 0; s < stages.size(); s++) {
            Stage stage = stages.get(s);
            stage.chain().begin(batchNumber, firstSample, training);
            if (stage.lookBack() != null) {
                stage.lookBack().begin(steps, samples.size(), training);
            }
            if (stage.body() instanceof Normaliser normaliser && isConstant(s)) {
                normaliser.beginConstant(steps, samples.size());
            } else {
                stage.body().begin(steps, samples.size());
            }
        }
    }

    /** Runs a part forward, once all slices have run the parts before and their normalisers are up to date. */
    void forward(int part) {
        for (int s = partStarts[part]; s < partStarts[part + 1] && !samples.isEmpty(); s++) {
            takeAhead(s);
            if (stages.get(s).body() instanceof FiringBody) {
                forwardNeurons(s);
            } else {
                forwardNormaliser(s);
            }
        }
    }

    private void takeAhead(int index) {
        LookBack lookBack = stages.get(index).lookBack();
        for (int t = 0; lookBack != null && t < steps; t++) {
            readPresent(index, t);
            lookBack.take(t, stepInputs[index]);
        }
    }

    private void forwardNeurons(int index) {
        ConnectionChain chain = stages.get(index).chain();
        StepInput from = stepInputs[index];
        NeuronStage neurons = neurons(index);
        boolean constant = isConstant(index);
        if (constant) {
            readInput(index, 0);
            chain.forward(from, hoisted);
        }
        for (int t = 0; t < steps; t++) {
            if (constant) {
                neurons.forward(t, hoisted);
                continue;
            }
            readInput(index, t);
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
        Normaliser normaliser = (Normaliser) stages.get(index).body();
        for (int t = 0; t < (isConstant(index) ? 1 : steps); t++) {
            readInput(index, t);
            stages.get(index).chain().forward(stepInputs[index], normaliser.rowsOf(t));
        }
    }

    /** Whether a stage sees the same at all steps: then so did all before it. */
    private boolean isConstant(int index) {
        boolean constant = input.isConstant() && stages.get(index).lookBack() == null;
        for (int s = 0; constant && s < index; s++) {
            constant =
                    stages.get(s).body() instanceof Normaliser && stages.get(s).lookBack() == null;
        }
        return constant;
    }

    private void readInput(int index, int step) {
        LookBack lookBack = stages.get(index).lookBack();
        if (lookBack == null) {
            readPresent(index, step);
        } else {
            stepInputs[index].setRows(lookBack.given(step), samples.size());
        }
    }

    private void readPresent(int index, int step) {
        if (index == 0) {
            input.read(step, stepInputs[index]);
        } else {
            stages.get(index - 1).body().present(step, stepInputs[index]);
        }
    }

    /** Evaluates the loss of the latest forward pass; see {@link SliceLoss#evaluate}. */
    void evaluate(Loss toReach, ReadOut readOut, int firstSample, int batchSize, double[][] scores, int[] decisions) {
        NeuronStage last = neurons(stages.size() - 1);
        loss.evaluate(samples, last, toReach, readOut, firstSample, batchSize, scores, decisions);
    }

    /** Sum of the losses of the samples. */
    double lossSum() {
        return loss.sum();
    }

    /** Sum of the penalties of the samples, which {@link #backward} will charge. */
    double penalty(SpikePenalty penalty, int batchSize) {
        double sum = 0;
        penalties.begin(stages.size());
        for (int s = 0; penalty.active() && s < stages.size() - 1 && !samples.isEmpty(); s++) {
            if (stages.get(s).body() instanceof FiringBody firing) {
                SpikePenalty ofLayer = penalty.ofLayer(stages.get(s).layer());
                sum += penalties.measure(s, firing.neurons(), steps, ofLayer, batchSize);
            }
        }
        return sum;
    }

    /**
     * Goes back through a part, adding to the gradients of this slice, once all slices have gone back through the parts behind
     * and their normalisers are up to date.
     *
     * @param deferConstant whether somebody else computes the gradient of the weights of a constant input, from
     *     {@link #constantRows} and {@link #constantGradients}
     */
    void backward(int part, boolean deferConstant) {
        if (samples.isEmpty()) {
            return;
        }
        for (int s = partStarts[part + 1] - 1; s >= partStarts[part]; s--) {
            if (stages.get(s).body() instanceof FiringBody firing) {
                backwardNeurons(s, firing.backward());
            } else {
                ((Normaliser) stages.get(s).body()).backward();
            }
        }
        if (part > 0) {
            backwardToNormaliser(partStarts[part]);
        } else {
            backwardToInput(deferConstant);
        }
    }

    private void backwardNeurons(int index, NeuronBackward backward) {
        boolean last = index == stages.size() - 1;
        backward.begin(steps);
        for (int t = steps - 1; t >= 0; t--) {
            float[][] spikeGradient = spikeGradients[index];
            if (last) {
                for (int b = 0; b < samples.size(); b++) {
                    System.arraycopy(loss.ofSpikes(b, t), 0, spikeGradient[b], 0, spikeGradient[b].length);
                    outputMembraneGradients[b] = loss.ofMembranes(b, t);
                }
            } else {
                backwardThrough(index + 1, t, spikeGradient);
                penalties.add(index, spikeGradient, samples.size());
            }
            backward.backward(t, t == steps - 1, spikeGradient, last ? outputMembraneGradients : null);
        }
        backward.finish(steps);
        if (!last) {
            finish(index + 1);
        }
    }

    /** Completes gradients of weights, if spikes went through them. */
    private void finish(int index) {
        Stage stage = stages.get(index);
        if (stepInputs[index].isSpikes() && stage.lookBack() == null) {
            stage.chain()
                    .finish(stepInputs[index].spikes(), rows(), stage.body().inputGradients());
        }
    }

    /** Back through what is in front of the body of a stage; {@code gradient} may be {@code null}. */
    private void backwardThrough(int index, int step, float[][] gradient) {
        Stage stage = stages.get(index);
        StepInput scratch = stepInputs[index];
        readInput(index, step);
        if (stage.lookBack() == null) {
            stage.chain().backward(scratch, rowsAt(stage, step), gradient);
            return;
        }
        stage.chain().backward(scratch, rowsAt(stage, step), stage.lookBack().givenGradients(step));
        readPresent(index, step);
        stage.lookBack().backward(step, scratch, gradient);
    }

    private int rows() {
        return steps * samples.size();
    }

    private float[][] rowsAt(Stage stage, int step) {
        return Arrays.copyOfRange(stage.body().inputGradients(), step * samples.size(), (step + 1) * samples.size());
    }

    /** Hands the gradient to the normaliser in front of a stage. */
    private void backwardToNormaliser(int index) {
        Normaliser normaliser = (Normaliser) stages.get(index - 1).body();
        ConnectionChain chain = stages.get(index).chain();
        if (chain.isIdentity()) {
            normaliser.takeGradients(isConstant(index) ? constantGradients(index) : gradientsOf(index));
            return;
        }
        if (isConstant(index)) {
            readInput(index, 0);
            chain.backward(stepInputs[index], constantGradients(index), normaliser.gradientRowsOf(0));
        } else {
            for (int t = steps - 1; t >= 0; t--) {
                backwardThrough(index, t, normaliser.gradientRowsOf(t));
            }
        }
        normaliser.takeGradients();
    }

    private float[][] gradientsOf(int index) {
        return stages.get(index).body().inputGradients();
    }

    private void backwardToInput(boolean deferConstant) {
        if (!isConstant(0)) {
            for (int t = steps - 1; t >= 0; t--) {
                backwardThrough(0, t, null);
            }
            finish(0);
            return;
        }
        readInput(0, 0);
        if (deferConstant) {
            stages.get(0).chain().onlyDense().addBiasGradient(samples.size(), constantGradients(0));
        } else {
            stages.get(0).chain().backward(stepInputs[0], constantGradients(0), null);
        }
    }

    /** Gradients with respect to what a stage gets at all steps, summed over the steps. */
    private float[][] constantGradients(int index) {
        if (stages.get(index).body() instanceof Normaliser) {
            return gradientsOf(index);
        }
        for (int b = 0; b < samples.size(); b++) {
            Arrays.fill(summed[b], 0);
            for (int t = steps - 1; t >= 0; t--) {
                Kernels.add(summed[b], gradientsOf(index)[t * samples.size() + b], summed[b].length);
            }
        }
        return summed;
    }

    /** Whether the input is constant and goes through weights only, so that their gradient may be computed elsewhere. */
    boolean canDeferConstant() {
        return isConstant(0) && stages.get(0).chain().onlyDense() != null;
    }

    /** The weights that a constant input goes through. */
    FloatParameter constantWeight() {
        return stages.get(0).chain().onlyDense().weight();
    }

    /** Inputs of the samples. */
    float[][] constantRows() {
        return input.constantRows();
    }

    /** Gradients with respect to what the constant inputs give, summed over the steps, after the way back. */
    float[][] constantGradients() {
        return stages.get(0).body() instanceof Normaliser ? gradientsOf(0) : summed;
    }

    int sampleCount() {
        return samples.size();
    }

    /** What the layers of neurons did in the latest forward pass. */
    List<LayerActivity> activity() {
        List<LayerActivity> activity = new ArrayList<>();
        for (int s = 0; s < stages.size(); s++) {
            if (stages.get(s).body() instanceof FiringBody firing) {
                long[] counts = new long[size(s)];
                if (!samples.isEmpty()) {
                    firing.neurons().spikes().count(counts);
                }
                activity.add(new LayerActivity(stages.get(s).layer(), counts, (long) steps * samples.size()));
            }
        }
        return activity;
    }
}
