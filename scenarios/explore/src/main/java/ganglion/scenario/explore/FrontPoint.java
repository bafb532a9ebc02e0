package ganglion.scenario.explore;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.scenario.explore.space.Configuration;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A network on a device that was trained with several seeds in the end.
 *
 * @param name of its folder, such as {@code xylo-audio-2-1}
 * @param trial number of the trial that it comes from; {@link #NO_TRIAL} of an experiment that the search only compares with
 * @param profile the device
 * @param configuration what was chosen
 * @param seeds what each seed gave, in the order of the seeds; at least one
 * @param best whether no other point of the same device is at least as good in everything and better in something, in validation over all seeds
 * @param scenario the saved scenario, relative to the folder of the search
 */
public record FrontPoint(
        String name,
        int trial,
        String profile,
        Configuration configuration,
        List<SeedFigures> seeds,
        boolean best,
        String scenario) {

    /** In place of the number of a trial. */
    public static final int NO_TRIAL = -1;

    /** Takes a copy of the list. */
    public FrontPoint {
        seeds = List.copyOf(seeds);
    }

    /**
     * The seed whose network was saved: the most accurate one in validation, of equal ones that which takes least energy there, and the first of
     * those.
     */
    public SeedFigures saved() {
        return seeds.stream()
                .min(Comparator.comparingInt(
                                (SeedFigures seed) -> -seed.validation().correct())
                        .thenComparingDouble(seed -> seed.validation().joules().orElse(Double.POSITIVE_INFINITY)))
                .orElseThrow();
    }

    /** Right decisions of all seeds in validation, which choices between networks on the same samples are made by. */
    public int validated() {
        return seeds.stream().mapToInt(seed -> seed.validation().correct()).sum();
    }

    /** Mean energy of a decision in validation over the seeds, in joules; infinite if that of one is unknown. */
    public double validationJoules() {
        return mean(seeds.stream()
                .mapToDouble(seed -> seed.validation().joules().orElse(Double.POSITIVE_INFINITY))
                .toArray());
    }

    /**
     * Some numbers together.
     *
     * @param deviation that of a sample; 0 of a single number
     */
    public record Spread(double mean, double deviation, double least, double most) {

        private static Spread of(double... values) {
            DoubleSummaryStatistics all = DoubleStream.of(values).summaryStatistics();
            return new Spread(FrontPoint.mean(values), FrontPoint.deviation(values), all.getMin(), all.getMax());
        }
    }

    /** Accuracies of the seeds on what counts in the end. */
    @JsonProperty
    public Spread accuracy() {
        return Spread.of(accuracies());
    }

    /** Energies of a decision of the seeds there, in joules; absent if one is unknown. */
    @JsonProperty
    public Optional<Spread> joules() {
        List<OptionalDouble> all =
                seeds.stream().map(seed -> seed.held().joules()).toList();
        return all.stream().allMatch(OptionalDouble::isPresent)
                ? Optional.of(Spread.of(
                        all.stream().mapToDouble(OptionalDouble::getAsDouble).toArray()))
                : Optional.empty();
    }

    /** The seed of the training whose network was saved. */
    @JsonProperty
    public long savedSeed() {
        return saved().seed();
    }

    /** Accuracy of each seed on what counts in the end. */
    public double[] accuracies() {
        return seeds.stream().mapToDouble(seed -> seed.held().accuracy()).toArray();
    }

    /** Mean of an objective over the seeds in validation; absent if one is unknown. */
    public OptionalDouble validation(SearchObjective objective) {
        List<OptionalDouble> values =
                seeds.stream().map(seed -> seed.validation().value(objective)).toList();
        return values.stream().allMatch(OptionalDouble::isPresent)
                ? values.stream().mapToDouble(OptionalDouble::getAsDouble).average()
                : OptionalDouble.empty();
    }

    /** Mean of some numbers. */
    public static double mean(double... values) {
        return DoubleStream.of(values).average().orElse(Double.NaN);
    }

    /** Standard deviation of a sample; 0 of a single number. */
    public static double deviation(double... values) {
        double mean = mean(values);
        double squares = DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }

    /** The same point, in the front of its device or not. */
    public FrontPoint asBest(boolean isBest) {
        return new FrontPoint(name, trial, profile, configuration, seeds, isBest, scenario);
    }
}
