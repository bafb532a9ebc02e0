package ganglion.learning.fast;

import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SampleOutput;
import ganglion.learning.sample.Sample;
import ganglion.learning.surrogate.Negligible;
import java.util.List;

/** The loss of the samples of a slice, and its gradients with respect to spikes and potentials of the output neurons. */
final class SliceLoss {

    private final int largestSlice;
    private SampleOutput output;
    private float[][][] ofSpikes = new float[0][][];
    private float[][][] ofMembranes = new float[0][][];
    private double sum;

    SliceLoss(int largestSlice) {
        this.largestSlice = largestSlice;
    }

    /**
     * Evaluates the loss.
     *
     * @param last the output neurons
     * @param firstSample position of the first sample in the batch
     * @param batchSize number of samples in the whole batch
     * @param scores receives the scores of the samples, from {@code firstSample} on
     */
    void evaluate(
            List<Sample> samples,
            FiringStage last,
            Loss loss,
            ReadOut readOut,
            int firstSample,
            int batchSize,
            double[][] scores,
            int[] decisions) {
        sum = 0;
        if (samples.isEmpty()) {
            return;
        }
        int steps = samples.get(0).input().steps();
        begin(steps, samples.size(), last.size());
        for (int b = 0; b < samples.size(); b++) {
            output.begin(samples.get(b).label(), firstSample + b);
            read(last, b);
            sum += loss.evaluate(output);
            keepGradients(b, batchSize);
            scores[firstSample + b] = readOut.scores(output);
            decisions[firstSample + b] = readOut.decide(scores[firstSample + b], steps);
        }
    }

    private void begin(int steps, int samples, int outputs) {
        if (output == null || output.steps() != steps) {
            output = new SampleOutput(steps, outputs);
        }
        if (ofSpikes.length < samples || ofSpikes[0].length < steps) {
            ofSpikes = new float[largestSlice][steps][outputs];
            ofMembranes = new float[largestSlice][steps][outputs];
        }
    }

    private void read(FiringStage last, int b) {
        for (int t = 0; t < output.steps(); t++) {
            int row = t * last.samples() + b;
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
        for (int t = 0; t < output.steps(); t++) {
            for (int c = 0; c < output.outputs(); c++) {
                ofSpikes[b][t][c] = (float) Negligible.cut(output.spikeGradient(t, c) / batchSize);
                ofMembranes[b][t][c] = (float) Negligible.cut(output.membraneGradient(t, c) / batchSize);
            }
        }
    }

    /** Sum of the losses of the samples. */
    double sum() {
        return sum;
    }

    /** Gradient with respect to the spikes of a sample at a step. */
    float[] ofSpikes(int sample, int step) {
        return ofSpikes[sample][step];
    }

    /** Gradient with respect to the potentials of a sample at a step. */
    float[] ofMembranes(int sample, int step) {
        return ofMembranes[sample][step];
    }
}
