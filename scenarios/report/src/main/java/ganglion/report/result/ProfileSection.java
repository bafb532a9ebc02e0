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
import ganglion.hardware.placement.CoreLoad;
import ganglion.hardware.placement.PlacementSummary;
import ganglion.report.files.JsonDocument;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The cost of a run on one chip. */
public final class ProfileSection {

    private ProfileSection() {}

    /** The section {@code profiles}. */
    public static ArrayNode all(CostedRun run) {
        return JsonDocument.bound(
                run.costs().stream().map(cost -> of(run, cost)).toList());
    }

    private record Device(
            String name,
            String title,
            String description,
            String includes,
            String excludes,
            String operatingPoint,
            int batch,
            Map<String, OptionalDouble> powerWatts,
            String execution,
            String timeModel,
            Placed placement,
            Energy energy,
            Map<String, Long> operations,
            ObjectNode latency,
            ObjectNode spikeLatency,
            ObjectNode decisionLatency,
            double modelledSeconds,
            double chipTickSeconds,
            long overrunTicks,
            List<String> notes,
            List<Evidence> figures) {}

    /** A figure with its evidence. */
    private record Evidence(String name, String value, String kind, String source, String note) {}

    private static Device of(CostedRun run, ChipCost cost) {
        HardwareProfile profile = cost.profile();
        ObjectNode latency = LatencySection.of(cost.timing().tickLatency());
        if (cost.timing().isKnown()) {
            latency.set("exact", JsonNodes.bound(ExactTickTimes.of(cost.timing().tickSeconds())));
        }
        Map<String, OptionalDouble> watts = new LinkedHashMap<>();
        for (PowerStates.State state : PowerStates.State.values()) {
            watts.put(
                    state.word(),
                    profile.figures().power().of(state).stream()
                            .mapToDouble(Figure::value)
                            .findFirst());
        }
        Map<String, Long> operations = new LinkedHashMap<>();
        new TreeMap<>(cost.work().operations()).forEach((operation, count) -> operations.put(operation.word(), count));
        return new Device(
                profile.name(),
                profile.about().title(),
                profile.about().description(),
                profile.boundary().includes(),
                profile.boundary().excludes(),
                profile.figures().operatingPoint().text(),
                profile.figures().operatingPoint().batch(),
                watts,
                profile.cores().execution().word(),
                profile.cores().timeModel().name(),
                Placed.of(cost.placement(), cost.cores()),
                Energy.of(cost),
                operations,
                latency,
                LatencySection.ofPicoseconds(cost.timing().spikeLatency()),
                decisionLatency(run, cost),
                cost.timing().modelledSeconds(),
                cost.timing().chipTickSeconds(),
                cost.timing().overrunTicks(),
                cost.notes(),
                ProfileRows.of(profile).rows().stream()
                        .map(row -> new Evidence(
                                row.section() + ": " + row.name(),
                                row.figure().text(),
                                row.figure().kind().word(),
                                row.figure().source(),
                                row.note()))
                        .toList());
    }

    private static ObjectNode decisionLatency(CostedRun run, ChipCost cost) {
        ObjectNode section = LatencySection.of(run.soundToDecision().on(cost, run.decisions()));
        section.put("frontEndSeconds", run.soundToDecision().frontEndSeconds());
        section.put("looksAhead", run.soundToDecision().looksAhead());
        section.put("chipTimeKnown", cost.timing().isKnown());
        return section;
    }

    /** Energies: a total, its components, and their intervals. */
    private record Energy(
            OptionalDouble totalJoules,
            double knownJoules,
            Optional<Range> totalInterval,
            Optional<Range> knownInterval,
            List<Component> components,
            List<String> unknowns) {

        static Energy of(ChipCost cost) {
            return new Energy(
                    cost.energy().totalJoules(),
                    cost.energy().knownJoules(),
                    Range.of(cost.energy().totalInterval()),
                    Range.of(cost.energy().knownInterval()),
                    cost.energy().components().stream().map(Component::of).toList(),
                    cost.unknowns());
        }

        /** A component with the evidence of its figure. */
        private record Component(
                String name,
                String label,
                long count,
                OptionalDouble joules,
                Optional<Range> interval,
                String figure,
                String kind,
                String source) {

            static Component of(EnergyComponent of) {
                return new Component(
                        of.name(),
                        of.label(),
                        of.count(),
                        of.joules(),
                        Range.of(of.interval()),
                        of.figure(),
                        of.kind() == null ? "unknown" : of.kind().word(),
                        of.source());
            }
        }

        /** Both ends of an interval. */
        private record Range(double lowJoules, double highJoules, int digits) {

            /** Empty if the error is unknown, which does not mean that there is none. */
            static Optional<Range> of(Optional<Interval> interval) {
                return interval.filter(range -> !range.isExact())
                        .map(range -> new Range(range.low(), range.high(), range.significantDigits()));
            }
        }
    }

    /** The placement of the network on a chip. */
    private record Placed(
            boolean fits,
            int chips,
            int coresUsed,
            int coresPerChip,
            long copies,
            int neurons,
            long synapses,
            List<String> problems,
            boolean asItIs,
            Collection<String> changes,
            Collection<String> notKnown,
            List<CoreLoad> cores) {

        /** More cores are counted, but not listed. */
        private static final int MOST_CORES = 4096;

        static Placed of(PlacementSummary placement, List<CoreLoad> cores) {
            return new Placed(
                    placement.fits(),
                    placement.chips(),
                    placement.coresUsed(),
                    placement.coresPerChip(),
                    placement.copies(),
                    placement.neurons(),
                    placement.synapses(),
                    placement.problems(),
                    placement.fits() && placement.fit().isAsItIs(),
                    placement.fit().changes(),
                    placement.fit().unknown(),
                    cores.size() <= MOST_CORES ? cores : List.of());
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
