package ganglion.learning.train;

import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.Dynamics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The score above which detectors find their classes, the same for all, chosen for a high F1 on samples that were not learned from. Training
 * brings the score of a class that is as likely there as not to 0; the F1 of a rare class is highest at a lower one.
 *
 * @param value the threshold
 */
public record DetectionThreshold(double value) {

    /** A class's score of a sample, and whether the class is there. */
    private record Entry(double score, int label, boolean there) {}

    /**
     * Chooses the threshold with the highest macro F1; of equally good ones that nearest to 0. It lies in the middle between two scores. The
     * time is that of sorting the scores.
     *
     * @param labels classes of each sample, as bits
     * @param scores by sample and class
     */
    public static DetectionThreshold fit(int[] labels, double[][] scores) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            for (int c = 0; c < scores[i].length; c++) {
                entries.add(new Entry(scores[i][c], c, (labels[i] >> c & 1) == 1));
            }
        }
        entries.sort(Comparator.comparingDouble(Entry::score).reversed());
        return new DetectionThreshold(best(entries, scores[0].length));
    }

    /** Lowers a threshold over the entries, from the highest score on, and follows the F1 of each class. */
    private static double best(List<Entry> entries, int classes) {
        int[] present = new int[classes];
        entries.stream().filter(Entry::there).forEach(entry -> present[entry.label()]++);
        int[] found = new int[classes];
        int[] hits = new int[classes];
        double highest = 0;
        double threshold = 0;
        double sum = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            int c = entry.label();
            sum -= f1(hits[c], found[c], present[c]);
            found[c]++;
            hits[c] += entry.there() ? 1 : 0;
            sum += f1(hits[c], found[c], present[c]);
            double next = i + 1 < entries.size() ? entries.get(i + 1).score() : entry.score() - 1;
            double here = (entry.score() + next) / 2;
            boolean better = sum > highest + 1e-12;
            boolean asGood = sum > highest - 1e-12 && Math.abs(here) < Math.abs(threshold);
            if (next < entry.score() && (better || asGood && highest > 0)) {
                highest = Math.max(highest, sum);
                threshold = here;
            }
        }
        return threshold;
    }

    private static double f1(int hits, int found, int present) {
        return found + present == 0 ? 0 : 2.0 * hits / (found + present);
    }

    /** The scores, less the threshold: a class is found if the result is above 0. */
    public double[][] shifted(double[][] scores) {
        double[][] shifted = new double[scores.length][];
        for (int i = 0; i < scores.length; i++) {
            shifted[i] = Arrays.stream(scores[i]).map(score -> score - value).toArray();
        }
        return shifted;
    }

    /**
     * Moves thresholds into the network, so that a class is found where its score is above 0, in the simulator, too. The mean
     * potential of an integrator is linear in its input: a bias less {@code threshold / g}, with {@code g} the mean potential of a constant input of 1,
     * takes the threshold from the score.
     */
    public static final class ShiftedReadOut {

        private ShiftedReadOut() {}

        /** Whether layers end as they must: in a dense layer with a bias and integrators. */
        public static boolean suits(List<Layer> layers) {
            int last = layers.size() - 1;
            return last > 0
                    && layers.get(last - 1) instanceof Dense dense
                    && dense.bias()
                    && layers.get(last) instanceof Neurons neurons
                    && neurons.dynamics() == Dynamics.INTEGRATOR;
        }

        /**
         * The network whose mean potentials are less by thresholds.
         *
         * @param model whose layers {@linkplain #suits suit}; not changed
         * @param thresholds by class
         * @param steps of each sample
         */
        public static Model of(Model model, double[] thresholds, int steps) {
            Model shifted = model.copy();
            int last = model.layers().size() - 1;
            double[] decays = shifted.parameter(last, "beta").values();
            double[] biases = shifted.parameter(last - 1, "bias").values();
            for (int c = 0; c < biases.length; c++) {
                double decay = Math.max(0, Math.min(1, decays[decays.length == 1 ? 0 : c]));
                // As a float, as all parameters are: both engines and the compiled network have the same bias.
                biases[c] = (float) (biases[c] - thresholds[c] / meanOfOne(decay, steps));
            }
            return shifted;
        }

        private static double meanOfOne(double decay, int steps) {
            double potential = 0;
            double sum = 0;
            for (int t = 0; t < steps; t++) {
                potential = decay * potential + 1;
                sum += potential;
            }
            return sum / steps;
        }
    }
}
