package ganglion.report.cascade;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a cascade decides, clip by clip: both networks were run on the same clips, so that nothing is taken to be independent. The large
 * network sees a clip if the small one's winner is among those that wake; a clip that it does not see is taken for no event.
 *
 * @param clips the clips in their order
 */
public record JointDecisions(List<JointClip> clips) {

    /**
     * One clip.
     *
     * @param event whether its label is that of an event
     * @param woken whether the small network woke the large one
     * @param smallRight whether the small network named its class, of those that it knows
     * @param right whether the large network named its class
     * @param alarm whether the large network took it for any event
     */
    public record JointClip(boolean event, boolean woken, boolean smallRight, boolean right, boolean alarm) {}

    /** Takes a copy of the list. */
    public JointDecisions {
        clips = List.copyOf(clips);
    }

    /**
     * Joins the decisions of two networks.
     *
     * @param events labels of events
     * @param waking winners of the small network that wake the large one
     * @throws InputException if the clips are not the same, or there is none with an event, or none without
     */
    public static JointDecisions of(RecordedStage small, RecordedStage large, Set<String> events, Set<String> waking)
            throws InputException {
        checkClips(small, large, events, waking);
        checkLabels(large, events);
        List<JointClip> clips = new ArrayList<>();
        for (int i = 0; i < large.decisions().size(); i++) {
            ClipDecision first = small.decisions().get(i);
            ClipDecision decided = large.decisions().get(i);
            clips.add(new JointClip(
                    events.contains(decided.label()),
                    waking.contains(first.winner()),
                    first.label().equals(first.winner()),
                    decided.label().equals(decided.winner()),
                    events.contains(decided.winner())));
        }
        return new JointDecisions(clips);
    }

    /** A small network may know no classes but event and none: then its labels must say of each clip the same. */
    private static void checkClips(RecordedStage small, RecordedStage large, Set<String> events, Set<String> waking)
            throws InputException {
        int clips = small.decisions().size();
        if (clips != large.decisions().size()) {
            throw refusal(
                    large.place(),
                    "found " + large.decisions().size() + " clips, expected the " + clips + " of " + small.place());
        }
        for (int i = 0; i < clips; i++) {
            ClipDecision one = small.decisions().get(i);
            ClipDecision other = large.decisions().get(i);
            boolean sameLabel = waking.equals(events)
                    ? one.label().equals(other.label())
                    : waking.contains(one.label()) == events.contains(other.label());
            if (!one.file().equals(other.file()) || !sameLabel) {
                throw refusal(
                        large.place(),
                        "clip " + (i + 1) + ": found " + named(other) + ", expected " + named(one) + " as in "
                                + small.place());
            }
        }
    }

    private static String named(ClipDecision clip) {
        return (clip.file().isEmpty() ? "a clip" : clip.file()) + " of class '" + clip.label() + "'";
    }

    private static void checkLabels(RecordedStage large, Set<String> events) throws InputException {
        Set<String> labels = new TreeSet<>();
        large.decisions().forEach(decision -> labels.add(decision.label()));
        for (String event : events) {
            if (!labels.contains(event)) {
                throw refusal(
                        "--event",
                        "found '" + event + "', expected classes of the clips: " + String.join(", ", labels));
            }
        }
        if (events.containsAll(labels)) {
            throw refusal(
                    "--event",
                    "found every class of the clips, expected some to be left: how often the small network wakes"
                            + " without an event is not known");
        }
    }

    private static InputException refusal(String place, String message) {
        return new InputException(new Problem(place, 0, "", message));
    }

    /** Clips with an event that wake. */
    public CountedShare recall() {
        return share(JointClip::event, JointClip::woken);
    }

    /** Clips without an event that wake. */
    public CountedShare falseWakes() {
        return share(clip -> !clip.event(), JointClip::woken);
    }

    /** Clips with an event whose class the small network names, of those that it knows. */
    public CountedShare rightOfSmall() {
        return share(JointClip::event, JointClip::smallRight);
    }

    /** Clips with an event whose class the large network names if it sees them all. */
    public CountedShare rightAlone() {
        return share(JointClip::event, JointClip::right);
    }

    /** Clips with an event that wake, and whose class the large network names. */
    public CountedShare rightTogether() {
        return share(JointClip::event, clip -> clip.woken() && clip.right());
    }

    /** Clips without an event that the large network takes for one if it sees them all. */
    public CountedShare alarmsAlone() {
        return share(clip -> !clip.event(), JointClip::alarm);
    }

    /** Clips without an event that wake, and that the large network takes for one. */
    public CountedShare alarmsTogether() {
        return share(clip -> !clip.event(), clip -> clip.woken() && clip.alarm());
    }

    private CountedShare share(Predicate<JointClip> of, Predicate<JointClip> which) {
        List<JointClip> among = clips.stream().filter(of).toList();
        return new CountedShare((int) among.stream().filter(which).count(), among.size());
    }
}
