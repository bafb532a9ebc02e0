package ganglion.scenario.explore.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import java.util.List;
import java.util.Locale;

/**
 * What is added to the compiled scenario of a point: its device, and for each run the winner and the energy of the decision as expectations, so that
 * {@code ganglion test} says when a later Ganglion finds something else.
 *
 * @param run on the device
 * @param figures what was found, for each run in turn
 * @param name of the point
 * @param description of the point
 */
record SavedScenario(ChipRun run, DeviceOutcome figures, String name, String description)
        implements ScenarioFolder.Change {

    /** An energy may differ by this much, which is far more than rounding and far less than a spike. */
    private static final double MARGIN = 1e-6;

    @Override
    public void apply(ObjectNode document) {
        document.put("scenario", name).put("description", description);
        document.set("hardware", run.hardware());
        List<ClipFigures> clips = figures.clips();
        boolean decided = clips.stream().noneMatch(clip -> clip.winner().isEmpty());
        boolean costed = isCostedAlike()
                && clips.stream().allMatch(clip -> clip.wholeClipJoules().isPresent());
        ArrayNode expect = document.putArray("expect");
        if (decided) {
            ObjectNode winner = expect.addObject();
            winner.putObject("winner");
            winner.put("equals", clips.get(0).winner());
        }
        if (costed) {
            ObjectNode energy = expect.addObject();
            ObjectNode subject = energy.putObject("energy")
                    .put("profile", figures.profile())
                    .put("per", "decision")
                    .put("boundary", run.boundary().word());
            if (!run.device().spiking()) {
                subject.put("computes", "dense-ticks");
            }
            putBounds(energy, "between", clips.get(0));
        }
        if (expect.isEmpty()) {
            document.remove("expect");
        }
        if (document.path("sweep") instanceof ArrayNode points) {
            for (int i = 0; i < points.size(); i++) {
                ObjectNode point = (ObjectNode) points.get(i);
                if (decided) {
                    point.put("/expect/0/equals", clips.get(i).winner());
                }
                if (costed) {
                    putBounds(point, "/expect/" + (expect.size() - 1) + "/between", clips.get(i));
                }
            }
        }
    }

    /** Expectations know a processor in its smallest number format only. */
    private boolean isCostedAlike() {
        return run.device().spiking() || run.small();
    }

    private static void putBounds(ObjectNode node, String key, ClipFigures clip) {
        double joules = clip.wholeClipJoules().orElseThrow();
        node.putArray(key).add(text(joules * (1 - MARGIN))).add(text(joules * (1 + MARGIN)));
    }

    private static String text(double joules) {
        return String.format(Locale.ROOT, "%.9f uJ", joules * 1e6);
    }
}
