package ganglion.learning.loss;

/**
 * Squared distance of the spike counts from those wanted: {@code (1/T) mean_c (sum_t s_t - q_c)^2}, where {@code q} is
 * {@code floor(T correctRate)} for the class and {@code floor(T otherRate)} for the others.
 *
 * @param correctRate target number of spikes per step of the output of the class
 * @param otherRate target number of spikes per step of the other outputs
 */
public record SquaredCount(double correctRate, double otherRate) implements Loss {

    @Override
    public double evaluate(SampleOutput output) {
        int outputs = output.outputs();
        int steps = output.steps();
        double sum = 0;
        for (int c = 0; c < outputs; c++) {
            double wanted = Math.floor(steps * (c == output.label() ? correctRate : otherRate));
            double miss = output.count(c) - wanted;
            sum += miss * miss;
            for (int t = 0; t < steps; t++) {
                output.addSpikeGradient(t, c, 2 * miss / (steps * outputs));
            }
        }
        return sum / outputs / steps;
    }
}
