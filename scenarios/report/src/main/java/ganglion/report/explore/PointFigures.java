package ganglion.report.explore;

import ganglion.documents.quantity.WilsonInterval;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.SeedFigures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Figures of a point over its seeds.
 *
 * @param point the point
 */
record PointFigures(FrontPoint point) {

    /** The device's figures of the network that was saved. */
    DeviceOutcome saved() {
        return point.saved().held();
    }

    /** Whether the accuracies are those of a test set. */
    boolean isTested() {
        return point.saved().test().isPresent();
    }

    /** Mean accuracy on what counts in the end. */
    double accuracy() {
        return FrontPoint.mean(point.accuracies());
    }

    double accuracyDeviation() {
        return FrontPoint.deviation(point.accuracies());
    }

    /** 95 % interval of the mean accuracy. All seeds decide the same samples, so that these count once. */
    WilsonInterval accuracyInterval() {
        return WilsonInterval.of(accuracy(), saved().samples());
    }

    /** Mean accuracy in validation. */
    double validation() {
        return FrontPoint.mean(point.seeds().stream()
                .mapToDouble(seed -> seed.validation().accuracy())
                .toArray());
    }

    /** Mean accuracy of the naive baseline; absent without a test set. */
    OptionalDouble baseline() {
        return isTested() && point.seeds().stream().allMatch(seed -> seed.baselineCorrect() >= 0)
                ? point.seeds().stream()
                        .mapToDouble(seed -> (double) seed.baselineCorrect()
                                / Math.max(1, seed.held().samples()))
                        .average()
                : OptionalDouble.empty();
    }

    /** Mean energy of a decision over the seeds; absent if one is unknown, or nothing. */
    OptionalDouble joules() {
        return mean(SeedFigures::held);
    }

    /** The same in validation. */
    OptionalDouble validationJoules() {
        return mean(SeedFigures::validation);
    }

    private OptionalDouble mean(Function<SeedFigures, DeviceOutcome> figures) {
        List<OptionalDouble> all =
                point.seeds().stream().map(figures).map(DeviceOutcome::joules).toList();
        return all.stream().allMatch(joules -> joules.orElse(0) > 0)
                ? all.stream().mapToDouble(OptionalDouble::getAsDouble).average()
                : OptionalDouble.empty();
    }

    double joulesDeviation() {
        return FrontPoint.deviation(point.seeds().stream()
                .mapToDouble(seed -> seed.held().joules().orElse(Double.NaN))
                .toArray());
    }

    /** Ends of the 95 % interval of the energy; absent if the energy, or how far it is off, is unknown. */
    Optional<double[]> energyInterval() {
        return joules().isPresent() && saved().factor().isPresent()
                ? Optional.of(new double[] {
                    joules().getAsDouble() / saved().factor().getAsDouble(),
                    joules().getAsDouble() * saved().factor().getAsDouble()
                })
                : Optional.empty();
    }

    /** How many times less energy the saved network takes than another one; absent if one is unknown. */
    OptionalDouble timesLess(PointFigures other) {
        OptionalDouble own = saved().joules();
        OptionalDouble others = other.saved().joules();
        return own.orElse(0) > 0 && others.isPresent()
                ? OptionalDouble.of(others.getAsDouble() / own.getAsDouble())
                : OptionalDouble.empty();
    }
}
