package ganglion.scenario.explore.result;

import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.SearchObjective;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.SearchDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person should know before he believes what a search chose: where validation tells little, and where no limit is kept. */
public final class SearchRemarks {

    /** If at least this many networks make no error in validation, it no longer tells networks apart. */
    private static final int MANY = 3;

    /** Share of the validation set that one sample is, above which it is called small. */
    private static final double COARSE = 0.02;

    private final Exploration found;

    private SearchRemarks(Exploration found) {
        this.found = found;
    }

    /** The remarks, each a sentence or two; none if there is nothing to say. */
    public static List<String> of(Exploration found) {
        SearchRemarks remarks = new SearchRemarks(found);
        List<String> all = new ArrayList<>();
        remarks.addSaturation(all);
        remarks.addSmallness(all);
        remarks.addLimits(all);
        remarks.addUselessOptions(all);
        return all;
    }

    private void addSaturation(List<String> remarks) {
        List<String> saturated = new ArrayList<>();
        for (String profile : profiles()) {
            List<DeviceOutcome> ended = ended(profile);
            long perfect = ended.stream()
                    .filter(device -> device.correct() == device.samples())
                    .count();
            if (perfect >= MANY) {
                saturated.add(perfect + " of " + ended.size() + " on " + profile);
            }
        }
        if (!saturated.isEmpty()) {
            remarks.add(
                    "Validation no longer tells networks apart: of those that were trained to their end, "
                            + String.join(", ", saturated) + " decide all of its "
                            + found.samples().get(1)
                            + " samples right. Among these only the other objectives choose. Hold out more samples, or groups that are harder.");
        }
    }

    private void addSmallness(List<String> remarks) {
        int samples = found.samples().get(1);
        if (samples > 0 && 1.0 / samples > COARSE) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "Validation has %d samples, so that one decision is %.1f points of accuracy, and differences of a few decisions may be chance."
                            + " Hold out more, if there are more.",
                    samples,
                    100.0 / samples));
        }
    }

    private void addLimits(List<String> remarks) {
        String missed = profiles().stream()
                .filter(profile -> !points(profile).isEmpty()
                        && points(profile).stream()
                                .noneMatch(point -> found.missed(point).isEmpty()))
                .map(profile -> profile + " (" + limits(profile) + ")")
                .collect(Collectors.joining(", "));
        if (!missed.isEmpty()) {
            remarks.add("No point keeps all limits in validation on " + missed
                    + ": those that are listed miss them by least.");
        }
    }

    private List<FrontPoint> points(String profile) {
        return found.points().stream()
                .filter(point -> point.profile().equals(profile))
                .toList();
    }

    /** The limits that points of a device miss. */
    private String limits(String profile) {
        return points(profile).stream()
                .flatMap(point -> found.missed(point).stream())
                .distinct()
                .map(SearchObjective::word)
                .collect(Collectors.joining(", "));
    }

    /** A choice of which nothing fits is seldom what its author wanted. */
    private void addUselessOptions(List<String> remarks) {
        for (SearchDimension dimension : found.search().space().dimensions()) {
            if (dimension instanceof Choice choice) {
                choice.options().forEach(option -> addUselessOption(choice, option.text(), remarks));
            }
        }
    }

    private void addUselessOption(Choice choice, String option, List<String> remarks) {
        List<TrialRecord> with = found.trials().stream()
                .filter(trial -> option.equals(trial.configuration().values().get(choice.name())))
                .toList();
        if (with.size() >= MANY
                && with.stream().noneMatch(trial -> trial.unfit().isEmpty())) {
            remarks.add("None of " + with.size() + " networks with " + choice.name() + " " + option
                    + " fits a device; the first: "
                    + with.get(0).unfit().get(0).problems().get(0) + ".");
        }
    }

    private List<String> profiles() {
        return found.trials().get(0).last().stream()
                .flatMap(rung -> rung.devices().stream())
                .map(DeviceOutcome::profile)
                .toList();
    }

    /** What networks besides that made by hand came to that were trained as long as that. */
    private List<DeviceOutcome> ended(String profile) {
        int epochs = found.trials().get(0).epochs();
        return found.trials().stream()
                .filter(trial -> !trial.configuration().isAsItIs() && trial.epochs() == epochs)
                .map(TrialRecord::last)
                .flatMap(rung -> rung.stream())
                .map(rung -> rung.on(profile))
                .filter(device -> device.value(SearchObjective.ACCURACY).isPresent())
                .toList();
    }
}
