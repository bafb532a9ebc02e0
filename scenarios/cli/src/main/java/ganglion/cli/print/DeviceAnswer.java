package ganglion.cli.print;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.estimate.Battery;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.Ranking;
import ganglion.hardware.estimate.Ranking.Left;
import ganglion.hardware.estimate.Ranking.Saving;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.IntervalText;
import ganglion.hardware.figure.Reliability;
import ganglion.report.result.CostedRun;
import ganglion.scenario.cost.Comparison;
import ganglion.scenario.model.HardwareSpec;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The answer to what a user asks: which devices can run it in time, what a decision takes on each, what a chip saves, and what
 * would change the order.
 */
public final class DeviceAnswer {

    private static final int MOST_DOUBTS = 4;

    private final Comparison comparison;
    private final Optional<Battery> battery;
    private final boolean decides;
    private final List<HardwareProfile> applied;
    private final Map<HardwareProfile, ChipCost.Work> work;
    private final Ranking ranking;

    /** @param run of which at least one device is asked for */
    public DeviceAnswer(CostedRun run) {
        this(
                run.comparison(),
                run.battery(),
                !run.decisions().isEmpty(),
                run.hardware().stream()
                        .filter(HardwareSpec::appliesPrecision)
                        .map(HardwareSpec::profile)
                        .toList(),
                run.costs().stream().collect(Collectors.toMap(ChipCost::profile, ChipCost::work)));
    }

    /**
     * @param decides whether the run decides anything; else it is taken as one decision
     * @param applied profiles whose precision the run has
     * @param work of the profiles that were costed
     */
    DeviceAnswer(
            Comparison comparison,
            Optional<Battery> battery,
            boolean decides,
            List<HardwareProfile> applied,
            Map<HardwareProfile, ChipCost.Work> work) {
        this.comparison = comparison;
        this.applied = applied;
        this.work = work;
        this.battery = battery;
        this.decides = decides;
        this.ranking = comparison.ranking(Boundary.ACTIVE);
    }

    /** Prints everything. */
    public void print(PrintStream out, String indent) {
        if (ranking.ranked().isEmpty()) {
            out.println(indent + "No device is known to keep pace with " + pace() + ".");
        } else {
            out.println(
                    indent + "Devices that keep pace with " + pace() + ", by its energy, asleep in between (active):");
            new DeviceTable(ranking.ranked(), battery).print(out, indent);
            Paragraph.print(out, indent, "grade " + grades());
            idle().ifPresent(names -> Paragraph.print(out, indent, names + ": no known sleep, idle in between"));
            printFits(out, indent, ranking.ranked());
        }
        ranking.ranked().stream()
                .flatMap(estimate -> estimate.computation().caveat().stream())
                .findFirst()
                .ifPresent(caveat -> Paragraph.print(out, indent, Computation.ARTIFICIAL.word() + ": " + caveat));
        printLeft(out, indent);
        List<String> sentences = new ArrayList<>();
        saving(Boundary.ACTIVE, decides ? "Asleep between decisions" : "Asleep otherwise")
                .ifPresent(sentences::add);
        saving(Boundary.ALWAYS_ON, "Always on").ifPresent(sentences::add);
        comparison
                .withoutArtificial()
                .filter(reason -> others())
                .ifPresent(reason ->
                        sentences.add("On conventional devices the spiking network is computed densely in every tick; "
                                + reason + "."));
        sentences.addAll(doubts());
        if (!sentences.isEmpty()) {
            out.println();
            sentences.forEach(sentence -> Paragraph.print(out, indent, sentence));
        }
    }

    /** Devices whose active energy holds idling in the place of sleep. */
    private Optional<String> idle() {
        String names =
                ranked(estimate -> estimate.profile().figures().power().sleep().isEmpty());
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private String ranked(Predicate<DecisionEstimate> which) {
        return ranking.ranked().stream()
                .filter(which)
                .map(estimate -> estimate.profile().name())
                .collect(Collectors.joining(", "));
    }

    /** What a chip would compute in the place of what it does not have, and what of it is not known. */
    private void printFits(PrintStream out, String indent, List<DecisionEstimate> estimates) {
        for (DecisionEstimate estimate : estimates) {
            String name = estimate.profile().name();
            estimate.profile()
                    .about()
                    .caveat()
                    .ifPresent(
                            caveat -> Paragraph.print(out, indent, name + ": " + caveat + "; its grade is one lower"));
            if (estimate.profile().figures().operatingPoint().batch() > 1) {
                Paragraph.print(out, indent, name + ": " + String.join("; ", estimate.notes()));
            }
            ChipCost.Work done = work.getOrDefault(estimate.profile(), ChipCost.Work.NONE);
            done.remark().ifPresent(remark -> Paragraph.print(out, indent, name + ": " + remark));
            if (!estimate.fit().changes().isEmpty()) {
                Paragraph.print(
                        out,
                        indent,
                        name + " changes the network: "
                                + String.join("; ", estimate.fit().changes())
                                + (applied.contains(estimate.profile())
                                        ? "; the run is that of the changed one"
                                        : "; \"apply: "
                                                + (done.counted() ? "bit-true" : "precision")
                                                + "\" shows what differs"));
            }
            if (!estimate.fit().unknown().isEmpty()) {
                Paragraph.print(
                        out,
                        indent,
                        name + ", not known: "
                                + String.join(", ", estimate.fit().unknown()));
            }
        }
    }

    private String pace() {
        String period = QuantityFormat.format(comparison.work().periodSeconds(), Dimension.TIME);
        return decides ? "a decision every " + period : "the run of " + period;
    }

    /** What the grades in the table mean, and the factors beside them. */
    private String grades() {
        List<Reliability> known =
                ranking.ranked().stream().map(DecisionEstimate::reliability).toList();
        String grades = known.stream()
                .map(Reliability::grade)
                .distinct()
                .sorted()
                .map(grade -> grade + ": " + grade.meaning())
                .collect(Collectors.joining("; "));
        return known.stream().anyMatch(reliability -> reliability.factor().isPresent())
                ? grades + "; x: within this factor, 19 times of 20"
                : grades;
    }

    private void printLeft(PrintStream out, String indent) {
        printLeft(
                out,
                indent,
                "Devices that cannot do it:",
                left -> !left.estimate().possible());
        printLeft(out, indent, "Devices that fall behind:", Left::fallsBehind);
        printLeft(out, indent, "Devices of which too little is known:", left -> !left.cannot());
    }

    private void printLeft(PrintStream out, String indent, String heading, Predicate<Left> which) {
        List<Left> devices = ranking.left().stream().filter(which).toList();
        if (devices.isEmpty()) {
            return;
        }
        out.println();
        out.println(indent + heading);
        Table table = new Table(Column.text(""), Column.text(""));
        int longest = devices.stream()
                .mapToInt(left -> left.estimate().profile().name().length())
                .max()
                .orElseThrow();
        for (Left left : devices) {
            String name = left.estimate().profile().name();
            if (left.estimate().possible()) {
                String padding = " ".repeat(longest + 2 - name.length());
                Paragraph.print(out, indent, name + padding + marginal(left.estimate()) + left.reason());
            } else {
                table.row(name, left.reason());
            }
        }
        table.print(out, indent);
        printFits(
                out,
                indent,
                devices.stream()
                        .map(Left::estimate)
                        .filter(estimate -> estimate.fit().refusals().isEmpty())
                        .toList());
    }

    /** What the work alone takes, where nothing more is known. */
    private static String marginal(DecisionEstimate estimate) {
        OptionalDouble joules = estimate.energy(Boundary.MARGINAL).joules();
        return joules.isPresent()
                ? "marginal "
                        + IntervalText.rounded(
                                joules.getAsDouble(), estimate.interval(Boundary.MARGINAL), Dimension.ENERGY)
                        + "; "
                : "";
    }

    /** What the best chip of spikes takes of the energy of the best conventional device; empty without two to compare. */
    private Optional<String> saving(Boundary boundary, String state) {
        Ranking under = comparison.ranking(boundary);
        boolean chips = under.ranked().stream().anyMatch(estimate -> estimate.computation() == Computation.SPIKES);
        if (!chips || !others()) {
            return Optional.empty();
        }
        return Optional.of(under.savings().stream()
                .findFirst()
                .map(saving -> state + ", " + text(saving))
                .orElse(state + ", no conventional device has a known energy to compare with."));
    }

    private boolean others() {
        return comparison.estimates().stream().anyMatch(estimate -> estimate.computation() != Computation.SPIKES);
    }

    private static String text(Saving saving) {
        double share = 1 / saving.factor();
        Optional<Interval> interval = saving.interval().map(of -> new Interval(1 / of.high(), 1 / of.low()));
        String times = interval.isEmpty()
                ? IntervalText.rounded(share, interval, Dimension.COUNT)
                : IntervalText.of(share, interval, Dimension.COUNT);
        return saving.chip().profile().name() + " takes " + times + (share < 1 ? " of" : " times") + " the energy of "
                + saving.conventional().profile().name() + " (" + DeviceTable.computes(saving.conventional())
                + saving.conventional()
                        .computation()
                        .caveat()
                        .map(caveat -> "; " + caveat)
                        .orElse("") + ")"
                + doubt(saving) + ".";
    }

    private static String doubt(Saving saving) {
        if (saving.interval().isPresent()) {
            return saving.isClear() ? "" : "; not clear which takes less";
        }
        String unvalidated = List.of(saving.chip(), saving.conventional()).stream()
                .filter(estimate -> estimate.reliability().factor().isEmpty())
                .map(estimate -> estimate.profile().name())
                .collect(Collectors.joining(" and "));
        return "; not clear, as nobody measured " + unvalidated;
    }

    private List<String> doubts() {
        List<String> doubts = ranking.doubts();
        if (doubts.size() <= MOST_DOUBTS) {
            return doubts;
        }
        List<String> few = new ArrayList<>(doubts.subList(0, MOST_DOUBTS - 1));
        few.add("The report names " + (doubts.size() - few.size()) + " more doubts about the order.");
        return few;
    }
}
