package ganglion.hardware.validation;

import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.validation.Study.Distance;
import ganglion.hardware.validation.ValidationResult.JudgedCase;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How well estimates agree with measurements that played no part in the profiles: chips of spikes and conventional devices
 * apart, and each by how far the measuring study stands from those that the figures are fitted to.
 */
public final class Accuracy {

    private static final String TIME = "time";

    private final ValidationResult validation;

    private Accuracy(ValidationResult validation) {
        this.validation = validation;
    }

    /**
     * One row for each distance of the study: a study has one vote for each device. Where other laboratories measured power at
     * rest, a further row is without it.
     */
    public static Table byDistance(ValidationResult validation) {
        Accuracy accuracy = new Accuracy(validation);
        Table table = table("devices", "who measured");
        for (Execution execution : Execution.values()) {
            for (Distance distance : Distance.values()) {
                accuracy.add(table, execution, distance.label(), vote -> vote.distance() == distance, judged -> true);
            }
            accuracy.addBusy(table, execution);
            accuracy.add(table, execution, "all", vote -> true, judged -> true);
        }
        return table;
    }

    /**
     * One row for each boundary, and one for times, each followed by one of what other laboratories measured alone: a study has
     * one vote for each device and boundary.
     */
    public static Table byBoundary(ValidationResult validation) {
        Accuracy accuracy = new Accuracy(validation);
        Table table = table("devices", "boundary");
        for (Execution execution : Execution.values()) {
            for (Boundary boundary : Boundary.values()) {
                accuracy.addBoundary(table, execution, boundary.label(), Optional.of(boundary));
            }
            accuracy.addBoundary(table, execution, TIME, Optional.empty());
        }
        return table;
    }

    private void addBusy(Table table, Execution execution) {
        boolean rests = validation.devices().stream()
                .filter(device -> device.profile().cores().execution() == execution)
                .flatMap(device -> device.heldOut().stream())
                .anyMatch(judged -> judged.found().value().atRest());
        if (rests) {
            Distance far = Distance.OTHER_LABORATORY;
            add(
                    table,
                    execution,
                    far.label() + ", without power at rest",
                    vote -> vote.distance() == far,
                    judged -> !judged.found().value().atRest());
        }
    }

    private void addBoundary(Table table, Execution execution, String name, Optional<Boundary> boundary) {
        Predicate<JudgedCase> rows = judged -> judged.found().boundary().equals(boundary);
        add(table, execution, name, vote -> true, rows);
        Distance far = Distance.OTHER_LABORATORY;
        add(table, execution, name + ", " + far.label(), vote -> vote.distance() == far, rows);
    }

    private static Table table(String devices, String rows) {
        return new Table(
                Column.text(devices),
                Column.text(rows),
                Column.number("rows"),
                Column.number("time given"),
                Column.number("votes"),
                Column.number("within 25 %"),
                Column.number("within 2 x"),
                Column.number("typical factor"),
                Column.number("worst vote"),
                Column.number("inside interval"));
    }

    private void add(Table table, Execution execution, String name, Predicate<Vote> which, Predicate<JudgedCase> rows) {
        List<Judged> judged = validation.devices().stream()
                .filter(device -> device.profile().cores().execution() == execution)
                .filter(device -> device.profile().about().sister().isEmpty())
                .flatMap(device -> device.votes().stream()
                        .filter(which)
                        .map(vote -> new Judged(
                                vote,
                                device.heldOut().stream()
                                        .filter(each -> vote.rows().contains(each.found()))
                                        .filter(rows)
                                        .toList())))
                .filter(each -> !each.rows().isEmpty())
                .toList();
        if (judged.isEmpty()) {
            return;
        }
        List<JudgedCase> cases =
                judged.stream().flatMap(each -> each.rows().stream()).toList();
        RatioStatistics ratios =
                RatioStatistics.of(judged.stream().map(Judged::vote).toList());
        long inside = cases.stream().filter(JudgedCase::isInside).count();
        table.row(
                execution == Execution.SPIKING ? "spiking" : "conventional",
                name,
                String.valueOf(cases.size()),
                String.valueOf(cases.stream()
                        .filter(each -> each.found().value().timeGiven())
                        .count()),
                String.valueOf(ratios.count()),
                RatioText.share(ratios.withinQuarter()),
                RatioText.share(ratios.withinTwo()),
                RatioText.of(ratios.typical()),
                RatioText.of(ratios.worst()),
                RatioText.share((double) inside / cases.size()));
    }

    /** The part of a vote that a row of a table is about. */
    private record Judged(Vote whole, List<JudgedCase> rows) {

        Vote vote() {
            return new Vote(
                    whole.study(),
                    whole.distance(),
                    rows.stream().map(JudgedCase::found).toList());
        }
    }
}
