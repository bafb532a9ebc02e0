package ganglion.learning.reference;

import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.reference.layer.Sequence;

/** The penalty on the spikes of a layer: each counts as one, whatever its size. */
final class PenaltyGradient {

    private PenaltyGradient() {}

    private static double count(Sequence fired, int sample, int neuron) {
        double count = 0;
        for (int t = 0; t < fired.steps(); t++) {
            count += fired.at(t, sample, neuron);
        }
        return count;
    }

    /**
     * The price of a layer, the mean over the samples.
     *
     * @param fired 1 where a neuron fired
     */
    static double value(SpikePenalty penalty, Sequence fired) {
        double sum = 0;
        for (int b = 0; b < fired.batch(); b++) {
            for (int i = 0; i < fired.size(); i++) {
                sum += penalty.value(count(fired, b, i), fired.steps());
            }
        }
        return sum / fired.batch();
    }

    /** The derivative of the price with respect to whether neurons fired. */
    static Sequence of(SpikePenalty penalty, Sequence fired) {
        Sequence gradient = fired.zerosOf(fired.size());
        for (int b = 0; b < fired.batch(); b++) {
            for (int i = 0; i < fired.size(); i++) {
                double derivative = penalty.derivative(count(fired, b, i), fired.steps()) / fired.batch();
                for (int t = 0; t < fired.steps(); t++) {
                    gradient.values()[gradient.row(t, b) + i] = derivative;
                }
            }
        }
        return gradient;
    }
}
