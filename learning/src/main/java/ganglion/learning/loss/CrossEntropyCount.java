package ganglion.learning.loss;

/** Cross-entropy of the spike counts: {@code CE(sum_t s_t)}. */
public record CrossEntropyCount() implements Loss {

    @Override
    public double evaluate(SampleOutput output) {
        double[] scores = new double[output.outputs()];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = output.count(c);
        }
        double loss = CrossEntropy.evaluate(scores, output.label());
        for (int t = 0; t < output.steps(); t++) {
            for (int c = 0; c < scores.length; c++) {
                output.addSpikeGradient(t, c, scores[c]);
            }
        }
        return loss;
    }
}
