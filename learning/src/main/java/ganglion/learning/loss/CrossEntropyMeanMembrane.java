package ganglion.learning.loss;

/** Cross-entropy of the mean membrane potentials: {@code CE((1/T) sum_t v_t)}. */
public record CrossEntropyMeanMembrane() implements Loss {

    @Override
    public double evaluate(SampleOutput output) {
        double[] scores = new double[output.outputs()];
        for (int t = 0; t < output.steps(); t++) {
            for (int c = 0; c < scores.length; c++) {
                scores[c] += output.membrane(t, c) / output.steps();
            }
        }
        double loss = CrossEntropy.evaluate(scores, output.label());
        for (int t = 0; t < output.steps(); t++) {
            for (int c = 0; c < scores.length; c++) {
                output.addMembraneGradient(t, c, scores[c] / output.steps());
            }
        }
        return loss;
    }
}
