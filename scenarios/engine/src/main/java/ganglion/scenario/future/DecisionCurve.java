package ganglion.scenario.future;

import ganglion.scenario.result.Decision;
import java.util.List;

/**
 * How certain a decision was along its clip.
 *
 * @param number of the decision in the run, from 0
 * @param decision as the run took it
 * @param fromTick first tick of the clip, or of the run where there are no clips
 * @param moments ascending; the first is {@code fromTick}
 * @param endings that another ending is drawn from: other clips, and silence
 */
public record DecisionCurve(int number, Decision decision, long fromTick, List<FutureMoment> moments, int endings) {

    /** Takes a copy of the list. */
    public DecisionCurve {
        moments = List.copyOf(moments);
    }

    /**
     * The first moment from which on the class that won in the run wins in at least this part of the futures of both kinds; the end of what counts
     * for the decision if there is none.
     */
    public long certainFrom(double share) {
        long tick = decision.untilTick();
        for (int i = moments.size() - 1; i >= 0 && moments.get(i).isCertain(share); i--) {
            tick = moments.get(i).tick();
        }
        return tick;
    }
}
