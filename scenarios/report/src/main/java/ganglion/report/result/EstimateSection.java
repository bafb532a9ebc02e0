package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.estimate.Battery;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BoundaryEnergy;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.figure.Interval;
import java.util.List;
import java.util.Optional;

/** What a decision takes on each device, in each way that it can compute it, as JSON. */
final class EstimateSection {

    private EstimateSection() {}

    /** Every estimate, with its three energies by part. */
    static ArrayNode estimates(List<DecisionEstimate> estimates, Optional<Battery> battery) {
        ArrayNode section = JsonNodes.array();
        estimates.forEach(estimate -> section.add(estimate(estimate, battery)));
        return section;
    }

    private static ObjectNode estimate(DecisionEstimate estimate, Optional<Battery> battery) {
        ObjectNode node = JsonNodes.object();
        node.put("profile", estimate.profile().name());
        node.put("title", estimate.profile().about().title());
        node.put("operatingPoint", estimate.profile().figures().operatingPoint().text());
        node.put("computation", estimate.computation().word());
        node.put("format", estimate.format().map(NumberFormat::word).orElse(null));
        node.put("possible", estimate.possible());
        node.set("problems", JsonNodes.strings(estimate.problems()));
        node.put("periodSeconds", estimate.periodSeconds());
        JsonNodes.putNumber(node, "workSeconds", estimate.workSeconds());
        node.set("missingTimes", JsonNodes.strings(estimate.missingTimes()));
        node.put("inTime", estimate.inTime().orElse(null));
        ObjectNode energies = node.putObject("energies");
        for (Boundary boundary : Boundary.values()) {
            energies.set(boundary.word(), energy(estimate, boundary, battery));
        }
        JsonNodes.putNumber(node, "staticShareJoules", estimate.staticShareJoules());
        JsonNodes.putNumber(node, "betweenWatts", estimate.betweenWatts());
        node.set("reliability", JsonNodes.bound(estimate.reliability()));
        node.set("notes", JsonNodes.strings(estimate.notes()));
        return node;
    }

    private static ObjectNode energy(DecisionEstimate estimate, Boundary boundary, Optional<Battery> battery) {
        BoundaryEnergy energy = estimate.energy(boundary);
        ObjectNode node = JsonNodes.object();
        JsonNodes.putNumber(node, "joules", energy.joules());
        node.set(
                "interval",
                interval(
                        energy.joules().isPresent()
                                ? estimate.reliability().around(energy.joules().getAsDouble())
                                : Optional.empty()));
        node.set("missing", JsonNodes.strings(energy.missing()));
        ObjectNode parts = node.putObject("parts");
        energy.parts().forEach((part, value) -> {
            ObjectNode ofPart = parts.putObject(part.word());
            JsonNodes.putNumber(ofPart, "joules", value.joules());
            ofPart.put("remark", value.remark());
            ofPart.set("missing", JsonNodes.strings(value.missing()));
        });
        if (boundary != Boundary.MARGINAL) {
            JsonNodes.putNumber(node, "joulesPerDay", estimate.joulesPerDay(boundary));
            battery.ifPresent(
                    found -> JsonNodes.putNumber(node, "batteryDays", found.days(estimate.joulesPerDay(boundary))));
        }
        return node;
    }

    /** Both ends; null for a device that is unvalidated. */
    static ObjectNode interval(Optional<Interval> interval) {
        return interval.map(JsonNodes::bound).orElse(null);
    }
}
