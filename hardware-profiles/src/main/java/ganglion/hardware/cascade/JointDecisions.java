package ganglion.hardware.cascade;

import java.util.BitSet;
import java.util.Set;

/**
 * What a cascade decides, clip by clip: both networks were run on the same clips, so that nothing is taken to be independent. The large
 * network sees a clip if the small one's winner is among those that wake; a clip that it does not see is taken for no event.
 */
public final class JointDecisions {

    private final BitSet event;
    private final BitSet other;
    private final BitSet woken;
    private final boolean smallNamesEvents;
    private final BitSet smallRight;
    private final BitSet smallAlarm;
    private final BitSet right;
    private final BitSet alarm;

    private JointDecisions(ClipWinners small, ClipWinners large, Set<String> events, Set<String> waking) {
        event = large.labelled(events);
        other = new BitSet();
        other.set(0, large.size());
        other.andNot(event);
        woken = small.takenFor(waking);
        smallRight = small.right();
        smallNamesEvents = !small.labelled(events).isEmpty();
        smallAlarm = smallNamesEvents ? small.takenFor(events) : woken;
        right = large.right();
        alarm = large.takenFor(events);
    }

    /**
     * Joins the decisions of two networks on the same clips, in the same order.
     *
     * @param events labels of clips with an event, as the large network knows them
     * @param waking winners of the small network that wake the large one
     * @throws IllegalArgumentException if they have not decided as many clips
     */
    public static JointDecisions of(ClipWinners small, ClipWinners large, Set<String> events, Set<String> waking) {
        if (small.size() != large.size()) {
            throw new IllegalArgumentException(
                    "found " + large.size() + " clips, expected the " + small.size() + " of the small network");
        }
        return new JointDecisions(small, large, events, waking);
    }

    /** A network that decides every clip alone. */
    public static JointDecisions alone(ClipWinners network, Set<String> events) {
        return of(network, network, events, events);
    }

    /** Clips with an event that wake. */
    public CountedShare recall() {
        return share(event, woken);
    }

    /** Clips without an event that wake. */
    public CountedShare falseWakes() {
        return share(other, woken);
    }

    /** Clips with an event whose class the small network names, of those that it knows. */
    public CountedShare rightOfSmall() {
        return share(event, smallRight);
    }

    /** Clips without an event that the small network takes for one; if it knows other classes, those that wake. */
    public CountedShare alarmsOfSmall() {
        return share(other, smallAlarm);
    }

    /** Clips with an event whose class the large network names if it sees them all. */
    public CountedShare rightAlone() {
        return share(event, right);
    }

    /** Clips with an event that wake, and whose class the large network names. */
    public CountedShare rightTogether() {
        return share(event, both(woken, right));
    }

    /** Clips without an event that the large network takes for one if it sees them all. */
    public CountedShare alarmsAlone() {
        return share(other, alarm);
    }

    /** Clips without an event that wake, and that the large network takes for one. */
    public CountedShare alarmsTogether() {
        return share(other, both(woken, alarm));
    }

    /**
     * Whether the small network alone names at least as many events right as the cascade, with at most as many other clips taken for one, so that
     * nobody needs the large one. A network that knows other classes, such as word and none, names no event.
     */
    public boolean smallDoesAsWell() {
        return smallNamesEvents
                && rightOfSmall().count() >= rightTogether().count()
                && alarmsOfSmall().count() <= alarmsTogether().count();
    }

    /** How often the small network wakes. @param windowsPerHour decisions of the small network in an hour */
    public WakeRates rates(double windowsPerHour) {
        return new WakeRates(windowsPerHour, recall().share(), falseWakes().share());
    }

    /** The same if it wakes as rarely as the intervals of what was counted allow. */
    public WakeRates fewestWakes(double windowsPerHour) {
        return new WakeRates(
                windowsPerHour,
                recall().interval().low(),
                falseWakes().interval().low());
    }

    /** The same if it wakes as often as they allow. */
    public WakeRates mostWakes(double windowsPerHour) {
        return new WakeRates(
                windowsPerHour,
                recall().interval().high(),
                falseWakes().interval().high());
    }

    private static BitSet both(BitSet one, BitSet another) {
        BitSet both = (BitSet) one.clone();
        both.and(another);
        return both;
    }

    private static CountedShare share(BitSet of, BitSet which) {
        return new CountedShare(both(of, which).cardinality(), of.cardinality());
    }
}
