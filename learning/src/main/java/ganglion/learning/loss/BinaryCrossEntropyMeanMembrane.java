package ganglion.learning.loss;

/**
 * For several classes at once: every output decides for itself, by its mean membrane potential {@code m = (1/T) sum_t v_t}, whether
 * its class is there. With {@code y_c} 1 if it is, the loss is {@code sum_c log(1 + exp(m_c)) - y_c m_c}, the sum of the outputs' binary
 * cross-entropies. The label of a sample is a set of classes: class c is there if bit c is set.
 */
public record BinaryCrossEntropyMeanMembrane() implements Loss {

    @Override
    public double evaluate(SampleOutput output) {
        double loss = 0;
        for (int c = 0; c < output.outputs(); c++) {
            double mean = 0;
            for (int t = 0; t < output.steps(); t++) {
                mean += output.membrane(t, c) / output.steps();
            }
            double there = output.label() >> c & 1;
            loss += Math.max(mean, 0) + Math.log1p(Math.exp(-Math.abs(mean))) - there * mean;
            double gradient = (1 / (1 + Math.exp(-mean)) - there) / output.steps();
            for (int t = 0; t < output.steps(); t++) {
                output.addMembraneGradient(t, c, gradient);
            }
        }
        return loss;
    }
}
