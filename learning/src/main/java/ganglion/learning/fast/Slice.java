package ganglion.learning.fast;

import ganglion.learning.engine.LayerActivity;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SampleOutput;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Model;
import ganglion.learning.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some samples of a batch on their way through the network and back. Owned by one thread at a time. */
final class Slice {

    private final List<Stage> stages;
    private final SliceGradients gradients = new SliceGradients();
    private final SliceInput input;
    private final StepInput stepInput;
    private final float[][][] spikeGradients;
    private final float[][] outputMembraneGradients;
    private final float[][] hoisted;
    private final float[][] summed;
    private final PenaltyOfSpikes penalties = new PenaltyOfSpikes();

    private List<Sample> samples = List.of();
    private int steps;
    private SampleOutput output;
    private float[][][] lossOfSpikes = new float[0][][];
    private float[][][] lossOfMembranes = new float[0][][];
    private double lossSum;

    Slice(Model model, FastParameters parameters, int largestSlice, long seed) {
        this.stages = Stage.of(model, parameters, gradients, largestSlice, seed);
        this.input = new SliceInput(model.input().size());
        this.stepInput = new StepInput(model.input().size());
        this.spikeGradients = new float[stages.size()][][];
        for (int s = 0; s < stages.size(); s++) {
            spikeGradients[s] =
                    new float[largestSlice][stages.get(s).neurons().parameters().size()];
        }
        this.outputMembraneGradients = new float[largestSlice][model.outputs()];
        this.hoisted =
                new float[largestSlice][stages.get(0).neurons().parameters().size()];
        this.summed = new float[largestSlice][hoisted[0].length];
    }

    SliceGradients gradients() {
        return gradients;
    }

    /** Runs forward; {@code firstSample} is the position of the first sample in the batch. */
    void forward(List<Sample> given, int firstSample, long batchNumber, boolean training) {
        samples = given;
        if (samples.isEmpty()) {
            return;
        }
        steps = samples.get(0).input().steps();
        input.begin(samples, steps);
        for (Stage stage : stages) {
            stage.chain().begin(batchNumber, firstSample, training);
            if (stage.lookBack() != null) {
                stage.lookBack().begin(steps, samples.size(), training);
            }
            stage.neurons().begin(steps, samples.size());
        }
        for (int s = 0; s < stages.size(); s++) {
            forwardStage(s);
        }
    }

    private void forwardStage(int index) {
        Stage stage = stages.get(index);
        boolean constant = index == 0 && isConstant();
        if (constant) {
            input.read(0, stepInput);
            stage.chain().forward(stepInput, hoisted);
        }
        StepInput from = index == 0 ? stepInput : new StepInput(stage.inputSize());
        for (int t = 0; stage.lookBack() != null && t < steps; t++) {
            readPresent(index, t, from);
            stage.lookBack().take(t, from);
        }
        for (int t = 0; t < steps; t++) {
            if (constant) {
                stage.neurons().forward(t, hoisted);
                continue;
            }
            readInput(index, t, from);
            if (stage.chain().isIdentity() && !from.isSpikes()) {
                stage.neurons().forward(t, from.rows());
                continue;
            }
            float[][] drive = stage.neurons().drive();
            stage.chain().forward(from, drive);
            stage.neurons().forward(t, drive);
        }
    }

    /** Whether the first stage sees the same at all steps. */
    private boolean isConstant() {
        return input.isConstant() && stages.get(0).lookBack() == null;
    }

    private void readInput(int index, int step, StepInput to) {
        LookBack lookBack = stages.get(index).lookBack();
        if (lookBack == null) {
            readPresent(index, step, to);
        } else {
            to.setRows(lookBack.given(step), samples.size());
        }
    }

    private void readPresent(int index, int step, StepInput to) {
        if (index == 0) {
            input.read(step, to);
        } else {
            to.setSpikes(stages.get(index - 1).neurons().spikes(), step * samples.size(), samples.size());
        }
    }

    /**
     * Evaluates the loss of the latest forward pass.
     *
     * @param batchSize number of samples in the whole batch
     * @param scores receives the scores of the samples, from {@code firstSample} on
     */
    void evaluate(Loss loss, ReadOut readOut, int firstSample, int batchSize, double[][] scores, int[] decisions) {
        lossSum = 0;
        if (samples.isEmpty()) {
            return;
        }
        int outputs = outputMembraneGradients[0].length;
        if (output == null || output.steps() != steps) {
            output = new SampleOutput(steps, outputs);
        }
        if (lossOfSpikes.length < samples.size() || lossOfSpikes[0].length < steps) {
            lossOfSpikes = new float[spikeGradients[0].length][steps][outputs];
            lossOfMembranes = new float[spikeGradients[0].length][steps][outputs];
        }
        for (int b = 0; b < samples.size(); b++) {
            readOutput(b, firstSample);
            lossSum += loss.evaluate(output);
            keepGradients(b, batchSize);
            scores[firstSample + b] = readOut.scores(output);
            decisions[firstSample + b] = readOut.decide(scores[firstSample + b], steps);
        }
    }

    private void readOutput(int b, int firstSample) {
        NeuronStage last = stages.get(stages.size() - 1).neurons();
        output.begin(samples.get(b).label(), firstSample + b);
        for (int t = 0; t < steps; t++) {
            int row = t * samples.size() + b;
            for (int c = 0; c < output.outputs(); c++) {
                output.set(t, c, 0, last.membranes()[row][c]);
            }
            for (int k = last.spikes().start(row); k < last.spikes().end(row); k++) {
                int c = last.spikes().indices()[k];
                output.set(t, c, 1, last.membranes()[row][c]);
            }
        }
    }

    private void keepGradients(int b, int batchSize) {
        for (int t = 0; t < steps; t++) {
            for (int c = 0; c < output.outputs(); c++) {
                lossOfSpikes[b][t][c] = (float) (output.spikeGradient(t, c) / batchSize);
                lossOfMembranes[b][t][c] = (float) (output.membraneGradient(t, c) / batchSize);
            }
        }
    }

    /** Sum of the losses of the samples. */
    double lossSum() {
        return lossSum;
    }

    /** Sum of the penalties of the samples, which {@link #backward} will charge. */
    double penalty(SpikePenalty penalty, int batchSize) {
        double sum = 0;
        penalties.begin(stages.size());
        for (int s = 0; penalty.active() && s < stages.size() - 1 && !samples.isEmpty(); s++) {
            Stage stage = stages.get(s);
            sum += penalties.measure(s, stage.neurons(), steps, penalty.ofLayer(stage.layer()), batchSize);
        }
        return sum;
    }

    /**
     * Goes back, adding to the gradients of this slice.
     *
     * @param deferConstant whether somebody else computes the gradient of the weights of a constant input, from
     *     {@link #constantRows} and {@link #constantGradients}
     */
    void backward(boolean deferConstant) {
        if (samples.isEmpty()) {
            return;
        }
        for (int s = stages.size() - 1; s >= 0; s--) {
            backwardStage(s);
        }
        backwardInput(deferConstant);
    }

    private void backwardStage(int index) {
        Stage stage = stages.get(index);
        boolean last = index == stages.size() - 1;
        stage.backward().begin(steps);
        StepInput above =
                last ? null : new StepInput(stage.neurons().parameters().size());
        for (int t = steps - 1; t >= 0; t--) {
            float[][] spikeGradient = spikeGradients[index];
            if (last) {
                for (int b = 0; b < samples.size(); b++) {
                    System.arraycopy(lossOfSpikes[b][t], 0, spikeGradient[b], 0, spikeGradient[b].length);
                    outputMembraneGradients[b] = lossOfMembranes[b][t];
                }
            } else {
                backwardThrough(index + 1, t, above, spikeGradient);
                penalties.add(index, spikeGradient, samples.size());
            }
            stage.backward().backward(t, t == steps - 1, spikeGradient, last ? outputMembraneGradients : null);
        }
        stage.backward().finish(steps);
        if (!last && stages.get(index + 1).lookBack() == null) {
            Stage next = stages.get(index + 1);
            next.chain()
                    .finish(stage.neurons().spikes(), rows(), next.backward().inputGradients());
        }
    }

    /** Back through what is in front of the neurons of a stage; {@code gradient} may be {@code null}. */
    private void backwardThrough(int index, int step, StepInput scratch, float[][] gradient) {
        Stage stage = stages.get(index);
        readInput(index, step, scratch);
        if (stage.lookBack() == null) {
            stage.chain().backward(scratch, rowsAt(stage, step), gradient);
            return;
        }
        stage.chain().backward(scratch, rowsAt(stage, step), stage.lookBack().givenGradients(step));
        readPresent(index, step, scratch);
        stage.lookBack().backward(step, scratch, gradient);
    }

    private int rows() {
        return steps * samples.size();
    }

    private float[][] rowsAt(Stage stage, int step) {
        float[][] rows = new float[samples.size()][];
        for (int b = 0; b < rows.length; b++) {
            rows[b] = stage.backward().inputGradients()[step * rows.length + b];
        }
        return rows;
    }

    private void backwardInput(boolean deferConstant) {
        Stage first = stages.get(0);
        if (!isConstant()) {
            for (int t = steps - 1; t >= 0; t--) {
                backwardThrough(0, t, stepInput, null);
            }
            if (stepInput.isSpikes() && first.lookBack() == null) {
                first.chain()
                        .finish(stepInput.spikes(), rows(), first.backward().inputGradients());
            }
            return;
        }
        for (int b = 0; b < samples.size(); b++) {
            Arrays.fill(summed[b], 0);
            for (int t = steps - 1; t >= 0; t--) {
                Kernels.add(summed[b], first.backward().inputGradients()[t * samples.size() + b], summed[b].length);
            }
        }
        input.read(0, stepInput);
        if (deferConstant) {
            first.chain().onlyDense().addBiasGradient(samples.size(), summed);
        } else {
            first.chain().backward(stepInput, summed, null);
        }
    }

    /** Whether the input is constant and goes through weights only, so that their gradient may be computed elsewhere. */
    boolean canDeferConstant() {
        return isConstant() && stages.get(0).chain().onlyDense() != null;
    }

    /** The weights that a constant input goes through. */
    FloatParameter constantWeight() {
        return stages.get(0).chain().onlyDense().weight();
    }

    /** Inputs of the samples. */
    float[][] constantRows() {
        return input.constantRows();
    }

    /** Gradients with respect to what the constant inputs give, summed over the steps. */
    float[][] constantGradients() {
        return summed;
    }

    int sampleCount() {
        return samples.size();
    }

    /** What the layers did in the latest forward pass. */
    List<LayerActivity> activity() {
        List<LayerActivity> activity = new ArrayList<>();
        for (Stage stage : stages) {
            long[] counts = new long[stage.neurons().parameters().size()];
            if (!samples.isEmpty()) {
                stage.neurons().spikes().count(counts);
            }
            activity.add(new LayerActivity(stage.layer(), counts, (long) steps * samples.size()));
        }
        return activity;
    }
}
