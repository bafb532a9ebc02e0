package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.library.ProfileRows;
import ganglion.hardware.placement.CoreTraffic.Flow;
import ganglion.hardware.placement.PlacementPicture;
import ganglion.hardware.placement.PlacementPicture.DrawnCore;
import ganglion.hardware.placement.PlacementSummary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The cost of a run on one chip. */
public final class ProfileSection {

    /** All overruns are counted; only this many are listed. */
    private static final int MOST_OVERRUNS = 100;

    private ProfileSection() {}

    /**
     * The section {@code profiles}.
     *
     * @param latencyFile name of the log of a chip's ticks in the run directory; null if there is none
     */
    public static ArrayNode all(CostedRun run, Function<ChipCost, String> latencyFile) {
        ArrayNode section = JsonNodes.array();
        for (ChipCost cost : run.costs()) {
            section.add(of(run, cost, latencyFile.apply(cost)));
        }
        return section;
    }

    private static ObjectNode of(CostedRun run, ChipCost cost, String latencyFile) {
        ObjectNode section = JsonNodes.object();
        section.put("name", cost.profile().name());
        section.put("title", cost.profile().about().title());
        section.put("description", cost.profile().about().description());
        section.put("includes", cost.profile().boundary().includes());
        section.put("excludes", cost.profile().boundary().excludes());
        section.put("operatingPoint", cost.profile().figures().operatingPoint().text());
        section.put("batch", cost.profile().figures().operatingPoint().batch());
        section.set("powerWatts", power(cost.profile().figures().power()));
        section.put("execution", cost.profile().cores().execution().word());
        section.put("timeModel", cost.profile().cores().timeModel().name());
        section.set("placement", PlacementSection.of(cost.placement(), cost.picture()));
        section.set("energy", EnergySection.of(cost));
        section.set("operations", operations(cost));
        section.set("memoryWords", JsonNodes.bound(cost.work().memory()));
        ObjectNode latency = LatencySection.of(cost.timing().tickLatency(), latencyFile);
        if (cost.timing().isKnown()) {
            latency.set("exact", JsonNodes.bound(ExactTickTimes.of(cost.timing().tickSeconds())));
        }
        section.set("latency", latency);
        section.set("spikeLatency", LatencySection.ofPicoseconds(cost.timing().spikeLatency()));
        section.set("decisionLatency", decisionLatency(run, cost));
        section.put("modelledSeconds", cost.timing().modelledSeconds());
        section.put("chipTickSeconds", cost.timing().chipTickSeconds());
        section.put("overrunTicks", cost.timing().overruns().ticks());
        section.set("overruns", overruns(cost));
        section.set("notes", JsonNodes.strings(cost.notes()));
        section.set("figures", figures(cost.profile()));
        return section;
    }

    /** What the device draws in each state; null where unknown. */
    private static ObjectNode power(PowerStates power) {
        ObjectNode node = JsonNodes.object();
        for (PowerStates.State state : PowerStates.State.values()) {
            node.put(state.word(), power.of(state).map(Figure::value).orElse(null));
        }
        return node;
    }

    /** Every figure with its evidence. */
    private static ArrayNode figures(HardwareProfile profile) {
        ArrayNode figures = JsonNodes.array();
        for (ProfileRows.Row row : ProfileRows.of(profile).rows()) {
            figures.addObject()
                    .put("name", row.section() + ": " + row.name())
                    .put("value", row.figure().text())
                    .put("kind", row.figure().kind().word())
                    .put("source", row.figure().source())
                    .put("note", row.note());
        }
        return figures;
    }

    private static ObjectNode operations(ChipCost cost) {
        ObjectNode operations = JsonNodes.object();
        new TreeMap<>(cost.work().operations()).forEach((operation, count) -> operations.put(operation.key(), count));
        return operations;
    }

    private static ObjectNode decisionLatency(CostedRun run, ChipCost cost) {
        ObjectNode section = LatencySection.of(run.soundToDecision().on(cost, run.decisions()), null);
        section.put("frontEndSeconds", run.soundToDecision().frontEndSeconds());
        section.put("looksAhead", run.soundToDecision().looksAhead());
        section.put("chipTimeKnown", cost.timing().isKnown());
        return section;
    }

    private static ArrayNode overruns(ChipCost cost) {
        ArrayNode overruns = JsonNodes.array();
        cost.timing().overruns().first().stream()
                .limit(MOST_OVERRUNS)
                .forEach(overrun -> overruns.addObject()
                        .put("tick", overrun.tick())
                        .put("core", overrun.core() < 0 ? null : overrun.core())
                        .put("seconds", overrun.seconds()));
        return overruns;
    }

    /** Energies: a total, its components, and their intervals. */
    private static final class EnergySection {

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

    /** The placement of the network on a chip, core by core, and the messages between cores. */
    private static final class PlacementSection {

        /** More cores are counted, but neither listed nor drawn: they would be too small to see. */
        private static final int MOST_CORES = 4096;

        /** Only the busiest pairs of cores are listed. */
        private static final int MOST_FLOWS = 1000;

        private static final int MOST_LINKS = 20_000;

        private PlacementSection() {}

        static ObjectNode of(PlacementSummary placement, Optional<PlacementPicture> picture) {
            ObjectNode node = JsonNodes.object();
            node.put("fits", placement.fits());
            node.put("chips", placement.chips());
            node.put("coresUsed", placement.coresUsed());
            node.put("coresPerChip", placement.coresPerChip());
            node.put("copies", placement.copies());
            node.put("neurons", placement.neurons());
            node.put("synapses", placement.synapses());
            node.set("problems", JsonNodes.strings(placement.problems()));
            node.put("asItIs", placement.fits() && placement.fit().isAsItIs());
            node.set("changes", JsonNodes.strings(placement.fit().changes()));
            node.set("notKnown", JsonNodes.strings(placement.fit().unknown()));
            node.set(
                    "picture",
                    picture.filter(drawn -> drawn.cores().size() <= MOST_CORES)
                            .map(PlacementSection::picture)
                            .orElse(null));
            return node;
        }

        private static ObjectNode picture(PlacementPicture picture) {
            ObjectNode node = JsonNodes.object();
            node.put("widthTiles", picture.mesh().widthTiles());
            node.put("heightTiles", picture.mesh().heightTiles());
            node.put("coresPerTile", picture.mesh().coresPerTile());
            ArrayNode cores = node.putArray("cores");
            picture.cores().forEach(core -> cores.add(core(core)));
            node.put("flowsInAll", picture.flows().size());
            ArrayNode flows = node.putArray("flows");
            picture.flows().stream()
                    .sorted(Comparator.comparingDouble(Flow::messages).reversed())
                    .limit(MOST_FLOWS)
                    .forEach(flow -> flows.addObject()
                            .put("source", flow.source())
                            .put("target", flow.target())
                            .put("messages", (long) flow.messages()));
            ArrayNode links = node.putArray("links");
            picture.links().stream().limit(MOST_LINKS).forEach(link -> links.add(JsonNodes.bound(link)));
            return node;
        }

        private static ObjectNode core(DrawnCore core) {
            ObjectNode node = JsonNodes.object();
            node.put("core", core.core());
            node.put("chip", core.chip());
            node.put("x", core.x());
            node.put("y", core.y());
            node.put("slot", core.slot());
            ArrayNode populations = node.putArray("populations");
            core.slices()
                    .forEach(slice -> populations
                            .addObject()
                            .put("name", slice.population())
                            .put("neurons", slice.neurons()));
            node.put("synapses", core.synapses());
            node.put("messagesSent", core.messagesSent());
            node.put("messagesReceived", core.messagesReceived());
            return node;
        }
    }

    /** Times of all ticks of a chip as they were computed, where a histogram has the upper bounds of its bins. */
    record ExactTickTimes(
            double minimumSeconds,
            double p50Seconds,
            double p90Seconds,
            double p99Seconds,
            double p999Seconds,
            double maximumSeconds,
            double meanSeconds) {

        /**
         * Smallest, largest and mean time and percentiles: of p percent the smallest time that at least this share of ticks does not exceed.
         *
         * @param seconds of each tick, at least one
         */
        static ExactTickTimes of(double[] seconds) {
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            return new ExactTickTimes(
                    sorted[0],
                    percentile(sorted, 50),
                    percentile(sorted, 90),
                    percentile(sorted, 99),
                    percentile(sorted, 99.9),
                    sorted[sorted.length - 1],
                    Arrays.stream(seconds).average().orElseThrow());
        }

        private static double percentile(double[] sorted, double percent) {
            int rank = (int) Math.ceil(percent / 100 * sorted.length - 1e-9);
            return sorted[Math.max(rank, 1) - 1];
        }
    }
}
