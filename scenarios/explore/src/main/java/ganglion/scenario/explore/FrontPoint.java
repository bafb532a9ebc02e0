package ganglion.scenario.explore;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.scenario.explore.space.Configuration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A network on a device that was trained with several seeds in the end.
 *
 * @param name of its folder, such as {@code xylo-audio-2-1}
 * @param trial number of the trial that it comes from
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
                        .thenComparingDouble(seed -> seed.validation().joules()))
                .orElseThrow();
    }

    /** The seed of the training whose network was saved. */
    @JsonProperty
    public long savedSeed() {
        return saved().seed();
    }

    /** Mean accuracy over the seeds on the test set. */
    @JsonProperty
    public double accuracy() {
        return mean(SeedFigures::test, DeviceOutcome::accuracy);
    }

    /** Standard deviation of that, as of a sample; 0 of a single seed. */
    @JsonProperty
    public double accuracyDeviation() {
        double mean = accuracy();
        double squares = seeds.stream()
                .mapToDouble(seed -> Math.pow(seed.test().accuracy() - mean, 2))
                .sum();
        return seeds.size() < 2 ? 0 : Math.sqrt(squares / (seeds.size() - 1));
    }

    /** Mean energy of a decision over the seeds on the test set, in joules. */
    @JsonProperty
    public double joules() {
        return mean(SeedFigures::test, DeviceOutcome::joules);
    }

    /** Mean of a figure over the seeds. */
    public double mean(Function<SeedFigures, DeviceOutcome> of, ToDoubleFunction<DeviceOutcome> figure) {
        return seeds.stream()
                .mapToDouble(seed -> figure.applyAsDouble(of.apply(seed)))
                .average()
                .orElse(Double.NaN);
    }

    /** The same point, in the front of its device or not. */
    public FrontPoint asBest(boolean isBest) {
        return new FrontPoint(name, trial, profile, configuration, seeds, isBest, scenario);
    }
}
