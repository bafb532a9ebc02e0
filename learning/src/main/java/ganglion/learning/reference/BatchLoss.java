package ganglion.learning.reference;

import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SampleOutput;
import ganglion.learning.reference.layer.NeuronTrace;
import ganglion.learning.reference.layer.Sequence;

/**
 * The loss of a batch and its gradients.
 *
 * @param value mean over the samples
 * @param spikeGradient with respect to the spikes of the output neurons
 * @param membraneGradient with respect to their potentials
 */
public record BatchLoss(double value, Sequence spikeGradient, Sequence membraneGradient) {

    /**
     * Evaluates a loss.
     *
     * @param output spikes and potentials of the output neurons
     * @param labels class of each sample
     */
    public static BatchLoss of(NeuronTrace output, int[] labels, Loss loss) {
        Sequence spikes = output.spikes();
        int batch = spikes.batch();
        Sequence spikeGradient = spikes.zerosOf(spikes.size());
        Sequence membraneGradient = spikes.zerosOf(spikes.size());
        SampleOutput sample = new SampleOutput(spikes.steps(), spikes.size());
        double sum = 0;
        for (int b = 0; b < batch; b++) {
            sample.begin(labels[b], b);
            for (int t = 0; t < spikes.steps(); t++) {
                for (int c = 0; c < spikes.size(); c++) {
                    sample.set(t, c, spikes.at(t, b, c), output.membranes().at(t, b, c));
                }
            }
            sum += loss.evaluate(sample);
            for (int t = 0; t < spikes.steps(); t++) {
                for (int c = 0; c < spikes.size(); c++) {
                    int k = spikes.row(t, b) + c;
                    spikeGradient.values()[k] = sample.spikeGradient(t, c) / batch;
                    membraneGradient.values()[k] = sample.membraneGradient(t, c) / batch;
                }
            }
        }
        return new BatchLoss(sum / batch, spikeGradient, membraneGradient);
    }
}
