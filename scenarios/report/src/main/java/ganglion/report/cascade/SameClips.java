package ganglion.report.cascade;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.util.Set;
import java.util.TreeSet;

/** Whether two recorded networks decided the same clips, so that their decisions can be joined. */
final class SameClips {

    private SameClips() {}

    /**
     * Looks at the clips of both.
     *
     * @param events labels of events
     * @param waking winners of the small network that wake the large one
     * @throws InputException if the clips are not the same, there is none with an event or none without, or the small network knows no class
     *     that is to wake
     */
    static void check(RecordedStage small, RecordedStage large, Set<String> events, Set<String> waking)
            throws InputException {
        checkNumber(small, large);
        checkLabels(large, events);
        checkWaking(small, waking);
        checkClips(small, large, events, waking);
    }

    private static void checkWaking(RecordedStage small, Set<String> waking) throws InputException {
        Set<String> known = labels(small);
        small.decisions().forEach(decision -> known.add(decision.winner()));
        known.remove("");
        for (String each : waking) {
            if (!known.contains(each)) {
                throw refusal(
                        "--wake",
                        "found '" + each + "', expected classes of the small network: " + String.join(", ", known));
            }
        }
    }

    private static void checkNumber(RecordedStage small, RecordedStage large) throws InputException {
        int clips = small.decisions().size();
        if (clips != large.decisions().size()) {
            throw refusal(
                    large.place(),
                    "found " + large.decisions().size() + " clips, expected the " + clips + " of " + small.place());
        }
    }

    /** A small network may know other classes, such as event and none: then its labels must say of each clip the same. */
    private static void checkClips(RecordedStage small, RecordedStage large, Set<String> events, Set<String> waking)
            throws InputException {
        boolean sameClasses = labels(small).equals(labels(large));
        for (int i = 0; i < small.decisions().size(); i++) {
            ClipDecision one = small.decisions().get(i);
            ClipDecision other = large.decisions().get(i);
            boolean sameLabel = sameClasses
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

    private static Set<String> labels(RecordedStage stage) {
        Set<String> labels = new TreeSet<>();
        stage.decisions().forEach(decision -> labels.add(decision.label()));
        return labels;
    }

    private static String named(ClipDecision clip) {
        return (clip.file().isEmpty() ? "a clip" : clip.file()) + " of class '" + clip.label() + "'";
    }

    private static void checkLabels(RecordedStage large, Set<String> events) throws InputException {
        Set<String> labels = labels(large);
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
}
