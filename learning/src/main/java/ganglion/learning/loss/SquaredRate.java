package ganglion.learning.loss;

/**
 * For two classes and one output: {@code ((1/T) sum_t s_t - y)^2}, so that the output fires always for class 1 and never for
 * class 0.
 */
public record SquaredRate() implements Loss {

    @Override
    public boolean isForOneOutput() {
        return true;
    }

    @Override
    public double evaluate(SampleOutput output) {
        double miss = output.count(0) / output.steps() - output.label();
        for (int t = 0; t < output.steps(); t++) {
            output.addSpikeGradient(t, 0, 2 * miss / output.steps());
        }
        return miss * miss;
    }
}
