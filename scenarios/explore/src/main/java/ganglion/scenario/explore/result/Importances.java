package ganglion.scenario.explore.result;

import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Exploration.Importance;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SearchObjective;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.Wish;
import ganglion.scenario.explore.space.Range;
import ganglion.scenario.explore.space.SearchDimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How much each dimension matters: the correlation ratio, which is the share of the variance over the trials that lies between the means of the
 * dimension's values (Pearson 1905; the first-order term of a functional analysis of variance, as in Hutter, Hoos and Leyton-Brown 2014, ICML).
 * Energies, times and bytes count as logarithms. It says what the trials show, which were chosen and not drawn: not what causes what.
 */
public final class Importances {

    /** Parts that a range is cut into. */
    private static final int PARTS = 4;

    private static final int LEAST_TRIALS = 4;

    private Importances() {}

    /** The importance of each dimension for each objective on each device, from the trials of the stage that most have reached. */
    public static List<Importance> of(Search search, List<TrialRecord> trials) {
        List<Importance> all = new ArrayList<>();
        Optional<Integer> epochs = commonStage(trials);
        if (epochs.isEmpty()) {
            return all;
        }
        for (String profile : profiles(trials)) {
            for (Wish wish : search.goal().wishes()) {
                for (SearchDimension dimension : search.space().dimensions()) {
                    importance(dimension, profile, wish.objective(), trials, epochs.get())
                            .ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static List<String> profiles(List<TrialRecord> trials) {
        return trials.stream()
                .flatMap(trial -> trial.last().stream())
                .flatMap(rung -> rung.devices().stream())
                .map(DeviceOutcome::profile)
                .distinct()
                .toList();
    }

    /** The stage with most figures, and of equal ones the longest. */
    private static Optional<Integer> commonStage(List<TrialRecord> trials) {
        Map<Integer, Integer> counts = new TreeMap<>();
        trials.stream()
                .filter(trial -> !trial.configuration().isAsItIs())
                .flatMap(trial -> trial.rungs().stream())
                .forEach(rung -> counts.merge(rung.epochs(), 1, Integer::sum));
        return counts.entrySet().stream()
                .reduce((left, right) -> right.getValue() >= left.getValue() ? right : left)
                .map(Map.Entry::getKey);
    }

    private static Optional<Importance> importance(
            SearchDimension dimension,
            String profile,
            SearchObjective objective,
            List<TrialRecord> trials,
            int epochs) {
        Map<String, List<Double>> groups = new LinkedHashMap<>();
        for (TrialRecord trial : trials) {
            if (trial.configuration().isAsItIs()) {
                continue;
            }
            Optional<RungFigures> rung = trial.at(epochs);
            OptionalDouble value = rung.map(each -> each.on(profile))
                    .filter(DeviceOutcome::fits)
                    .map(device -> device.value(objective))
                    .orElse(OptionalDouble.empty());
            if (value.isPresent()) {
                groups.computeIfAbsent(group(dimension, trial), any -> new ArrayList<>())
                        .add(value.getAsDouble());
            }
        }
        int count = groups.values().stream().mapToInt(List::size).sum();
        if (count < LEAST_TRIALS) {
            return Optional.empty();
        }
        Map<String, Double> means = new LinkedHashMap<>();
        groups.forEach((group, values) -> means.put(group, mean(values)));
        return Optional.of(
                new Importance(dimension.name(), profile, objective, count, share(objective, groups), means));
    }

    private static String group(SearchDimension dimension, TrialRecord trial) {
        String text = trial.configuration().values().get(dimension.name());
        if (!(dimension instanceof Range range)) {
            return text;
        }
        int part = (int) Math.min(PARTS - 1, PARTS * range.share(range.coordinate(text)));
        return range.text(range.at((double) part / PARTS)) + " to " + range.text(range.at((part + 1.0) / PARTS));
    }

    private static double share(SearchObjective objective, Map<String, List<Double>> groups) {
        List<List<Double>> scaled = groups.values().stream()
                .map(values ->
                        values.stream().map(value -> scaled(objective, value)).toList())
                .toList();
        List<Double> all = scaled.stream().flatMap(List::stream).toList();
        double mean = mean(all);
        double between = 0;
        for (List<Double> values : scaled) {
            double difference = mean(values) - mean;
            between += values.size() * difference * difference;
        }
        double whole = all.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return whole == 0 ? 0 : Math.min(1, between / whole);
    }

    private static double scaled(SearchObjective objective, double value) {
        return objective.isLessBetter() ? Math.log(Math.max(value, Double.MIN_NORMAL)) : value;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
