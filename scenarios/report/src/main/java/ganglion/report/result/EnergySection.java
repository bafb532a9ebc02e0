package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.figure.Interval;
import java.util.List;
import java.util.Optional;

/** Energies: a total, its components, and their intervals. */
final class EnergySection {

    private EnergySection() {}

    static ObjectNode of(ChipCost cost) {
        ObjectNode energy = JsonNodes.object();
        JsonNodes.putNumber(energy, "totalJoules", cost.energy().totalJoules());
        energy.put("knownJoules", cost.energy().knownJoules());
        energy.set("totalInterval", interval(cost.energy().totalInterval()));
        energy.set("knownInterval", interval(cost.energy().knownInterval()));
        energy.set("components", components(cost.energy().components()));
        energy.set("unknowns", JsonNodes.strings(cost.unknowns()));
        return energy;
    }

    /** Components with the evidence of their figures. */
    static ArrayNode components(List<EnergyComponent> all) {
        ArrayNode components = JsonNodes.array();
        for (EnergyComponent component : all) {
            ObjectNode node = components.addObject();
            node.put("name", component.name());
            node.put("label", component.label());
            node.put("count", component.count());
            JsonNodes.putNumber(node, "joules", component.joules());
            node.set("interval", interval(component.interval()));
            node.put("figure", component.figure());
            node.put(
                    "kind",
                    component.kind() == null ? "unknown" : component.kind().word());
            node.put("source", component.source());
        }
        return components;
    }

    /** Both ends; null if the error is unknown, which does not mean that there is none. */
    static ObjectNode interval(Optional<Interval> interval) {
        return interval.filter(range -> !range.isExact())
                .map(range -> JsonNodes.object()
                        .put("lowJoules", range.low())
                        .put("highJoules", range.high())
                        .put("digits", range.significantDigits()))
                .orElse(null);
    }
}
