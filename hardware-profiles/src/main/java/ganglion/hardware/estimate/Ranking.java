package ganglion.hardware.estimate;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.Reliability.Grade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Devices by the energy of a decision under one boundary, the least first: each with the computation that takes it least,
 * and only those that are known to keep pace.
 *
 * @param boundary the boundary that all energies are under
 * @param ranked devices whose energy is known and that keep pace
 * @param left devices that cannot be ranked, and why
 */
public record Ranking(Boundary boundary, List<DecisionEstimate> ranked, List<Left> left) {

    /**
     * A device without a rank.
     *
     * @param estimate what is known of it
     * @param reasons why it has no rank, human-readable: what it cannot do, or each figure that is missing
     */
    public record Left(DecisionEstimate estimate, List<String> reasons) {

        /** Takes a copy of the list. */
        public Left {
            reasons = List.copyOf(reasons);
        }

        /** Whether the device is known not to do it; else too little is known of it. */
        public boolean cannot() {
            return !estimate.possible() || fallsBehind();
        }

        /** Whether it computes this, and is too slow. */
        public boolean fallsBehind() {
            return estimate.possible() && !estimate.inTime().orElse(true);
        }

        /** All reasons in one line. */
        public String reason() {
            return String.join("; ", reasons);
        }
    }

    /**
     * What a spiking chip saves.
     *
     * @param chip the chip
     * @param conventional the conventional device that takes least
     * @param factor energy of the conventional device over that of the chip: above 1 if the chip takes less
     * @param interval the range of the factor; absent if a device is unvalidated
     */
    public record Saving(
            DecisionEstimate chip, DecisionEstimate conventional, double factor, Optional<Interval> interval) {

        /** Whether it is above or below 1 for certain. */
        public boolean isClear() {
            return interval.filter(range -> range.low() > 1 || range.high() < 1).isPresent();
        }
    }

    /** Takes copies of the lists. */
    public Ranking {
        ranked = List.copyOf(ranked);
        left = List.copyOf(left);
    }

    /** The ranking of estimates of one decision. */
    public static Ranking of(Boundary boundary, List<DecisionEstimate> estimates) {
        Map<String, DecisionEstimate> best = new LinkedHashMap<>();
        Map<String, Left> without = new LinkedHashMap<>();
        for (DecisionEstimate estimate : estimates) {
            String name = estimate.profile().name();
            List<String> reasons = reasons(boundary, estimate);
            if (!reasons.isEmpty()) {
                without.putIfAbsent(name, new Left(estimate, reasons));
            } else {
                best.merge(
                        name, estimate, (one, other) -> joules(boundary, one) <= joules(boundary, other) ? one : other);
            }
        }
        best.keySet().forEach(without::remove);
        List<DecisionEstimate> ranked = new ArrayList<>(best.values());
        ranked.sort(Comparator.comparingDouble(estimate -> joules(boundary, estimate)));
        return new Ranking(boundary, ranked, List.copyOf(without.values()));
    }

    private static List<String> reasons(Boundary boundary, DecisionEstimate estimate) {
        if (!estimate.possible()) {
            return estimate.problems();
        }
        List<String> reasons = new ArrayList<>();
        if (!estimate.inTime().orElse(true)) {
            reasons.add(tooSlow(estimate));
        }
        reasons.addAll(estimate.energy(boundary).missing());
        if (estimate.inTime().isEmpty() && reasons.isEmpty()) {
            reasons.add("whether it keeps pace is not known: " + String.join("; ", estimate.missingTimes()));
        }
        return reasons;
    }

    private static String tooSlow(DecisionEstimate estimate) {
        if (estimate.workSeconds().orElseThrow() <= estimate.periodSeconds()) {
            return estimate.profile().cores().timeModel() instanceof AsynchronousEvents
                    ? "in some ticks, more events come than it takes in time"
                    : "some ticks take longer than the scenario's";
        }
        return "too slow: works " + QuantityFormat.format(estimate.workSeconds().orElseThrow(), Dimension.TIME)
                + " and has " + QuantityFormat.format(estimate.periodSeconds(), Dimension.TIME);
    }

    /** The saving of each ranked chip that follows spikes against the best conventional device; none where one takes nothing. */
    public List<Saving> savings() {
        Optional<DecisionEstimate> conventional = ranked.stream()
                .filter(estimate -> estimate.computation() != Computation.SPIKES)
                .findFirst();
        List<Saving> savings = new ArrayList<>();
        conventional
                .filter(best -> joules(boundary, best) > 0)
                .ifPresent(best -> ranked.stream()
                        .filter(estimate -> estimate.computation() == Computation.SPIKES)
                        .filter(estimate -> joules(boundary, estimate) > 0)
                        .forEach(chip -> savings.add(saving(chip, best))));
        return savings;
    }

    /** Errors of two devices are taken to be independent: their logarithms add in squares. */
    private Saving saving(DecisionEstimate chip, DecisionEstimate best) {
        double factor = best.energy(boundary).over(chip.energy(boundary)).orElseThrow();
        Optional<Interval> interval = Optional.empty();
        OptionalDouble ofChip = chip.reliability(boundary).factor();
        OptionalDouble ofBest = best.reliability(boundary).factor();
        if (ofChip.isPresent() && ofBest.isPresent()) {
            double spread = Math.exp(Math.hypot(Math.log(ofChip.getAsDouble()), Math.log(ofBest.getAsDouble())));
            interval = Optional.of(new Interval(factor / spread, factor * spread));
        }
        return new Saving(chip, best, factor, interval);
    }

    /** What would change the order, as sentences: intervals that overlap, assumed figures, devices that nobody measured. */
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>(overlaps());
        named(estimate -> estimate.reliability(boundary).grade() == Grade.D)
                .ifPresent(names ->
                        doubts.add("Assumed figures are in the total of " + names + ", which may stand anywhere."));
        named(estimate -> estimate.reliability(boundary).grade() != Grade.D
                        && estimate.reliability(boundary).factor().isEmpty())
                .ifPresent(names -> doubts.add("No measurement confirms the place of " + names + "."));
        return doubts;
    }

    private Optional<String> named(Predicate<DecisionEstimate> which) {
        List<String> names = ranked.stream()
                .filter(which)
                .map(estimate -> estimate.profile().name())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    /** One sentence for each stretch of the order in which some interval reaches from each place to the next. */
    private List<String> overlaps() {
        List<String> sentences = new ArrayList<>();
        List<String> stretch = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            stretch.add(ranked.get(i).profile().name());
            if (!reachesBeyond(i)) {
                if (stretch.size() > 1) {
                    String last = stretch.remove(stretch.size() - 1);
                    sentences.add("The order of " + String.join(", ", stretch) + " and " + last
                            + " is not certain: intervals overlap.");
                }
                stretch.clear();
            }
        }
        return sentences;
    }

    /** Whether a device of a place, or of one before, overlaps with a device of a later one. */
    private boolean reachesBeyond(int place) {
        return ranked.subList(0, place + 1).stream()
                .anyMatch(less ->
                        ranked.subList(place + 1, ranked.size()).stream().anyMatch(more -> overlap(less, more)));
    }

    private boolean overlap(DecisionEstimate less, DecisionEstimate more) {
        Optional<Interval> low = less.interval(boundary);
        Optional<Interval> high = more.interval(boundary);
        return low.isPresent()
                && high.isPresent()
                && low.get().high() >= high.get().low();
    }

    private static double joules(Boundary boundary, DecisionEstimate estimate) {
        return estimate.energy(boundary).joules().orElseThrow();
    }
}
