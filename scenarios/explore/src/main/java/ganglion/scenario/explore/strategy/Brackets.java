package ganglion.scenario.explore.strategy;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The rounds of Hyperband (Li et al. 2018, Journal of Machine Learning Research 18, arXiv:1603.06560): each begins with some configurations at
 * some stage of training and goes on with the best of them, stage after stage. Rounds that begin later begin with fewer, in case short trainings
 * say little. One of three configurations goes on to the next of three stages, which is three times as long.
 *
 * @param stages number of stages of a training, at least 1
 */
public record Brackets(int stages) {

    private static final int FACTOR = 3;
    private static final int STAGES = 3;

    /** The stage that a round begins at, from 0. */
    public int firstStage(int round) {
        return round % stages;
    }

    /** Number of configurations that a round begins with. */
    public int size(int round) {
        int left = stages - 1 - firstStage(round);
        return (int) Math.ceil(stages * Math.pow(FACTOR, left) / (left + 1));
    }

    /** Number of configurations of those at a stage that go on to the next. */
    public int promoted(int at) {
        return Math.max(1, at / FACTOR);
    }

    /** Epochs at the end of each stage of a training of a number of epochs, ascending; fewer stages if there are not enough epochs. */
    public static List<Integer> ends(int epochs) {
        return IntStream.rangeClosed(1, STAGES)
                .map(stage -> (int) Math.max(1, Math.round(epochs / Math.pow(FACTOR, STAGES - stage))))
                .distinct()
                .boxed()
                .toList();
    }
}
