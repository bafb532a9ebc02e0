package ganglion.learning.loss;

import java.util.Arrays;

/** A loss, by its share of one sample. Immutable, safe to share between threads. */
public interface Loss {

    /**
     * The loss of one sample; the loss of a batch is the mean.
     *
     * @param output spikes and potentials of the output neurons; its gradients, zero before the call, are set to those of this
     *     sample's loss
     */
    double evaluate(SampleOutput output);

    /** Whether it is for a single output, which stands for the second of two classes, and not for an output per class. */
    default boolean isForOneOutput() {
        return false;
    }

    /**
     * The loss to use in a batch, for losses that change during training.
     *
     * @param batch number of batches before this one, over all epochs
     */
    default Loss atBatch(long batch) {
        return this;
    }

    /** Cross-entropy of the spike counts: {@code CE(sum_t s_t)}. */
    record CrossEntropyCount() implements Loss {

        @Override
        public double evaluate(SampleOutput output) {
            double[] scores = new double[output.outputs()];
            Arrays.setAll(scores, output::count);
            double loss = CrossEntropy.evaluate(scores, output.label());
            for (int c = 0; c < scores.length; c++) {
                output.addSpikeGradients(c, scores[c]);
            }
            return loss;
        }
    }

    /** Cross-entropy of the spikes of each step, averaged over the steps: {@code (1/T) sum_t CE(s_t)}. */
    record CrossEntropyRate() implements Loss {

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

    /** Cross-entropy of the mean membrane potentials: {@code CE((1/T) sum_t v_t)}. */
    record CrossEntropyMeanMembrane() implements Loss {

        @Override
        public double evaluate(SampleOutput output) {
            double[] scores = new double[output.outputs()];
            Arrays.setAll(scores, output::meanMembrane);
            double loss = CrossEntropy.evaluate(scores, output.label());
            for (int c = 0; c < scores.length; c++) {
                output.addMeanMembraneGradient(c, scores[c]);
            }
            return loss;
        }
    }

    /** Cross-entropy of the largest membrane potentials over time: {@code CE(max_t v_t)}; the first of equals takes the gradient. */
    record CrossEntropyMaxMembrane() implements Loss {

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

    /**
     * For several classes at once: every output decides for itself, by its mean membrane potential {@code m = (1/T) sum_t v_t}, whether
     * its class is there. With {@code y_c} 1 if it is, the loss is {@code sum_c log(1 + exp(m_c)) - y_c m_c}, the sum of the outputs' binary
     * cross-entropies. The label of a sample is a set of classes: class c is there if bit c is set.
     */
    record BinaryCrossEntropyMeanMembrane() implements Loss {

        @Override
        public double evaluate(SampleOutput output) {
            double loss = 0;
            for (int c = 0; c < output.outputs(); c++) {
                double mean = output.meanMembrane(c);
                double there = output.label() >> c & 1;
                loss += Math.max(mean, 0) + Math.log1p(Math.exp(-Math.abs(mean))) - there * mean;
                output.addMeanMembraneGradient(c, 1 / (1 + Math.exp(-mean)) - there);
            }
            return loss;
        }
    }

    /**
     * Squared distance of the spike counts from those wanted: {@code (1/T) mean_c (sum_t s_t - q_c)^2}, where {@code q} is
     * {@code floor(T correctRate)} for the class and {@code floor(T otherRate)} for the others.
     *
     * @param correctRate target number of spikes per step of the output of the class
     * @param otherRate target number of spikes per step of the other outputs
     */
    record SquaredCount(double correctRate, double otherRate) implements Loss {

        @Override
        public double evaluate(SampleOutput output) {
            int outputs = output.outputs();
            int steps = output.steps();
            double sum = 0;
            for (int c = 0; c < outputs; c++) {
                double wanted = Math.floor(steps * (c == output.label() ? correctRate : otherRate));
                double miss = output.count(c) - wanted;
                sum += miss * miss;
                output.addSpikeGradients(c, 2 * miss / (steps * outputs));
            }
            return sum / outputs / steps;
        }
    }

    /**
     * Squared distance of the membrane potentials from those wanted: {@code (1/T) sum_t mean_c (v_t - q_c)^2}.
     *
     * @param correctPotential wanted potential of the output of the class
     * @param otherPotential wanted potential of the other outputs
     */
    record SquaredMembrane(double correctPotential, double otherPotential) implements Loss {

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

    /**
     * For two classes and one output: {@code ((1/T) sum_t s_t - y)^2}, so that the output fires always for class 1 and never for
     * class 0.
     */
    record SquaredRate() implements Loss {

        @Override
        public boolean isForOneOutput() {
            return true;
        }

        @Override
        public double evaluate(SampleOutput output) {
            double miss = output.count(0) / output.steps() - output.label();
            output.addSpikeGradients(0, 2 * miss / output.steps());
            return miss * miss;
        }
    }

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
    record WindowedError(double correctShare, double biasWeight, double biasGrowth) implements Loss {

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

    /** {@code log sum_c exp z_c - z_y} and its gradient, without overflow. */
    final class CrossEntropy {

        private CrossEntropy() {}

        /**
         * The cross-entropy of scores.
         *
         * @param scores one per class; replaced by the gradient with respect to them
         */
        static double evaluate(double[] scores, int label) {
            if (label < 0 || label >= scores.length) {
                throw new IllegalArgumentException(
                        "there is no class " + label + " among " + scores.length + " outputs");
            }
            double largest = Double.NEGATIVE_INFINITY;
            for (double score : scores) {
                largest = Math.max(largest, score);
            }
            double own = scores[label] - largest;
            double sum = 0;
            for (int c = 0; c < scores.length; c++) {
                scores[c] = Math.exp(scores[c] - largest);
                sum += scores[c];
            }
            for (int c = 0; c < scores.length; c++) {
                scores[c] /= sum;
            }
            scores[label] -= 1;
            return Math.log(sum) - own;
        }
    }
}
