package ganglion.learning.eventprop.grid;

import ganglion.learning.eventprop.Winners;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.DataSet;

/**
 * How a network on a grid of ticks agrees with itself in continuous time, in which it learned.
 *
 * @param samples number of samples
 * @param decidedAlike samples for which both have the same class ahead, of equals the lower number
 * @param correctInTime samples for which the right class alone is ahead in continuous time, as training has it
 * @param undecidedInTime samples for which no class alone is ahead in continuous time; they count as wrong
 */
public record TimeAgreement(int samples, int decidedAlike, int correctInTime, int undecidedInTime) {

    /**
     * Compares both on samples.
     *
     * @param samples at least one
     * @throws IllegalArgumentException as {@link EventClassifier#decide}
     */
    public static TimeAgreement of(EventClassifier classifier, DataSet samples) {
        int alike = 0;
        int correct = 0;
        int undecided = 0;
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.sample(i, 0);
            double[] scores = scores(classifier.runInTime(sample.input()));
            int winner = Winners.of(scores);
            alike += EventClassifier.highest(scores)
                            == classifier.decide(sample.input()).label()
                    ? 1
                    : 0;
            correct += winner == sample.label() ? 1 : 0;
            undecided += winner == Winners.UNDECIDED ? 1 : 0;
        }
        return new TimeAgreement(samples.size(), alike, correct, undecided);
    }

    private static double[] scores(EventRun run) {
        if (run.network().readOut().isPresent()) {
            return run.readOut();
        }
        int[] first = run.firstSpikes();
        double[] scores = new double[first.length];
        for (int c = 0; c < first.length; c++) {
            scores[c] = first[c] < 0 ? 0 : run.duration() - run.lastSpikes().time(first[c]);
        }
        return scores;
    }

    /** One human-readable line. */
    public String text() {
        return decidedAlike + " of " + samples + " samples are decided as in continuous time";
    }
}
