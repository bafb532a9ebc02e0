package ganglion.hardware.estimate;

import ganglion.hardware.signal.FrontEndWork;
import ganglion.hardware.signal.SignalWork;
import java.util.List;

/**
 * What is asked of every device alike: the decisions of a run, and the front end's work for one of them.
 *
 * @param decided ticks of each decision; one range over the whole run where nothing is decided
 * @param tickSeconds the scenario's tick
 * @param frontEnds work of the front end of each input that is sound; empty if none is
 */
public record DecisionWork(List<TickRange> decided, double tickSeconds, List<FrontEndWork> frontEnds) {

    /**
     * The ticks of one decision.
     *
     * @param from first tick
     * @param until tick after the last
     */
    public record TickRange(long from, long until) {

        /** @throws IllegalArgumentException if there is no tick */
        public TickRange {
            if (until <= from) {
                throw new IllegalArgumentException("found no tick from " + from + " until " + until);
            }
        }
    }

    /** @throws IllegalArgumentException if nothing is decided or ticks take no time */
    public DecisionWork {
        decided = List.copyOf(decided);
        frontEnds = List.copyOf(frontEnds);
        if (decided.isEmpty() || !(tickSeconds > 0)) {
            throw new IllegalArgumentException("found no decision, or a tick of " + tickSeconds + " s");
        }
    }

    /** Mean number of ticks of a decision. */
    public double ticksPerDecision() {
        return decided.stream()
                .mapToLong(range -> range.until() - range.from())
                .average()
                .orElseThrow();
    }

    /** Mean time of a decision in seconds, as if one followed the other without a gap. */
    public double periodSeconds() {
        return ticksPerDecision() * tickSeconds;
    }

    /** The front end's work for one decision: it listens all the time. */
    public SignalWork frontEndPerDecision() {
        SignalWork sum = SignalWork.NONE;
        for (FrontEndWork frontEnd : frontEnds) {
            sum = sum.plus(frontEnd.total().times(periodSeconds() / frontEnd.soundSeconds()));
        }
        return sum;
    }
}
