package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BoundaryEnergy;
import ganglion.scenario.future.EarlyExit.Spent;

/** What a device had spent when a decision was certain, as JSON. */
public final class SpentSection {

    private SpentSection() {}

    /** One device, under every boundary: joules until then and of the whole clip, and their quotient; null where unknown. */
    public static ObjectNode of(Spent spent) {
        ObjectNode node = JsonNodes.object();
        node.put("profile", spent.whole().profile().name());
        node.put("computation", spent.whole().computation().word());
        for (Boundary boundary : Boundary.values()) {
            BoundaryEnergy until = spent.until().energy(boundary);
            BoundaryEnergy whole = spent.whole().energy(boundary);
            ObjectNode energy = node.putObject(boundary.word());
            JsonNodes.putNumber(energy, "untilCertainJoules", until.joules());
            JsonNodes.putNumber(energy, "wholeClipJoules", whole.joules());
            JsonNodes.putNumber(energy, "share", until.over(whole));
            energy.set("missing", JsonNodes.strings(whole.missing()));
        }
        return node;
    }
}
