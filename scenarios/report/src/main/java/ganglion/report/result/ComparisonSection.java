package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.comparison.Baseline;
import ganglion.hardware.comparison.BreakEven;
import ganglion.hardware.metrics.ArithmeticCounts;
import ganglion.hardware.metrics.NeuroBenchMetrics;
import ganglion.scenario.cost.BreakEvenLine;
import ganglion.scenario.cost.Comparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The comparison with the equivalent dense network: counts, baselines, break-even activities. */
public final class ComparisonSection {

    private ComparisonSection() {}

    /** The section {@code comparison}. */
    public static ObjectNode of(Comparison comparison) {
        ObjectNode section = JsonNodes.object();
        section.put("inferences", comparison.inferences());
        section.put("ticksPerInference", comparison.ticksPerInference());
        section.set("neuroBench", neuroBench(comparison.neuroBench()));
        ObjectNode counts = section.putObject("arithmetic");
        counts.set("spiking", counts(comparison.spiking()));
        counts.set("artificial", counts(comparison.artificial()));
        ArrayNode baselines = section.putArray("baselines");
        comparison.baselines().forEach(baseline -> baselines.add(baseline(baseline)));
        section.set("breakEven", breakEven(comparison.breakEvens()));
        return section;
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

    private static ObjectNode baseline(Baseline baseline) {
        ObjectNode node = JsonNodes.object();
        node.put("profile", baseline.profile().name());
        node.put("title", baseline.profile().title());
        node.put("format", baseline.setting().format().word());
        node.put("state", baseline.setting().stateful());
        node.put("passesPerInference", baseline.setting().passesPerInference());
        node.put("inferencesPerSecond", baseline.setting().inferencesPerSecond());
        node.put("duty", baseline.setting().duty());
        node.put("multiplyAccumulates", baseline.work().multiplyAccumulates());
        node.put("weights", baseline.work().weights());
        node.set("arithmetic", counts(baseline.arithmetic()));
        JsonNodes.putNumber(node, "joulesPerInference", baseline.joulesPerInference());
        node.set("interval", EnergySection.interval(baseline.interval()));
        JsonNodes.putNumber(node, "staticWatts", baseline.staticWatts());
        JsonNodes.putNumber(node, "joulesPerSecondAlwaysOn", baseline.joulesPerSecondAlwaysOn());
        JsonNodes.putNumber(node, "joulesPerSecondGated", baseline.joulesPerSecondOfAudio());
        node.set("components", EnergySection.components(baseline.components()));
        node.set("notes", JsonNodes.strings(baseline.notes()));
        return node;
    }

    /** One curve per chip, with its intersections with the baselines. */
    private static ArrayNode breakEven(List<BreakEvenLine> lines) {
        Map<String, List<BreakEvenLine>> byChip = lines.stream()
                .collect(Collectors.groupingBy(BreakEvenLine::chip, LinkedHashMap::new, Collectors.toList()));
        ArrayNode section = JsonNodes.array();
        byChip.forEach((chip, all) -> section.add(chip(chip, all)));
        return section;
    }

    private static ObjectNode chip(String chip, List<BreakEvenLine> lines) {
        BreakEven total = lines.get(0).total();
        BreakEven dynamic = lines.get(0).dynamic();
        ObjectNode node = JsonNodes.object();
        node.put("profile", chip);
        node.put("runSpikesPerNeuronSecond", total.runSpikesPerNeuronSecond());
        node.put("lowerBound", total.chipIsLowerBound());
        ArrayNode curve = node.putArray("curve");
        for (int i = 0; i < total.curve().size(); i++) {
            curve.addObject()
                    .put("spikesPerNeuronSecond", total.curve().get(i).spikesPerNeuronSecond())
                    .put("watts", total.curve().get(i).chipWatts())
                    .put("dynamicWatts", dynamic.curve().get(i).chipWatts());
        }
        ArrayNode against = node.putArray("against");
        for (BreakEvenLine line : lines) {
            against.addObject()
                    .put("profile", line.baseline().profile().name())
                    .put("format", line.baseline().setting().format().word())
                    .put("gated", line.gated())
                    .<ObjectNode>set("total", meeting(line.total()))
                    .set("dynamic", meeting(line.dynamic()));
        }
        return node;
    }

    private static ObjectNode meeting(BreakEven meeting) {
        ObjectNode node = JsonNodes.object();
        node.put("baselineWatts", meeting.curve().get(0).baselineWatts());
        JsonNodes.putNumber(node, "spikesPerNeuronSecond", meeting.breakEvenSpikesPerNeuronSecond());
        node.put("chipWinsAtRest", BreakEvenLine.winsAtRest(meeting));
        return node;
    }
}
