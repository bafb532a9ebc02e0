package ganglion.learning.loss;

/**
 * The loss of the founding study's flute classifier, two classes and one output. With {@code L = (1/T) sum_t (s_t - y)^2}, the
 * share of steps at which the output is wrong, it is
 *
 * <pre>
 *   max(0, L - (1 - correctShare)) + (y = 0) biasWeight biasGrowth^batch (1/T) sum_t s_t
 * </pre>
 *
 * so that a clip of which {@code correctShare} of the steps are right is right enough, and firing for class 0 costs more with
 * every batch. The study gives the numbers and describes the rest in words; this is one reading of them.
 *
 * @param correctShare share of right steps at which a clip stops counting, 0.55 in the study
 * @param biasWeight weight of the penalty in the first batch, 0.1 in the study
 * @param biasGrowth factor from batch to batch, 1.001 in the study
 */
public record WindowedError(double correctShare, double biasWeight, double biasGrowth) implements Loss {

    /** The numbers of the study. */
    public static WindowedError ofStudy() {
        return new WindowedError(0.55, 0.1, 1.001);
    }

    @Override
    public Loss atBatch(long batch) {
        return new WindowedError(correctShare, biasWeight * Math.pow(biasGrowth, batch), biasGrowth);
    }

    @Override
    public boolean isForOneOutput() {
        return true;
    }

    @Override
    public double evaluate(SampleOutput output) {
        int steps = output.steps();
        double error = 0;
        for (int t = 0; t < steps; t++) {
            double miss = output.spike(t, 0) - output.label();
            error += miss * miss / steps;
        }
        double excess = error - (1 - correctShare);
        double penalty = output.label() == 0 ? biasWeight : 0;
        for (int t = 0; t < steps; t++) {
            double miss = output.spike(t, 0) - output.label();
            output.addSpikeGradient(t, 0, ((excess > 0 ? 2 * miss : 0) + penalty) / steps);
        }
        return Math.max(0, excess) + penalty * output.count(0) / steps;
    }
}
