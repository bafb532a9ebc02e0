package ganglion.scenario.run;

import ganglion.hardware.cost.ChipCost;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * Says with each cost what it leaves out: numbers that flow into neurons in the place of spikes are weighted before they come to
 * the chip, and are in no activity that it is costed by.
 */
public final class UncountedCurrents {

    private UncountedCurrents() {}

    /** The costs, each with a note for every projection from an input that is currents. */
    public static List<ChipCost> noteIn(List<ChipCost> costs, Scenario scenario) {
        List<String> notes = new ArrayList<>();
        for (Input input : scenario.inputs()) {
            if (input instanceof Input.Audio audio && audio.injectsCurrents()) {
                scenario.projections().stream()
                        .filter(projection -> projection.from().equals(input.name()))
                        .map(UncountedCurrents::note)
                        .forEach(notes::add);
            }
        }
        return notes.isEmpty()
                ? costs
                : costs.stream().map(cost -> cost.withNotes(notes)).toList();
    }

    private static String note(ProjectionSpec projection) {
        return projection.from() + " flows into " + projection.to()
                + " as numbers, not as spikes; weighting them at every tick is not counted";
    }
}
