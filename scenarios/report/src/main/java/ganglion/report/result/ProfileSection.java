package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.ChipCost;
import ganglion.hardware.EnergyComponent;
import ganglion.hardware.PlacementSummary;

/** What a run costs on one chip. */
public final class ProfileSection {

    private ProfileSection() {}

    /**
     * One element of the section {@code profiles}.
     *
     * @param latencyFile name of the histogram's log in the run directory
     */
    public static ObjectNode of(ChipCost cost, String latencyFile) {
        ObjectNode section = Json.object();
        section.put("name", cost.profile().name());
        section.put("title", cost.profile().title());
        section.put("description", cost.profile().description());
        section.put("includes", cost.profile().includes());
        section.put("excludes", cost.profile().excludes());
        section.put("execution", cost.profile().execution().word());
        section.put("timeModel", cost.profile().timeModel().name());
        section.set("placement", placement(cost.placement()));
        section.set("energy", energy(cost));
        section.set("latency", LatencySection.of(cost.tickLatency(), latencyFile));
        section.put("modelledSeconds", cost.modelledSeconds());
        section.put("overrunTicks", cost.overrunTicks());
        section.set("notes", Json.strings(cost.notes()));
        section.set("figures", ProfileFigures.of(cost.profile()));
        return section;
    }

    private static ObjectNode energy(ChipCost cost) {
        ObjectNode energy = Json.object();
        Json.putNumber(energy, "totalJoules", cost.totalJoules());
        energy.put("knownJoules", cost.knownJoules());
        ArrayNode components = energy.putArray("components");
        for (EnergyComponent component : cost.components()) {
            ObjectNode node = components.addObject();
            node.put("name", component.name());
            node.put("label", component.label());
            node.put("count", component.count());
            Json.putNumber(node, "joules", component.joules());
            node.put("figure", component.figure());
            node.put(
                    "kind",
                    component.kind() == null ? "unknown" : component.kind().word());
            node.put("source", component.source());
        }
        energy.set("unknowns", Json.strings(cost.unknowns()));
        return energy;
    }

    private static ObjectNode placement(PlacementSummary placement) {
        ObjectNode node = Json.object();
        node.put("fits", placement.fits());
        node.put("chips", placement.chips());
        node.put("coresUsed", placement.coresUsed());
        node.put("coresPerChip", placement.coresPerChip());
        node.put("neurons", placement.neurons());
        node.put("synapses", placement.synapses());
        node.set("problems", Json.strings(placement.problems()));
        return node;
    }
}
