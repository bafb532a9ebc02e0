package ganglion.scenario.explore.strategy;

/**
 * The rounds of Hyperband (Li et al. 2018, Journal of Machine Learning Research 18, arXiv:1603.06560): each begins with some configurations at
 * some stage of training and goes on with the best of them, stage after stage. Rounds that begin later begin with fewer, in case short trainings
 * say little.
 *
 * @param factor share of the configurations that go on is one of this, at least 2
 * @param stages number of stages of a training, at least 1
 */
public record Brackets(int factor, int stages) {

    /** Number of rounds before they begin anew. */
    public int count() {
        return stages;
    }

    /** The stage that a round begins at, from 0. */
    public int firstStage(int round) {
        return round % stages;
    }

    /** Number of configurations that a round begins with. */
    public int size(int round) {
        int left = stages - 1 - firstStage(round);
        return (int) Math.ceil(stages * Math.pow(factor, left) / (left + 1));
    }

    /** Number of configurations of those at a stage that go on to the next. */
    public int promoted(int at) {
        return Math.max(1, at / factor);
    }
}
