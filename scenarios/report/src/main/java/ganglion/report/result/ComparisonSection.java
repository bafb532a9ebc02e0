package ganglion.report.result;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.metrics.NeuroBenchMetrics;
import ganglion.scenario.cost.BreakEvenLine;
import ganglion.scenario.cost.Comparison;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The comparison with other ways to do the same: counts, estimates by device, rankings, break-even activities. */
public final class ComparisonSection {

    private ComparisonSection() {}

    private record ComparisonRow(
            long inferences,
            long ticksPerInference,
            ObjectNode neuroBench,
            Arithmetic arithmetic,
            double periodSeconds,
            Optional<Battery> battery,
            Legend legend,
            List<EstimateRow> estimates,
            Optional<String> withoutArtificial,
            List<RankingRow> rankings,
            List<Curve> breakEven) {}

    private record Arithmetic(Object spiking, Object artificial) {}

    /** The section {@code comparison}. */
    public static ObjectNode of(Comparison comparison, Optional<Battery> battery) {
        List<DecisionEstimate> estimates = comparison.estimates();
        return JsonNodes.bound(new ComparisonRow(
                comparison.inferences(),
                comparison.ticksPerInference(),
                neuroBench(comparison.neuroBench()),
                new Arithmetic(comparison.spiking(), comparison.artificial()),
                comparison.work().periodSeconds(),
                battery,
                Legend.ALL,
                estimates.stream().map(each -> EstimateRow.of(each, battery)).toList(),
                comparison.withoutArtificial(),
                Arrays.stream(Boundary.values())
                        .map(boundary -> RankingRow.of(comparison.ranking(boundary), estimates))
                        .toList(),
                breakEven(comparison.breakEvens())));
    }

    private static ObjectNode neuroBench(NeuroBenchMetrics metrics) {
        ObjectNode node = JsonNodes.bound(metrics);
        // A whole zero, as before there were any, so that documents of runs with spikes only stay the same.
        if (metrics.effectiveMultiplyAccumulates() == 0) {
            node.put("effectiveMultiplyAccumulates", 0);
        }
        return node;
    }

    /** A chip's power over activity under a boundary, and where it meets that of each conventional device. */
    private record Curve(
            String profile,
            String boundary,
            double runSpikesPerNeuronSecond,
            List<ActivityPoint> curve,
            List<Meeting> against) {

        private record ActivityPoint(double spikesPerNeuronSecond, double watts) {}

        private record Meeting(
                String profile,
                String computation,
                String format,
                double watts,
                boolean chipWinsAtRest,
                OptionalDouble spikesPerNeuronSecond) {

            static Meeting of(BreakEvenLine line) {
                return new Meeting(
                        line.conventional().profile().name(),
                        line.conventional().computation().word(),
                        line.conventional().format().orElseThrow().word(),
                        line.breakEven().curve().get(0).conventionalWatts(),
                        line.breakEven().chipWinsAtRest(),
                        line.breakEven().breakEvenSpikesPerNeuronSecond());
            }
        }

        static Curve of(List<BreakEvenLine> lines) {
            BreakEven first = lines.get(0).breakEven();
            return new Curve(
                    lines.get(0).chip().profile().name(),
                    first.boundary().word(),
                    first.runSpikesPerNeuronSecond(),
                    first.curve().stream()
                            .map(point -> new ActivityPoint(point.spikesPerNeuronSecond(), point.chipWatts()))
                            .toList(),
                    lines.stream().map(Meeting::of).toList());
        }
    }

    /** One curve per chip and boundary. */
    private static List<Curve> breakEven(List<BreakEvenLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.chip().profile().name() + " "
                                + line.breakEven().boundary().word(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(Curve::of)
                .toList();
    }

    /** The order, the devices without a rank, what chips save, and what would change it; estimates by their place in the document. */
    private record RankingRow(
            String boundary,
            List<Integer> ranked,
            List<LeftRow> withoutRank,
            List<SavingRow> savings,
            List<String> doubts) {

        private record LeftRow(int estimate, boolean cannot, String reason) {}

        private record SavingRow(
                int chip, int conventional, double factor, boolean clear, Optional<Interval> interval) {}

        static RankingRow of(Ranking ranking, List<DecisionEstimate> estimates) {
            return new RankingRow(
                    ranking.boundary().word(),
                    ranking.ranked().stream()
                            .map(estimate -> placeOf(estimate, estimates))
                            .toList(),
                    ranking.left().stream()
                            .map(left -> new LeftRow(placeOf(left.estimate(), estimates), left.cannot(), left.reason()))
                            .toList(),
                    ranking.savings().stream()
                            .map(saving -> new SavingRow(
                                    placeOf(saving.chip(), estimates),
                                    placeOf(saving.conventional(), estimates),
                                    saving.factor(),
                                    saving.isClear(),
                                    saving.interval()))
                            .toList(),
                    ranking.doubts());
        }

        private static int placeOf(DecisionEstimate estimate, List<DecisionEstimate> estimates) {
            return IntStream.range(0, estimates.size())
                    .filter(place -> estimates.get(place) == estimate)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Boundaries, parts, computations and grades, each in its order. */
    private record Legend(List<Meant> boundaries, List<Named> parts, List<Way> computations, List<Meant> grades) {

        private static final Legend ALL = new Legend(
                Arrays.stream(Boundary.values())
                        .map(each -> new Meant(each.word(), each.label(), each.meaning()))
                        .toList(),
                Arrays.stream(Part.values())
                        .map(each -> new Named(each.word(), each.label()))
                        .toList(),
                Arrays.stream(Computation.values())
                        .map(each -> new Way(each.word(), each.label(), each.caveat()))
                        .toList(),
                Arrays.stream(Grade.values())
                        .map(each -> new Meant(each.name(), each.name(), each.meaning()))
                        .toList());

        private record Named(String word, String label) {}

        private record Meant(String word, String label, String meaning) {}

        private record Way(String word, String label, Optional<String> caveat) {}
    }

    /** What a decision takes on a device, in a way that it can compute it, with its three energies by part. */
    private record EstimateRow(
            String profile,
            String title,
            Optional<String> sister,
            String operatingPoint,
            int batch,
            String computation,
            Optional<String> format,
            boolean possible,
            List<String> problems,
            boolean asItIs,
            Collection<String> changes,
            Collection<String> notKnown,
            double periodSeconds,
            OptionalDouble workSeconds,
            Collection<String> missingTimes,
            Optional<Boolean> inTime,
            Map<String, EnergyRow> energies,
            OptionalDouble staticShareJoules,
            OptionalDouble betweenWatts,
            Reliability reliability,
            List<String> notes) {

        static EstimateRow of(DecisionEstimate of, Optional<Battery> battery) {
            Map<String, EnergyRow> energies = new LinkedHashMap<>();
            for (Boundary boundary : Boundary.values()) {
                energies.put(boundary.word(), EnergyRow.of(of, boundary, battery));
            }
            return new EstimateRow(
                    of.profile().name(),
                    of.profile().about().title(),
                    of.profile().about().sister(),
                    of.profile().figures().operatingPoint().text(),
                    of.profile().figures().operatingPoint().batch(),
                    of.computation().word(),
                    of.format().map(NumberFormat::word),
                    of.possible(),
                    of.problems(),
                    of.fit().isAsItIs(),
                    of.fit().changes(),
                    of.fit().unknown(),
                    of.periodSeconds(),
                    of.workSeconds(),
                    of.missingTimes(),
                    of.inTime(),
                    energies,
                    of.staticShareJoules(),
                    of.betweenWatts(),
                    of.reliability(),
                    of.notes());
        }
    }

    /**
     * The energy of a decision under a boundary.
     *
     * @param interval null for a device that is unvalidated
     * @param joulesPerDay left out of marginal energies
     * @param batteryDays left out where there is no battery
     */
    private record EnergyRow(
            OptionalDouble joules,
            Optional<Interval> interval,
            Reliability reliability,
            Collection<String> missing,
            Map<String, PartRow> parts,
            @JsonInclude(JsonInclude.Include.NON_NULL) OptionalDouble joulesPerDay,
            @JsonInclude(JsonInclude.Include.NON_NULL) OptionalDouble batteryDays) {

        private record PartRow(OptionalDouble joules, String remark, Collection<String> missing) {}

        static EnergyRow of(DecisionEstimate estimate, Boundary boundary, Optional<Battery> battery) {
            BoundaryEnergy energy = estimate.energy(boundary);
            Map<String, PartRow> parts = new LinkedHashMap<>();
            energy.parts()
                    .forEach((part, value) ->
                            parts.put(part.word(), new PartRow(value.joules(), value.remark(), value.missing())));
            OptionalDouble perDay = boundary == Boundary.MARGINAL ? null : estimate.joulesPerDay(boundary);
            return new EnergyRow(
                    energy.joules(),
                    estimate.interval(boundary),
                    estimate.reliability(boundary),
                    energy.missing(),
                    parts,
                    perDay,
                    perDay == null
                            ? null
                            : battery.map(found -> found.days(perDay)).orElse(null));
        }
    }
}
