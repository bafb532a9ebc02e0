package ganglion.learning.eventprop.adjoint;

import ganglion.learning.eventprop.forward.EventRun;
import java.util.Arrays;

/** Judges what a network did for a sample of a class. */
public interface EventLoss {

    /**
     * A loss, and its derivatives by what it looks at.
     *
     * @param value the loss
     * @param bySpike by the time of each spike of the last layer; empty if the loss does not look at them
     * @param byReadOut by each value read out; empty if the loss does not look at them
     */
    record Judgement(double value, double[] bySpike, double[] byReadOut) {}

    /** Whether it looks at the read-out of a network, which must then have one, or at the spikes of the last layer. */
    boolean readsOut();

    /** Judges a run. */
    Judgement judge(EventRun run, int label);

    /** What speaks for each class, as this loss sees it: the class with the most wins. */
    double[] scores(EventRun run);

    /**
     * Cross entropy of first spikes: the scores of classes are {@code -t / scale}, with {@code t} the time of the first spike of each neuron
     * of the last layer, and the end of the sample for a neuron that does not fire, which has no derivative. As in Wunderlich and Pehle (2021),
     * {@code early (exp(t / (20 scale)) - 1)} can be added for the right class, so that it fires early.
     *
     * @param scale time in steps that makes a difference, above 0
     * @param early weight of the term for early spikes, 0 or more
     */
    record FirstSpikeLoss(double scale, double early) implements EventLoss {

        private static final double EARLY_SCALES = 20;

        /** @throws IllegalArgumentException if a number is out of range */
        public FirstSpikeLoss {
            if (!(scale > 0 && early >= 0 && scale < Double.POSITIVE_INFINITY && early < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "a scale of " + scale + " and early of " + early + ", expected more than 0, and 0 or more");
            }
        }

        @Override
        public boolean readsOut() {
            return false;
        }

        @Override
        public double[] scores(EventRun run) {
            int[] first = run.firstSpikes();
            double[] scores = new double[first.length];
            for (int c = 0; c < first.length; c++) {
                double time = first[c] < 0 ? run.duration() : run.lastSpikes().time(first[c]);
                scores[c] = -time / scale;
            }
            return scores;
        }

        @Override
        public Judgement judge(EventRun run, int label) {
            int[] first = run.firstSpikes();
            double[] byScore = scores(run);
            double time = -byScore[label] * scale;
            double value = Softmax.crossEntropy(byScore, label);
            double late = StrictMath.exp(time / (EARLY_SCALES * scale));
            double[] bySpike = new double[run.lastSpikes().size()];
            for (int c = 0; c < first.length; c++) {
                if (first[c] >= 0) {
                    bySpike[first[c]] = -byScore[c] / scale;
                }
            }
            if (first[label] >= 0) {
                bySpike[first[label]] += early * late / (EARLY_SCALES * scale);
            }
            return new Judgement(value + early * (late - 1), bySpike, new double[0]);
        }
    }

    /**
     * Cross entropy of the mean potentials of integrators.
     *
     * @param scale factor on the values before the softmax, above 0
     */
    record ReadOutLoss(double scale) implements EventLoss {

        /** @throws IllegalArgumentException if the scale is out of range */
        public ReadOutLoss {
            if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a scale of " + scale + ", expected more than 0");
            }
        }

        @Override
        public boolean readsOut() {
            return true;
        }

        @Override
        public double[] scores(EventRun run) {
            double[] scores = run.readOut().clone();
            for (int c = 0; c < scores.length; c++) {
                scores[c] *= scale;
            }
            return scores;
        }

        @Override
        public Judgement judge(EventRun run, int label) {
            double[] gradient = scores(run);
            double value = Softmax.crossEntropy(gradient, label);
            for (int c = 0; c < gradient.length; c++) {
                gradient[c] *= scale;
            }
            return new Judgement(value, new double[0], gradient);
        }
    }

    /** Cross entropy behind a softmax. */
    final class Softmax {

        private Softmax() {}

        /** The cross entropy of scores for a class; the scores become its derivatives. */
        static double crossEntropy(double[] scores, int label) {
            double most = Arrays.stream(scores).max().orElseThrow();
            double own = scores[label] - most;
            double sum = 0;
            for (int c = 0; c < scores.length; c++) {
                scores[c] = StrictMath.exp(scores[c] - most);
                sum += scores[c];
            }
            for (int c = 0; c < scores.length; c++) {
                scores[c] /= sum;
            }
            scores[label] -= 1;
            return StrictMath.log(sum) - own;
        }
    }
}
