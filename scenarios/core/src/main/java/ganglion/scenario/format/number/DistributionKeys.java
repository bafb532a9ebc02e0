package ganglion.scenario.format.number;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.kernel.random.Distribution;
import java.util.List;

/**
 * Distributions, of numbers or of times in ticks. A new one is its record in the kernel, its keys here, and an element of
 * {@link #kinds}.
 */
public final class DistributionKeys {

    private static final Key<Double> SIGMA = Key.of("sigma", number().from(0))
            .says("Standard deviation of the natural logarithm.")
            .required()
            .example(0.5);

    /** A distribution of numbers. */
    public static final KindsByTag<Distribution> NUMBERS = new DistributionKeys(
                    number(), "a number above 0", "two numbers", 0.5, 1.5, 1, 0.1, 1, List.of(0, 2))
            .type("number-distribution");

    /** A distribution of times in ticks. */
    public static final KindsByTag<Distribution> TIMES = new DistributionKeys(
                    fractionalTicks(),
                    "a time such as 2 ms above 0",
                    "two times",
                    "1 ms",
                    "2 ms",
                    "1.5 ms",
                    "0.5 ms",
                    "1.5 ms",
                    List.of("0.5 ms", "5 ms"))
            .type("time-distribution");

    private final Key<Double> low;
    private final Key<Double> high;
    private final Key<Double> mean;
    private final Key<Double> deviation;
    private final Key<Double> median;
    private final Key<List<Double>> clip;
    private final Key<List<Double>> truncate;

    /** @param examples of low, high, mean, deviation, median and bounds */
    private DistributionKeys(Type<Double> value, String positive, String two, Object... examples) {
        this.low = required("low", value)
                .says("Smallest value of a uniform distribution.")
                .example(examples[0]);
        this.high = required("high", value)
                .says("Largest value of a uniform distribution.")
                .example(examples[1]);
        this.mean =
                required("mean", value).says("Mean of a normal distribution.").example(examples[2]);
        this.deviation = required("deviation", value)
                .says("Standard deviation of a normal distribution.")
                .example(examples[3]);
        this.median = required("median", value)
                .titled(positive)
                .says("Median of a lognormal distribution: exp of the mean of the logarithm.")
                .example(examples[4]);
        Type<List<Double>> bounds = listOf(two, value).size(2, 2);
        this.clip = Key.of("clip", bounds)
                .says("Values beyond these bounds are moved onto them.")
                .example(examples[5]);
        this.truncate = Key.of("truncate", bounds)
                .says("Values beyond these bounds are drawn again.")
                .example(examples[5]);
    }

    private static Key<Double> required(String name, Type<Double> value) {
        return Key.of(name, value).required();
    }

    private KindsByTag<Distribution> type(String definition) {
        return KindsByTag.of("a distribution", "distribution", kinds())
                .inOneObject(
                        "the name of a distribution",
                        "Which: uniform (low, high), normal (mean, deviation), or lognormal (median, sigma).",
                        "normal")
                .named(definition);
    }

    private List<Kind<? extends Distribution>> kinds() {
        return List.of(
                kind("uniform", Shape.ofRecord("", Distribution.Uniform.class, low, high)),
                kind("normal", Shape.ofRecord("", Distribution.Normal.class, mean, deviation)),
                kind("lognormal", Shape.of("", place -> lognormal(median.in(place), SIGMA.in(place)), median, SIGMA)));
    }

    /** The kind of a distribution, which may have bounds besides. */
    private Kind<Distribution> kind(String word, Shape<? extends Distribution> drawn) {
        return new Kind<>(word, Shape.of("", place -> read(place, drawn), Shape.keys(drawn.keys(), clip, truncate)));
    }

    private Distribution read(Place place, Shape<? extends Distribution> drawn) {
        try {
            return bounded(drawn.read(place), place);
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
            return new Distribution.Uniform(0, 0);
        }
    }

    private static Distribution.Lognormal lognormal(double median, double sigma) {
        if (!(median > 0)) {
            throw new IllegalArgumentException("the median is " + median + ", expected more than 0");
        }
        return new Distribution.Lognormal(StrictMath.log(median), sigma);
    }

    private Distribution bounded(Distribution drawn, Place place) {
        if (clip.isIn(place) && truncate.isIn(place)) {
            place.problem("found clip and truncate together, expected only one of them");
        }
        if (truncate.isIn(place)) {
            List<Double> bounds = truncate.in(place);
            return new Distribution.Truncated(drawn, bounds.get(0), bounds.get(1));
        }
        return clip.find(place)
                .<Distribution>map(bounds -> new Distribution.Clipped(drawn, bounds.get(0), bounds.get(1)))
                .orElse(drawn);
    }
}
