package ganglion.learning.reference;

import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.reference.layer.Sequence;

/** The penalty on the spikes of a layer. */
final class PenaltyGradient {

    private PenaltyGradient() {}

    private static double count(Sequence spikes, int sample, int neuron) {
        double count = 0;
        for (int t = 0; t < spikes.steps(); t++) {
            count += spikes.at(t, sample, neuron);
        }
        return count;
    }

    /** The price of a layer, the mean over the samples. */
    static double value(SpikePenalty penalty, Sequence spikes) {
        double sum = 0;
        for (int b = 0; b < spikes.batch(); b++) {
            for (int i = 0; i < spikes.size(); i++) {
                sum += penalty.value(count(spikes, b, i), spikes.steps());
            }
        }
        return sum / spikes.batch();
    }

    /** Adds the derivative of the price to the gradient with respect to the spikes. */
    static void add(SpikePenalty penalty, Sequence spikes, Sequence gradient) {
        for (int b = 0; b < spikes.batch(); b++) {
            for (int i = 0; i < spikes.size(); i++) {
                double derivative = penalty.derivative(count(spikes, b, i), spikes.steps()) / spikes.batch();
                for (int t = 0; t < spikes.steps(); t++) {
                    gradient.values()[gradient.row(t, b) + i] += derivative;
                }
            }
        }
    }
}
