package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.Surrogate.ArcTangent;
import ganglion.learning.surrogate.Surrogate.DoubleGaussian;
import ganglion.learning.surrogate.Surrogate.Exponential;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import ganglion.learning.surrogate.Surrogate.Sigmoid;
import ganglion.learning.surrogate.Surrogate.StraightThrough;
import java.util.List;
import java.util.function.Function;

/** The surrogates of the derivative of a spike: the only place that knows their words and keys in experiments. */
final class SurrogateKeys {

    private static final Key<Double> SLOPE =
            Key.of("slope", number().above(0)).says("Slope.").byDefault(25.0);
    private static final Key<Double> EXPONENTIAL_SLOPE =
            Key.of("slope", number().above(0)).says("Slope.").byDefault(5.0);
    private static final Key<Double> BELL_WIDTH = Key.of("width", number().above(0))
            .says("Standard deviation of the narrow bell.")
            .byDefault(0.5);
    private static final Key<Double> ARC_WIDTH =
            Key.of("width", number().above(0)).says("Width alpha.").byDefault(2.0);
    /** All surrogates. */
    static final KindsByTag<Surrogate> ALL = KindsByTag.<Surrogate>of(
                    "a surrogate gradient",
                    List.of(
                            kind(
                                    "fast-sigmoid",
                                    "1 / (1 + slope |v|)^2.",
                                    place -> new FastSigmoid(SLOPE.in(place)),
                                    SLOPE),
                            kind(
                                    "sigmoid",
                                    "Derivative of the logistic function.",
                                    place -> new Sigmoid(SLOPE.in(place)),
                                    SLOPE),
                            kind(
                                    "exponential",
                                    "exp(-slope |v|).",
                                    place -> new Exponential(EXPONENTIAL_SLOPE.in(place)),
                                    EXPONENTIAL_SLOPE),
                            kind(
                                    "double-gaussian",
                                    "A narrow bell less a wide and low one: negative far from the threshold.",
                                    place -> new DoubleGaussian(BELL_WIDTH.in(place)),
                                    BELL_WIDTH),
                            kind(
                                    "arc-tangent",
                                    "Derivative of the arc tangent.",
                                    place -> new ArcTangent(ARC_WIDTH.in(place)),
                                    ARC_WIDTH),
                            kind(
                                    "straight-through",
                                    "1 everywhere, however far from the threshold.",
                                    place -> new StraightThrough())))
            .named("surrogate");

    private SurrogateKeys() {}

    private static Kind<Surrogate> kind(
            String word, String description, Function<Place, Surrogate> reader, Key<?>... keys) {
        return new Kind<>(word, description, Shape.of("", reader, keys));
    }
}
