package ganglion.learning.loss;

/**
 * Squared distance of the membrane potentials from those wanted: {@code (1/T) sum_t mean_c (v_t - q_c)^2}.
 *
 * @param correctPotential wanted potential of the output of the class
 * @param otherPotential wanted potential of the other outputs
 */
public record SquaredMembrane(double correctPotential, double otherPotential) implements Loss {

    @Override
    public double evaluate(SampleOutput output) {
        double share = 1.0 / (output.steps() * output.outputs());
        double sum = 0;
        for (int t = 0; t < output.steps(); t++) {
            for (int c = 0; c < output.outputs(); c++) {
                double wanted = c == output.label() ? correctPotential : otherPotential;
                double miss = output.membrane(t, c) - wanted;
                sum += miss * miss;
                output.addMembraneGradient(t, c, 2 * miss * share);
            }
        }
        return sum * share;
    }
}
