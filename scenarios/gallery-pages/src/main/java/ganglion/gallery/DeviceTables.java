package ganglion.gallery;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BoundaryEnergy;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.scenario.cost.BreakEvenLine;
import ganglion.scenario.cost.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a decision takes on each device under each boundary, what is not known and why, and the activity below which chips take
 * less, as Markdown.
 */
final class DeviceTables {

    private static final String UNKNOWN = "unknown";

    /** An estimate is not known to more digits. */
    private static final int DIGITS = 2;

    /** Longer tables are left to the report. */
    private static final int MOST_LINES = 24;

    private final Comparison comparison;
    private final String each;
    private final StringBuilder page;

    /**
     * @param each what an inference is called: a decision, or the run
     * @param page where everything is added
     */
    DeviceTables(Comparison comparison, String each, StringBuilder page) {
        this.comparison = comparison;
        this.each = each;
        this.page = page;
    }

    /** Adds everything; nothing if the scenario names no device. */
    void append() {
        if (comparison.estimates().isEmpty()) {
            return;
        }
        List<DecisionEstimate> shown = smallestFormats();
        appendEnergies(shown);
        appendMissing(shown);
        appendBreakEvens();
    }

    /** One line for each computation on a device: number formats come in the order of their bytes. */
    private List<DecisionEstimate> smallestFormats() {
        Map<String, DecisionEstimate> smallest = new LinkedHashMap<>();
        comparison.estimates().stream()
                .filter(estimate -> !isLeftOut(estimate))
                .forEach(estimate -> smallest.putIfAbsent(
                        estimate.profile().name() + " " + estimate.computation().word(), estimate));
        return List.copyOf(smallest.values());
    }

    /** Of each conventional device there is another row: one sentence below the table serves all. */
    private boolean isLeftOut(DecisionEstimate estimate) {
        return comparison
                .withoutArtificial()
                .filter(estimate.problems()::contains)
                .isPresent();
    }

    private void appendEnergies(List<DecisionEstimate> shown) {
        page.append("Energy of " + each + " on each device. ");
        page.append(Arrays.stream(Boundary.values())
                .map(boundary -> "*" + capital(boundary.label()) + "*: " + boundary.meaning() + ". ")
                .collect(Collectors.joining()));
        page.append("Figures of different columns are not compared.\n\n");
        List<String> head = new ArrayList<>(List.of("device", "computes", "in time", "works for"));
        for (Boundary boundary : Boundary.values()) {
            head.add(boundary.label());
        }
        head.add("grade");
        row(head);
        row(head.stream().map(title -> "---").toList());
        shown.forEach(estimate -> row(cells(estimate)));
        page.append("\nGrades: ");
        page.append(shown.stream()
                .map(estimate -> estimate.reliability().grade())
                .distinct()
                .sorted()
                .map(grade -> grade + " " + grade.meaning())
                .collect(Collectors.joining("; ")));
        page.append(".\n\n");
        shown.stream()
                .filter(DecisionEstimate::possible)
                .map(DecisionEstimate::computation)
                .distinct()
                .forEach(computation -> computation
                        .caveat()
                        .ifPresent(caveat -> page.append(capital(computation.label()) + ": " + caveat + ".\n\n")));
        comparison
                .withoutArtificial()
                .filter(reason -> comparison.estimates().stream().anyMatch(this::isLeftOut))
                .ifPresent(reason ->
                        page.append("On conventional devices the spiking network is computed densely in every tick; "
                                + Markdown.inline(reason) + ".\n\n"));
    }

    private static List<String> cells(DecisionEstimate estimate) {
        List<String> cells = new ArrayList<>();
        cells.add(estimate.profile().name());
        cells.add(estimate.computation().label()
                + estimate.format().map(format -> ", " + format.word()).orElse(""));
        cells.add(
                estimate.possible()
                        ? estimate.inTime().map(yes -> yes ? "yes" : "no").orElse(UNKNOWN)
                        : "cannot do it");
        cells.add(text(estimate.workSeconds(), Dimension.TIME, estimate));
        for (Boundary boundary : Boundary.values()) {
            cells.add(energy(estimate, boundary));
        }
        cells.add(estimate.reliability().grade().name());
        return cells;
    }

    private static String energy(DecisionEstimate estimate, Boundary boundary) {
        BoundaryEnergy energy = estimate.energy(boundary);
        if (energy.joules().isEmpty() || !estimate.possible()) {
            return text(OptionalDouble.empty(), Dimension.ENERGY, estimate);
        }
        double joules = energy.joules().getAsDouble();
        return joules(joules)
                + estimate.interval(boundary)
                        .map(range -> " (" + joules(range.low()) + " to " + joules(range.high()) + ")")
                        .orElse("");
    }

    private static String joules(double joules) {
        return QuantityFormat.format(joules, Dimension.ENERGY.baseUnit(), DIGITS);
    }

    private static String text(OptionalDouble value, Dimension dimension, DecisionEstimate estimate) {
        if (!estimate.possible()) {
            return "–";
        }
        return value.isPresent() ? QuantityFormat.format(value.getAsDouble(), dimension) : UNKNOWN;
    }

    private void appendMissing(List<DecisionEstimate> shown) {
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        for (DecisionEstimate estimate : shown) {
            Set<String> ofDevice = missing.computeIfAbsent(estimate.profile().name(), name -> new LinkedHashSet<>());
            ofDevice.addAll(estimate.problems());
            if (estimate.possible()) {
                ofDevice.addAll(estimate.missingTimes());
                estimate.energies().values().forEach(energy -> ofDevice.addAll(energy.missing()));
            }
        }
        missing.values().removeIf(Set::isEmpty);
        missing.forEach((device, figures) ->
                page.append("- " + Markdown.inline(device + ": " + String.join("; ", figures)) + "\n"));
        page.append(missing.isEmpty() ? "" : "\n");
    }

    private void appendBreakEvens() {
        if (comparison.breakEvens().isEmpty()) {
            return;
        }
        if (comparison.breakEvens().size() > MOST_LINES) {
            page.append("The report compares the power of each chip with that of each conventional device.\n\n");
            return;
        }
        row(List.of("chip", "takes less power than", "boundary", "in spikes per neuron and second", "in this run"));
        row(List.of("---", "---", "---", "---", "---"));
        for (BreakEvenLine line : comparison.breakEvens()) {
            boolean crosses = line.breakEven().breakEvenSpikesPerNeuronSecond().isPresent();
            row(List.of(
                    line.chip().profile().name(),
                    line.conventional().profile().name() + ", "
                            + line.conventional().computation().label(),
                    line.breakEven().boundary().label(),
                    (crosses ? line.breakEven().chipWinsAtRest() ? "below " : "above " : "at ")
                            + line.breakEven().text(),
                    QuantityFormat.format(line.breakEven().runSpikesPerNeuronSecond(), Dimension.FREQUENCY)));
        }
        page.append("\n");
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private void row(List<String> cells) {
        Markdown.row(page, cells);
    }
}
