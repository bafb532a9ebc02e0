package ganglion.cli.verb.explore;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.result.SearchRemarks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What a search found, for a terminal. */
final class ExplorationText {

    private ExplorationText() {}

    /** After a round of trials: of each device the front so far, in validation. */
    static List<String> round(List<TrialRecord> trials) {
        List<String> lines = new ArrayList<>();
        long trained = trials.stream().filter(trial -> !trial.rungs().isEmpty()).count();
        lines.add(trained + " networks trained, " + (trials.size() - trained) + " did not fit");
        List<String> profiles = trials.get(0).rungs().get(0).devices().stream()
                .map(DeviceOutcome::profile)
                .toList();
        for (String profile : profiles) {
            front(trials, profile).ifPresent(line -> lines.add("  " + line));
        }
        return lines;
    }

    /** The front so far of what was trained to its end: each takes more energy than the one before it and is more accurate. */
    private static Optional<String> front(List<TrialRecord> trials, String profile) {
        int longest = trials.stream().mapToInt(TrialRecord::epochs).max().orElse(0);
        List<DeviceOutcome> sorted = trials.stream()
                .flatMap(trial -> trial.last().stream())
                .filter(rung -> rung.epochs() == longest)
                .map(rung -> rung.on(profile))
                .filter(DeviceOutcome::fits)
                .sorted(Comparator.comparingDouble(
                                (DeviceOutcome device) -> device.joules().orElse(Double.POSITIVE_INFINITY))
                        .thenComparing(DeviceOutcome::accuracy, Comparator.reverseOrder()))
                .toList();
        List<String> points = new ArrayList<>();
        double most = -1;
        for (DeviceOutcome device : sorted) {
            if (device.accuracy() > most) {
                most = device.accuracy();
                points.add(String.format(Locale.ROOT, "%.1f %% at %s", 100 * most, energy(device.joules())));
            }
        }
        return points.isEmpty() ? Optional.empty() : Optional.of(profile + ": " + String.join(", ", points));
    }

    /** The points of each device, beside the networks made by hand. */
    static List<String> result(Exploration found) {
        List<String> lines = new ArrayList<>();
        Search search = found.search();
        long trained = found.trials().stream()
                .filter(trial -> !trial.rungs().isEmpty())
                .count();
        lines.add(search.name() + ": " + trained + " of " + found.trials().size() + " networks trained"
                + (found.complete() ? "" : "; stopped early, --resume goes on"));
        lines.add("energy of a decision, " + search.boundary().label() + "; accuracy on "
                + (found.samples().get(2) > 0
                        ? found.samples().get(2) + " samples of the test set"
                        : found.samples().get(1) + " samples of the validation set")
                + ", mean and deviation of " + search.seeds().size() + " seeds");
        List<String> rows = new ArrayList<>();
        List<FrontPoint> all = Stream.concat(found.reference().stream(), found.points().stream())
                .toList();
        all.stream().map(FrontPoint::profile).distinct().forEach(profile -> {
            FrontPoint toBeat = found.toBeat(profile).orElse(null);
            all.stream()
                    .filter(point -> point.profile().equals(profile))
                    .forEach(point -> rows.add(row(point, toBeat)));
            if (toBeat != null && !search.compareWith().isEmpty()) {
                rows.add("    compared with " + toBeat.name()
                        + ", the network made by hand that is most accurate in validation");
            }
        });
        lines.addAll(rows);
        lines.addAll(unfit(found));
        found.misfits()
                .forEach(misfit -> lines.add("  " + misfit.profile() + ": " + misfit.experiment() + " does not fit: "
                        + String.join("; ", misfit.problems())));
        SearchRemarks.of(found).forEach(remark -> lines.add("note: " + remark));
        found.cascades().ifPresent(cascades -> lines.addAll(new FoundCascadesText(cascades).lines()));
        if (found.points().isEmpty()) {
            lines.add("no network besides those made by hand was trained to its end: a larger budget is needed");
        }
        return lines;
    }

    /** Devices that no network fits, and why the experiment as it is does not. */
    private static List<String> unfit(Exploration found) {
        List<String> lines = new ArrayList<>();
        for (DeviceOutcome device : found.trials().get(0).last().orElseThrow().devices()) {
            boolean fitted = found.trials().stream()
                            .flatMap(trial -> trial.rungs().stream())
                            .anyMatch(rung -> rung.on(device.profile()).fits())
                    || found.toBeat(device.profile()).isPresent();
            if (!fitted) {
                lines.add("  " + device.profile() + ": no network fits; as it is: "
                        + String.join("; ", device.problems()));
            } else if (!device.fits()) {
                lines.add("  " + device.profile() + ": the experiment as it is does not fit: "
                        + String.join("; ", device.problems()));
            }
        }
        return lines;
    }

    private static String row(FrontPoint point, FrontPoint reference) {
        SeedFigures saved = point.saved();
        DeviceOutcome held = saved.held();
        double mean = FrontPoint.mean(point.accuracies());
        String baseline = saved.baselineCorrect() < 0
                ? ""
                : String.format(
                        Locale.ROOT, ", naive baseline %.1f %%", 100.0 * saved.baselineCorrect() / held.samples());
        String beside = reference == null || reference == point
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %.2f times less energy",
                        reference.saved().held().joules().orElse(Double.NaN)
                                / held.joules().orElse(Double.NaN));
        return String.format(
                Locale.ROOT,
                "  %s %s  %.1f %% +- %.1f, saved %.1f %% %s%s; %s (%s%s)%s; %s",
                point.best() ? "*" : " ",
                point.name(),
                100 * mean,
                100 * FrontPoint.deviation(point.accuracies()),
                100 * held.accuracy(),
                WilsonInterval.of(held.accuracy(), held.samples()).percent(),
                baseline,
                energy(held.joules()),
                held.grade(),
                held.factor().isPresent()
                        ? String.format(Locale.ROOT, " x%.2f", held.factor().getAsDouble())
                        : "",
                beside,
                point.configuration().text());
    }

    private static String energy(OptionalDouble joules) {
        return joules.isPresent() ? QuantityFormat.format(joules.getAsDouble(), Dimension.ENERGY) : "unknown";
    }
}
