package ganglion.report.explore;

import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.TrialRecord;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a search found, by device.
 *
 * @param exploration what it found
 */
record FoundFronts(Exploration exploration) {

    /** Names of the devices that can compute a network that was trained, in the order of the search. */
    List<String> devices() {
        return Stream.concat(
                        outcomes().filter(DeviceOutcome::fits).map(DeviceOutcome::profile),
                        all().stream().map(FrontPoint::profile))
                .distinct()
                .sorted(Comparator.comparingInt(this::place))
                .toList();
    }

    /** Of each device that can compute none of the networks that were trained: why it cannot compute the first of them. */
    Map<String, List<String>> unfit() {
        List<String> fit = devices();
        Map<String, List<String>> unfit = new LinkedHashMap<>();
        outcomes()
                .filter(outcome -> !fit.contains(outcome.profile()))
                .forEach(outcome -> unfit.putIfAbsent(outcome.profile(), outcome.problems()));
        return unfit;
    }

    private Stream<DeviceOutcome> outcomes() {
        return exploration.trials().stream()
                .flatMap(trial -> trial.last().stream())
                .flatMap(rung -> rung.devices().stream());
    }

    private int place(String device) {
        return outcomes().map(DeviceOutcome::profile).distinct().toList().indexOf(device);
    }

    /** Points of a device. */
    List<FrontPoint> points(String device) {
        return exploration.points().stream()
                .filter(point -> point.profile().equals(device))
                .toList();
    }

    /** The networks made by hand on a device; empty if that can compute none. */
    List<FrontPoint> byHand(String device) {
        return exploration.reference().stream()
                .filter(point -> point.profile().equals(device))
                .toList();
    }

    /** The network made by hand that others are compared with on a device, the most accurate one; absent if that can compute none. */
    Optional<FrontPoint> reference(String device) {
        return exploration.toBeat(device);
    }

    /** Whether there are several networks made by hand, so that each must be named. */
    boolean comparesSeveral() {
        return !exploration.search().compareWith().isEmpty();
    }

    /** The file of the experiment that a network made by hand is that of. */
    String experiment(FrontPoint byHand) {
        String other = byHand.configuration().experiment();
        return other.isEmpty() ? exploration.search().written() : other;
    }

    /** The network that points of a device are compared with, in words. */
    String toBeat(FrontPoint reference) {
        return comparesSeveral()
                ? experiment(reference) + ", the most accurate network made by hand"
                : "the network made by hand";
    }

    /** The networks made by hand, then all points. */
    List<FrontPoint> all() {
        return Stream.concat(exploration.reference().stream(), exploration.points().stream())
                .toList();
    }

    /** Whether accuracies of points are those of a test set. */
    boolean isTested() {
        return exploration.samples().get(2) > 0;
    }

    /** Epochs of a whole training: those of the experiment as it is. */
    int epochs() {
        return exploration.trials().stream().mapToInt(TrialRecord::epochs).max().orElse(0);
    }

    /** Trials that are no repetition of the experiment, and that were trained. */
    List<TrialRecord> trained() {
        return exploration.trials().stream()
                .filter(trial ->
                        !trial.configuration().isAsItIs() && trial.last().isPresent())
                .toList();
    }

    /** Accuracy of the naive baseline with the features of the experiment as it is, or else the best of any point; absent without a test set. */
    OptionalDouble baseline() {
        List<FrontPoint> asItIs = exploration.reference().stream()
                .filter(point -> point.configuration().experiment().isEmpty())
                .toList();
        return (asItIs.isEmpty() ? all() : asItIs)
                .stream()
                        .map(point -> new PointFigures(point).baseline())
                        .flatMapToDouble(OptionalDouble::stream)
                        .max();
    }
}
