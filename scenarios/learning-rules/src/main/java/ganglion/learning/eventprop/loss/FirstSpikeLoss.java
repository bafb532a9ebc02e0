package ganglion.learning.eventprop.loss;

import ganglion.learning.eventprop.forward.EventRun;

/**
 * Cross entropy of first spikes: the scores of classes are {@code -t / scale}, with {@code t} the time of the first spike of each neuron
 * of the last layer, and the end of the sample for a neuron that does not fire, which has no derivative. As in Wunderlich and Pehle (2021),
 * {@code early (exp(t / (20 scale)) - 1)} can be added for the right class, so that it fires early.
 *
 * @param scale time in steps that makes a difference, above 0
 * @param early weight of the term for early spikes, 0 or more
 */
public record FirstSpikeLoss(double scale, double early) implements EventLoss {

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
