package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.estimate.Battery;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BoundaryEnergy;
import ganglion.hardware.estimate.BreakEven;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.Part;
import ganglion.hardware.estimate.Ranking;
import ganglion.hardware.estimate.Ranking.Left;
import ganglion.hardware.estimate.Ranking.Saving;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.metrics.NeuroBenchMetrics;
import ganglion.scenario.cost.BreakEvenLine;
import ganglion.scenario.cost.Comparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The comparison with other ways to do the same: counts, estimates by device, rankings, break-even activities. */
public final class ComparisonSection {

    private ComparisonSection() {}

    /** The section {@code comparison}. */
    public static ObjectNode of(Comparison comparison, Optional<Battery> battery) {
        ObjectNode section = JsonNodes.object();
        section.put("inferences", comparison.inferences());
        section.put("ticksPerInference", comparison.ticksPerInference());
        section.set("neuroBench", neuroBench(comparison.neuroBench()));
        ObjectNode counts = section.putObject("arithmetic");
        counts.set("spiking", JsonNodes.bound(comparison.spiking()));
        counts.set("artificial", JsonNodes.bound(comparison.artificial()));
        section.put("periodSeconds", comparison.work().periodSeconds());
        section.set("battery", battery.map(JsonNodes::bound).orElse(null));
        section.set("legend", legend());
        section.set("estimates", EstimateSection.estimates(comparison.estimates(), battery));
        section.put("withoutArtificial", comparison.withoutArtificial().orElse(null));
        ArrayNode rankings = section.putArray("rankings");
        for (Boundary boundary : Boundary.values()) {
            rankings.add(ranking(comparison.ranking(boundary), comparison.estimates()));
        }
        section.set("breakEven", breakEven(comparison.breakEvens()));
        return section;
    }

    private static ObjectNode neuroBench(NeuroBenchMetrics metrics) {
        ObjectNode node = JsonNodes.bound(metrics);
        // A whole zero, as before there were any, so that documents of runs with spikes only stay the same.
        if (metrics.effectiveMultiplyAccumulates() == 0) {
            node.put("effectiveMultiplyAccumulates", 0);
        }
        return node;
    }

    /** One curve per chip and boundary, with its intersections with the conventional devices. */
    private static ArrayNode breakEven(List<BreakEvenLine> lines) {
        ArrayNode section = JsonNodes.array();
        lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.chip().profile().name() + " "
                                + line.breakEven().boundary().word(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .forEach(all -> section.add(curve(all)));
        return section;
    }

    private static ObjectNode curve(List<BreakEvenLine> lines) {
        BreakEven first = lines.get(0).breakEven();
        ObjectNode node = JsonNodes.object();
        node.put("profile", lines.get(0).chip().profile().name());
        node.put("boundary", first.boundary().word());
        node.put("runSpikesPerNeuronSecond", first.runSpikesPerNeuronSecond());
        ArrayNode curve = node.putArray("curve");
        first.curve()
                .forEach(point -> curve.addObject()
                        .put("spikesPerNeuronSecond", point.spikesPerNeuronSecond())
                        .put("watts", point.chipWatts()));
        ArrayNode against = node.putArray("against");
        for (BreakEvenLine line : lines) {
            ObjectNode meeting = against.addObject()
                    .put("profile", line.conventional().profile().name())
                    .put("computation", line.conventional().computation().word())
                    .put("format", line.conventional().format().orElseThrow().word())
                    .put("watts", line.breakEven().curve().get(0).conventionalWatts())
                    .put("chipWinsAtRest", line.breakEven().chipWinsAtRest());
            JsonNodes.putNumber(
                    meeting, "spikesPerNeuronSecond", line.breakEven().breakEvenSpikesPerNeuronSecond());
        }
        return node;
    }

    /** The order, the devices without a rank, what chips save, and what would change it. */
    private static ObjectNode ranking(Ranking ranking, List<DecisionEstimate> estimates) {
        ObjectNode node = JsonNodes.object();
        node.put("boundary", ranking.boundary().word());
        ArrayNode ranked = node.putArray("ranked");
        ranking.ranked().forEach(estimate -> ranked.add(placeOf(estimate, estimates)));
        ArrayNode left = node.putArray("withoutRank");
        for (Left without : ranking.left()) {
            left.addObject()
                    .put("estimate", placeOf(without.estimate(), estimates))
                    .put("cannot", without.cannot())
                    .put("reason", without.reason());
        }
        ArrayNode savings = node.putArray("savings");
        ranking.savings().forEach(saving -> savings.add(saving(saving, estimates)));
        node.set("doubts", JsonNodes.strings(ranking.doubts()));
        return node;
    }

    private static ObjectNode saving(Saving saving, List<DecisionEstimate> estimates) {
        ObjectNode node = JsonNodes.object();
        node.put("chip", placeOf(saving.chip(), estimates));
        node.put("conventional", placeOf(saving.conventional(), estimates));
        node.put("factor", saving.factor());
        node.put("clear", saving.isClear());
        node.set("interval", EstimateSection.interval(saving.interval()));
        return node;
    }

    private static int placeOf(DecisionEstimate estimate, List<DecisionEstimate> estimates) {
        for (int place = 0; place < estimates.size(); place++) {
            if (estimates.get(place) == estimate) {
                return place;
            }
        }
        throw new IllegalArgumentException(
                "no estimate of " + estimate.profile().name() + " is in the document");
    }

    /** Boundaries, parts, computations and grades, each in its order. */
    private static ObjectNode legend() {
        ObjectNode legend = JsonNodes.object();
        ArrayNode boundaries = legend.putArray("boundaries");
        for (Boundary boundary : Boundary.values()) {
            boundaries.add(entry(boundary.word(), boundary.label()).put("meaning", boundary.meaning()));
        }
        ArrayNode parts = legend.putArray("parts");
        for (Part part : Part.values()) {
            parts.add(entry(part.word(), part.label()));
        }
        ArrayNode computations = legend.putArray("computations");
        for (Computation computation : Computation.values()) {
            computations.add(entry(computation.word(), computation.label())
                    .put("caveat", computation.caveat().orElse(null)));
        }
        ArrayNode grades = legend.putArray("grades");
        for (Grade grade : Grade.values()) {
            grades.add(entry(grade.name(), grade.name()).put("meaning", grade.meaning()));
        }
        return legend;
    }

    private static ObjectNode entry(String word, String label) {
        return JsonNodes.object().put("word", word).put("label", label);
    }

    /** What a decision takes on each device, in each way that it can compute it, as JSON. */
    private static final class EstimateSection {

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
            node.put("sister", estimate.profile().about().sister().orElse(null));
            node.put(
                    "operatingPoint",
                    estimate.profile().figures().operatingPoint().text());
            node.put("batch", estimate.profile().figures().operatingPoint().batch());
            node.put("computation", estimate.computation().word());
            node.put("format", estimate.format().map(NumberFormat::word).orElse(null));
            node.put("possible", estimate.possible());
            node.set("problems", JsonNodes.strings(estimate.problems()));
            node.put("asItIs", estimate.fit().isAsItIs());
            node.set("changes", JsonNodes.strings(estimate.fit().changes()));
            node.set("notKnown", JsonNodes.strings(estimate.fit().unknown()));
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
            node.set("interval", interval(estimate.interval(boundary)));
            node.set("reliability", JsonNodes.bound(estimate.reliability(boundary)));
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
}
