package ganglion.learning.loss;

/** Cross-entropy of the spikes of each step, averaged over the steps: {@code (1/T) sum_t CE(s_t)}. */
public record CrossEntropyRate() implements Loss {

    @Override
    public double evaluate(SampleOutput output) {
        double[] scores = new double[output.outputs()];
        double sum = 0;
        for (int t = 0; t < output.steps(); t++) {
            for (int c = 0; c < scores.length; c++) {
                scores[c] = output.spike(t, c);
            }
            sum += CrossEntropy.evaluate(scores, output.label());
            for (int c = 0; c < scores.length; c++) {
                output.addSpikeGradient(t, c, scores[c] / output.steps());
            }
        }
        return sum / output.steps();
    }
}
