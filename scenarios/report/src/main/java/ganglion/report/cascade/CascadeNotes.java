package ganglion.report.cascade;

import ganglion.hardware.cascade.JointDecisions;
import java.util.ArrayList;
import java.util.List;

/** What the figures of a cascade take for granted, as sentences. */
final class CascadeNotes {

    private CascadeNotes() {}

    static List<String> of(CascadeResult result) {
        List<String> notes = new ArrayList<>();
        JointDecisions joint = result.joint();
        if (joint.recall().count() == 0) {
            notes.add("The small network wakes on no event: this cascade detects nothing.");
        } else if (joint.recall().share() <= joint.falseWakes().share()) {
            notes.add("The small network wakes no more often on an event than without one: it detects nothing.");
        }
        notes.add("Decisions of the small network are in " + precision(result.small()) + ", those of the large one in "
                + precision(result.large()) + ", whatever the device.");
        List<String> idle = result.large().devices().stream()
                .filter(device -> !device.asleep())
                .map(device -> device.power().device())
                .distinct()
                .toList();
        if (!idle.isEmpty()) {
            notes.add("Between wakes " + String.join(", ", idle) + (idle.size() == 1 ? " idles." : " idle."));
        }
        notes.add(
                "Between wakes the front end of the large network takes nothing beyond its device at rest; keeping a clip until it"
                        + " is handed over takes nothing.");
        if (result.question().handoverJoules() == 0) {
            notes.add("A wake and the hand-over take nothing: no profile knows their energy (--handover).");
        }
        if (result.pairs().stream().anyMatch(pair -> pair.energy().onOneDevice())) {
            notes.add("Whether one device holds both networks at once was not looked at.");
        }
        return notes;
    }

    private static String precision(RecordedStage stage) {
        return stage.precision().isEmpty() ? "full precision" : "the precision of " + stage.precision();
    }
}
