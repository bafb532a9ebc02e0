package ganglion.scenario.explore.progress;

import ganglion.scenario.explore.strategy.Brackets;
import java.util.List;

/**
 * What trials that are still to come will take, if nothing is interrupted and each proposal finds a network that fits.
 *
 * @param epochs of all of them
 * @param finished how many are trained to their end
 */
public record TrialsAhead(long epochs, int finished) {

    /** None. */
    public static final TrialsAhead NONE = new TrialsAhead(0, 0);

    /** These and others. */
    public TrialsAhead plus(TrialsAhead other) {
        return new TrialsAhead(epochs + other.epochs, finished + other.finished);
    }

    /**
     * The rest of a round.
     *
     * @param ends epochs at the end of each stage, ascending
     * @param devices of which each keeps a network
     * @param trained networks that have just been trained to the end of a stage
     * @param stage that stage, from 0
     */
    public static TrialsAhead restOfRound(Brackets brackets, List<Integer> ends, int devices, int trained, int stage) {
        long epochs = 0;
        int size = trained;
        for (int next = stage + 1; next < ends.size(); next++) {
            size = Math.max(brackets.promoted(size), Math.min(size, devices));
            epochs += (long) size * (ends.get(next) - ends.get(next - 1));
        }
        return new TrialsAhead(epochs, size);
    }

    /**
     * Whole rounds until trials are used up.
     *
     * @param round the first of them, from 0
     * @param trials networks that may be begun
     */
    public static TrialsAhead rounds(Brackets brackets, List<Integer> ends, int devices, int round, int trials) {
        TrialsAhead all = NONE;
        int left = trials;
        for (int next = round; left > 0; next++) {
            int size = Math.min(left, brackets.size(next));
            int stage = brackets.firstStage(next);
            all = all.plus(new TrialsAhead((long) size * ends.get(stage), 0))
                    .plus(restOfRound(brackets, ends, devices, size, stage));
            left -= size;
        }
        return all;
    }
}
