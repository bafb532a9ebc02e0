package ganglion.learning.loss;

/** Cross-entropy of the largest membrane potentials over time: {@code CE(max_t v_t)}; the first of equals takes the gradient. */
public record CrossEntropyMaxMembrane() implements Loss {

    @Override
    public double evaluate(SampleOutput output) {
        int[] steps = new int[output.outputs()];
        double[] scores = new double[output.outputs()];
        for (int c = 0; c < scores.length; c++) {
            for (int t = 1; t < output.steps(); t++) {
                if (output.membrane(t, c) > output.membrane(steps[c], c)) {
                    steps[c] = t;
                }
            }
            scores[c] = output.membrane(steps[c], c);
        }
        double loss = CrossEntropy.evaluate(scores, output.label());
        for (int c = 0; c < scores.length; c++) {
            output.addMembraneGradient(steps[c], c, scores[c]);
        }
        return loss;
    }
}
