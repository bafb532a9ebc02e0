package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.estimate.Battery;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BreakEven;
import ganglion.hardware.metrics.ArithmeticCounts;
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
        counts.set("spiking", counts(comparison.spiking()));
        counts.set("artificial", counts(comparison.artificial()));
        section.put("periodSeconds", comparison.work().periodSeconds());
        section.set("battery", battery(battery));
        section.set("legend", LegendSection.all());
        section.set("estimates", EstimateSection.estimates(comparison.estimates(), battery));
        section.put("withoutArtificial", comparison.withoutArtificial().orElse(null));
        ArrayNode rankings = section.putArray("rankings");
        RankingSection inOrder = new RankingSection(comparison.estimates());
        for (Boundary boundary : Boundary.values()) {
            rankings.add(inOrder.of(comparison.ranking(boundary)));
        }
        section.set("breakEven", breakEven(comparison.breakEvens()));
        return section;
    }

    private static ObjectNode battery(Optional<Battery> battery) {
        return battery.map(found -> JsonNodes.object()
                        .put("ampereHours", found.ampereHours())
                        .put("volts", found.volts()))
                .orElse(null);
    }

    private static ObjectNode neuroBench(NeuroBenchMetrics metrics) {
        ObjectNode node = JsonNodes.object()
                .put("footprintBytes", metrics.footprintBytes())
                .put("connectionSparsity", metrics.connectionSparsity())
                .put("activationSparsity", metrics.activationSparsity())
                .put("effectiveAccumulates", metrics.effectiveAccumulates());
        // A whole zero, as before there were any, so that documents of runs with spikes only stay the same.
        if (metrics.effectiveMultiplyAccumulates() == 0) {
            node.put("effectiveMultiplyAccumulates", 0);
        } else {
            node.put("effectiveMultiplyAccumulates", metrics.effectiveMultiplyAccumulates());
        }
        return node.put("denseOperations", metrics.denseOperations());
    }

    private static ObjectNode counts(ArithmeticCounts counts) {
        return JsonNodes.object().put("additions", counts.additions()).put("multiplications", counts.multiplications());
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
}
