package ganglion.learning.reference.layer;

/** A decay that is learned freely and clamped to 0..1 where it is used, one for all neurons or one each. */
final class ClampedDecay {

    private final double[] values;
    private final double[] gradient;

    ClampedDecay(double[] values, double[] gradient) {
        this.values = values;
        this.gradient = gradient;
    }

    private int index(int neuron) {
        return values.length == 1 ? 0 : neuron;
    }

    double at(int neuron) {
        return Math.max(0, Math.min(1, values[index(neuron)]));
    }

    /** Adds to the gradient; the clamp passes it on where the value is within 0..1, both ends included. */
    void addGradient(int neuron, double amount) {
        double value = values[index(neuron)];
        if (value >= 0 && value <= 1) {
            gradient[index(neuron)] += amount;
        }
    }
}
