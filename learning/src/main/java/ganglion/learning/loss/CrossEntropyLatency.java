package ganglion.learning.loss;

/**
 * Cross-entropy of how early each output fires: {@code CE(sharpness (1 - t_c / T))} with {@code t_c} the step of the first
 * spike, {@code T} if there is none. The score counts as the spike's: its gradient reaches the first spike, so that the
 * neuron fires there more or less readily; of a silent neuron it reaches the step of the highest potential.
 *
 * @param sharpness scale of the scores, more than 0
 */
public record CrossEntropyLatency(double sharpness) implements Loss {

    /** @throws IllegalArgumentException if the sharpness is not above 0 */
    public CrossEntropyLatency {
        if (!(sharpness > 0 && sharpness < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the sharpness is " + sharpness + ", expected more than 0");
        }
    }

    @Override
    public double evaluate(SampleOutput output) {
        int[] steps = new int[output.outputs()];
        double[] scores = new double[output.outputs()];
        for (int c = 0; c < scores.length; c++) {
            int first = firstSpike(output, c);
            scores[c] = sharpness * (1 - (double) first / output.steps());
            steps[c] = first < output.steps() ? first : highestPotential(output, c);
        }
        double loss = CrossEntropy.evaluate(scores, output.label());
        for (int c = 0; c < scores.length; c++) {
            output.addSpikeGradient(steps[c], c, sharpness * scores[c]);
        }
        return loss;
    }

    private static int firstSpike(SampleOutput output, int neuron) {
        int t = 0;
        while (t < output.steps() && output.spike(t, neuron) == 0) {
            t++;
        }
        return t;
    }

    private static int highestPotential(SampleOutput output, int neuron) {
        int highest = 0;
        for (int t = 1; t < output.steps(); t++) {
            if (output.membrane(t, neuron) > output.membrane(highest, neuron)) {
                highest = t;
            }
        }
        return highest;
    }
}
